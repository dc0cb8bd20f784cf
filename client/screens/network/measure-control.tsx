import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { classMethods } from "#client/model/drawing/classes.ts";
import { communitiesId, type AskedMetric } from "#client/model/view/asked-metric.ts";
import { metricCatalogueQuery } from "#client/queries.ts";
import { Asked } from "#client/ui/asked.tsx";
import { CloseMark } from "#client/ui/close-mark.tsx";
import { MetricInfo } from "#client/ui/metric-info.tsx";
import { Picker } from "#client/ui/picker.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { MeasureState } from "./measure-state.tsx";
import type { StageMeasure, StageMeasures } from "./use-stage-measures.ts";

/** Scopes whose nodes stand in places. */
const scopes = ["park", "city", "enterprise"] as const;
type Scope = (typeof scopes)[number];

const communities: AskedMetric = { id: communitiesId, parameters: {} };
const plain = { colour: null, size: null, hulls: null, classes: "quantile" } as const;

/** What the marks of map and network say: number of exchanges, or any measure of the catalogue by colour and by size. */
export function MeasureControl({ measures }: { readonly measures: StageMeasures }) {
  const { t, name } = useWords();
  const { view, change } = useView();
  const stages = [measures.colour, measures.size, measures.communities];
  const shown = stages.flatMap(({ metric }) => (metric === null ? [] : [name(metric.description)]));
  const isPlain = view.colour === null && view.size === null && view.hulls === null;
  return (
    <div className="measure-control">
      <div className="measure-bar">
        <DialogTrigger>
          <Button className="measure-open">
            {shown.length === 0 ? t("measure.open") : [...new Set(shown)].join(t("list.and"))}
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m4 6 4 4 4-4" />
            </svg>
          </Button>
          <Popover className="popover measure-dialog" placement="bottom end" aria-label={t("measure.open")}>
            <MeasureFields measures={measures} />
          </Popover>
        </DialogTrigger>
        {!isPlain && (
          <Button className="measure-reset" aria-label={t("measure.reset")} onPress={() => change(plain)}>
            <CloseMark />
          </Button>
        )}
      </div>
      {stages.map((measure, place) => (
        <MeasureState key={["colour", "size", "hulls"][place]} measure={measure} />
      ))}
    </div>
  );
}

function MeasureFields({ measures }: { readonly measures: StageMeasures }) {
  const { t } = useWords();
  const catalogue = useQuery(metricCatalogueQuery());
  return (
    <Asked what={t("what.metrics")} result={catalogue}>
      {(page) => <Fields metrics={page.items} measures={measures} />}
    </Asked>
  );
}

interface FieldsProps {
  readonly metrics: readonly MetricDescription[];
  readonly measures: StageMeasures;
}

function Fields({ metrics, measures }: FieldsProps) {
  const { t } = useWords();
  const { view, change } = useView();
  const drawn = measures.colour.metric ?? measures.size.metric;
  const [scope, setScope] = useState<Scope>(scopes.find((one) => one === drawn?.description.scope) ?? "park");
  const ofScope = metrics.filter((metric) => metric.scope === scope);
  return (
    <div className="measure-fields">
      <Picker
        label={t("measure.nodes")}
        value={scope}
        options={scopes.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
        onChange={setScope}
      />
      <MetricField
        label={t("measure.colour")}
        none={t("measure.noColour")}
        measure={measures.colour}
        metrics={ofScope}
        onChange={(colour) => change({ colour })}
      />
      {view.colour !== null && (
        <Picker
          label={t("measure.classes")}
          value={view.classes}
          options={classMethods.map((method) => ({ value: method, label: t(`measure.by-${method}`) }))}
          onChange={(classes) => change({ classes })}
        />
      )}
      <MetricField
        label={t("measure.size")}
        none={t("measure.exchanges")}
        measure={measures.size}
        metrics={ofScope}
        onChange={(size) => change({ size })}
      />
      <label className="inline-check">
        <input
          type="checkbox"
          checked={view.hulls !== null}
          onChange={(event) => change({ hulls: event.target.checked ? communities : null })}
        />
        {t("measure.hulls")}
        {measures.communities.metric !== null && (
          <MetricInfo metric={measures.communities.metric} onChange={(hulls) => change({ hulls })} />
        )}
      </label>
      <Button className="button" onPress={() => change(plain)}>
        {t("measure.reset")}
      </Button>
    </div>
  );
}

interface MetricFieldProps {
  readonly label: string;
  /** What is drawn where no measure is chosen. */
  readonly none: string;
  readonly measure: StageMeasure;
  readonly metrics: readonly MetricDescription[];
  readonly onChange: (asked: AskedMetric | null) => void;
}

function MetricField({ label, none, measure, metrics, onChange }: MetricFieldProps) {
  const { t, name } = useWords();
  const chosen = measure.metric?.description;
  const listed =
    chosen === undefined || metrics.some(({ id }) => id === chosen.id) ? metrics : [chosen, ...metrics];
  return (
    <div className="measure-field">
      <Picker
        label={label}
        value={chosen?.id ?? ""}
        options={[
          { value: "", label: none },
          ...listed.map((one) => ({ value: one.id, label: `${t(`scope.${one.scope}`)} · ${name(one)}` })),
        ]}
        onChange={(id) => onChange(id === "" ? null : { id, parameters: {} })}
      />
      {measure.metric !== null && <MetricInfo metric={measure.metric} onChange={onChange} />}
    </div>
  );
}
