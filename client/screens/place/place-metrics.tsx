import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { PlaceDetail } from "#graph/schema/answers/place-detail.ts";
import { metricCatalogueQuery } from "#client/queries.ts";
import { Formula } from "#client/ui/formula.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";

interface PlaceMetricsProps {
  readonly metrics: PlaceDetail["metrics"];
  /** Whether the place has partners: without any it shares the last rank with all others that have none. */
  readonly isLinked: boolean;
  /** Whether the filter names an area: the metrics are then those of its web. */
  readonly isOfArea: boolean;
}

/** Metrics of a place with rank, none for a zero, which most places share; the definition opens on hover and focus. */
export function PlaceMetrics({ metrics, isLinked, isOfArea }: PlaceMetricsProps) {
  const { t, name, measure, count, pick } = useWords();
  const catalogue = useQuery(metricCatalogueQuery());
  if (metrics.length === 0) return null;
  const definitionOf = (id: string) => catalogue.data?.items.find((metric) => metric.id === id);
  return (
    <Section title={t("place.metrics")}>
      {isOfArea && <p className="secondary">{t("place.metricsOfArea")}</p>}
      <dl className="metric-list">
        {metrics.map((metric) => {
          const definition = definitionOf(metric.metricId);
          return (
            <div key={metric.metricId}>
              <dt>
                <TooltipTrigger delay={200}>
                  <Button className="term">{name(metric)}</Button>
                  <Tooltip className="tooltip" placement="left">
                    {definition === undefined
                      ? t("state.loading", { what: name(metric) })
                      : pick(definition.meaningZh, definition.meaningEn)}
                    {definition !== undefined && <Formula text={definition.formula} />}
                  </Tooltip>
                </TooltipTrigger>
              </dt>
              <dd className="number">
                {metric.value === null ? t("metric.undefined") : measure(metric.value)}
              </dd>
              <dd className="secondary number">
                {metric.rank === null || metric.value === 0 || !isLinked
                  ? "–"
                  : t("metric.rank", { rank: count(metric.rank), of: count(metric.of) })}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
