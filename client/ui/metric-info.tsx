import { Button } from "react-aria-components/Button";
import { DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { AskedMetric, KnownMetric } from "#client/model/view/asked-metric.ts";
import { CoverageNote } from "./coverage-note.tsx";
import { MetricDefinition } from "./metric-definition.tsx";
import { MetricParameters } from "./metric-parameters.tsx";
import { useMetric } from "./use-metric.ts";
import { useWords } from "./use-words.ts";

interface MetricInfoProps {
  readonly metric: KnownMetric;
  /** Asks for the measure with other parameters. */
  readonly onChange: (asked: AskedMetric) => void;
}

/** Button beside the name of a measure: its definition, its parameters, and what its values stand on. */
export function MetricInfo({ metric, onChange }: MetricInfoProps) {
  const { t, name } = useWords();
  const title = name(metric.description);
  return (
    <DialogTrigger>
      <Button className="info-button" aria-label={t("metric.about", { name: title })}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" />
          <path d="M8 7.2v4M8 4.6v.2" />
        </svg>
      </Button>
      <Popover className="popover metric-info" placement="bottom start">
        <h3 className="metric-info-title">{title}</h3>
        <MetricDefinition metric={metric.description} />
        <MetricParameters metric={metric} onChange={onChange} />
        <Basis metric={metric} />
      </Popover>
    </DialogTrigger>
  );
}

function Basis({ metric }: { readonly metric: KnownMetric }) {
  const { report } = useMetric(metric);
  return report === undefined ? null : <CoverageNote report={report} />;
}
