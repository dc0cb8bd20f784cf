import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import { kindOf } from "#graph/projection/graphs/graph-ends.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { Metric, MetricOptions } from "./metric.ts";
import { columnsOf, type MeasureText, type Sample } from "./node-measure.ts";

/** One score a link. */
export interface LinkScores {
  readonly values: ArrayLike<number>;
  readonly sample?: Sample | null;
}

export interface LinkMeasure extends MeasureText {
  /** Second half of the metric's id. */
  readonly name: string;
  readonly meaningZh: string;
  readonly meaningEn: string;
  readonly columns?: MetricDescription["columns"];
  readonly score: (links: GraphLinks, options: MetricOptions, view: GraphView) => LinkScores | NullReason;
}

/** A measure of single links; in `tie` and in an undirected network each pair has one row. */
export function onEachLink({ name, score, columns = [], ...text }: LinkMeasure): Metric {
  return {
    description: { id: `link.${name}`, scope: "link", ...text, columns },
    compute(view, options) {
      const links = view[kindOf(text.reads)];
      const found = score(links, options, view);
      const asTie = text.reads === "tie";
      const graph = asTie ? links.tie : { csr: links.csr, sources: links.sources };
      const listed = rowsOf(links, graph, asTie || !links.directed);
      return {
        kind: "byLink",
        nodes: columnsOf(links.nodes),
        sources: listed.rows.map((link) => graph.sources[link] ?? 0),
        targets: listed.rows.map((link) => graph.csr.targets[link] ?? 0),
        columns: [
          {
            name: columns[0]?.name ?? "value",
            values: listed.rows.map((link) => (typeof found === "string" ? null : (found.values[link] ?? 0))),
          },
        ],
        unlisted: listed.unlisted,
        reason: typeof found === "string" ? found : null,
        sample: typeof found === "string" ? null : (found.sample ?? null),
      };
    },
  };
}

/** Links between two nodes with a name; of a pair that stands twice the one from the node that comes first. */
function rowsOf(
  { nodes }: GraphLinks,
  { csr, sources }: { readonly csr: Csr; readonly sources: Uint32Array },
  isPair: boolean,
) {
  const rows: number[] = [];
  let unlisted = 0;
  for (const [link, source] of sources.entries()) {
    const target = csr.targets[link] ?? 0;
    if (isPair && target < source) continue;
    if (source < nodes.length && target < nodes.length) rows.push(link);
    else unlisted++;
  }
  return { rows, unlisted };
}
