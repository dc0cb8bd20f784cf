import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { useWords } from "./use-words.ts";

/** Says of estimated values from how many start nodes, and how far from the exact ones they may lie. */
export function SampleNote({ report: { result } }: { readonly report: MetricReport }) {
  const { t, count, measure } = useWords();
  if ((result.kind !== "byNode" && result.kind !== "byLink") || result.sample === null) return null;
  const { drawn, of, error } = result.sample;
  return (
    <p className="note">
      {t("metric.sample", { drawn: count(drawn), total: count(of) })}
      {error !== null && t("metric.sampleError", { error: measure(error) })}
    </p>
  );
}
