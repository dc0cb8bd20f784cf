import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { namesArea } from "#graph/schema/filter/filter.ts";
import { filterSentence } from "#graph/schema/filter/sentence.ts";
import { useWords } from "./use-words.ts";

/** What the values of a measure stand on, and under which filter. */
export function CoverageNote({ report }: { readonly report: MetricReport }) {
  const words = useWords();
  const { t, count } = words;
  const { coverage, filter, seed } = report;
  return (
    <p className="secondary coverage">
      {t("metric.coverage", {
        exchanges: count(coverage.exchanges),
        quantified: count(coverage.quantified),
        filteredOut: count(coverage.filteredOut),
        selfLoops: count(coverage.selfLoops),
        nodes: count(coverage.nodes),
        pooled: count(coverage.pooledNodes),
      })}{" "}
      {coverage.leaves > 0 && `${t("metric.leaves", { leaves: count(coverage.leaves) })} `}
      {namesArea(filter) && `${t("metric.area", { outside: count(coverage.outsideNodes) })} `}
      {words.say(filterSentence(filter))}. {t("state.version", { version: report.networkVersion })}
      {seed !== null && ` · ${t("metric.seed", { seed })}`}
    </p>
  );
}
