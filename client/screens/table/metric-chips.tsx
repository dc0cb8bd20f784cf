import { Button } from "react-aria-components/Button";
import type { ValueRange } from "#client/model/metric-rows.ts";
import type { AskedMetric, KnownMetric } from "#client/model/view/asked-metric.ts";
import { CloseMark } from "#client/ui/close-mark.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { MetricInfo } from "#client/ui/metric-info.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** The measures in columns: each with its definition, the range that rows must lie in, the way to the map, and its removal. */
export function MetricChips({ metrics }: { readonly metrics: readonly KnownMetric[] }) {
  const { t } = useWords();
  const { view, change } = useView();
  const others = (id: string) => view.ranges.filter(({ column }) => column !== id);
  const replace = (next: AskedMetric) =>
    change({ metrics: metrics.map(({ asked }) => (asked.id === next.id ? next : asked)) });
  const remove = (id: string) =>
    change({
      metrics: metrics.flatMap(({ asked }) => (asked.id === id ? [] : [asked])),
      ranges: others(id),
      sort: view.sort.filter(({ column }) => column !== id),
    });
  return (
    <ul className="metric-chips" aria-label={t("metric.columns")}>
      {metrics.map((metric) => (
        <MetricChip
          key={metric.asked.id}
          metric={metric}
          range={view.ranges.find(({ column }) => column === metric.asked.id)}
          onChange={replace}
          onRange={(range) =>
            change({ ranges: [...others(metric.asked.id), ...(range === null ? [] : [range])] })
          }
          onRemove={metrics.length > 1 ? () => remove(metric.asked.id) : null}
        />
      ))}
    </ul>
  );
}

interface Limits {
  readonly from: number | null;
  readonly to: number | null;
}

const inOrder = ({ from, to }: Limits): Limits =>
  from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };

interface MetricChipProps {
  readonly metric: KnownMetric;
  readonly range: ValueRange | undefined;
  readonly onChange: (asked: AskedMetric) => void;
  readonly onRange: (range: ValueRange | null) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

function MetricChip({ metric, range, onChange, onRange, onRemove }: MetricChipProps) {
  const { t, name } = useWords();
  const { asked, description } = metric;
  const title = name(description);
  const take = (limits: Limits) =>
    onRange(limits.from === null && limits.to === null ? null : { column: asked.id, ...inOrder(limits) });
  const [from, to] = [range?.from ?? null, range?.to ?? null];
  return (
    <li className="metric-chip">
      <strong>{title}</strong>
      <MetricInfo metric={metric} onChange={onChange} />
      <RangeField
        key={`from ${from}`}
        label={t("metric.atLeast", { name: title })}
        sign="≥"
        value={from}
        onChange={(next) => take({ from: next, to })}
      />
      <span aria-hidden="true">–</span>
      <RangeField
        key={`to ${to}`}
        label={t("metric.atMost", { name: title })}
        sign="≤"
        value={to}
        onChange={(next) => take({ from, to: next })}
      />
      <ViewLink patch={{ tab: "map", colour: asked }}>{t("metric.onMap")}</ViewLink>
      {onRemove !== null && (
        <Button
          className="button-quiet"
          aria-label={t("metric.removeColumn", { name: title })}
          onPress={onRemove}
        >
          <CloseMark />
        </Button>
      )}
    </li>
  );
}

interface RangeFieldProps {
  readonly label: string;
  /** Shown while the field is empty. */
  readonly sign: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A limit, taken when the field is left or Enter is pressed; empty is no limit. */
function RangeField({ label, sign, value, onChange }: RangeFieldProps) {
  const { t } = useWords();
  const take = (field: HTMLInputElement) => {
    const text = field.value.trim();
    const next = text === "" ? null : Number(text);
    if (Number.isNaN(next)) {
      field.setCustomValidity(t("metric.notANumber"));
      field.reportValidity();
    } else if (next !== value) onChange(next);
  };
  return (
    <input
      className="input range-field"
      aria-label={label}
      inputMode="decimal"
      placeholder={sign}
      defaultValue={value ?? ""}
      onChange={(event) => event.target.setCustomValidity("")}
      onBlur={(event) => take(event.target)}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget);
      }}
    />
  );
}
