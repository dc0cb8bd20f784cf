import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { agreementInChinese } from "#client/i18n/agreement.ts";
import { unitByLayer } from "#graph/schema/records/layer.ts";
import { Formula } from "./formula.tsx";
import { useWords } from "./use-words.ts";
import { useView } from "./view-context.tsx";

/** What a measure is: meaning, formula with its letters, unit, range, the graph it reads, source, and whose values it equals. */
export function MetricDefinition({ metric }: { readonly metric: MetricDescription }) {
  const { t, language, pick, unit } = useWords();
  const { view } = useView();
  const layer = view.filter.layers[0];
  const unitText =
    metric.unit === "layer" && layer !== undefined
      ? unit(unitByLayer[layer])
      : metric.unit === "1"
        ? t("metric.pure")
        : unit(metric.unit);
  const agrees = language === "en" ? metric.agreesWith : agreementInChinese(metric.agreesWith);
  return (
    <div className="definition">
      <p>{pick(metric.meaningZh, metric.meaningEn)}</p>
      <p>
        <span className="formula">
          <Formula text={metric.formula} />
        </span>{" "}
        <span className="secondary">
          <Formula text={t("metric.where", { text: pick(metric.whereZh, metric.whereEn) })} />
        </span>
      </p>
      <p className="secondary">
        {t("metric.facts", { unit: unitText, range: metric.range, reads: t(`projection.${metric.reads}`) })} ·{" "}
        {t("metric.source", { source: metric.source })}{" "}
        {metric.agreesWith !== "" && t("metric.agrees", { agrees })}
      </p>
    </div>
  );
}
