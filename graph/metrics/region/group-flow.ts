import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { Grouping } from "#graph/projection/graphs/graph-node.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";

/** The matrices of a flow between groups, in the order of the result. */
export const flowColumns: MetricDescription["columns"] = [
  { name: "flow", zh: "已知年流量之和", en: "Sum of known yearly flows" },
  { name: "exchanges", zh: "交换条数", en: "Exchanges" },
];

const notKnown = { id: "unknown", nameZh: "不详", nameEn: "not known" };

/**
 * What each group supplies to each: exchanges and known flow. Rows supply columns; ends of which the group is not known
 * have a row and a column of their own where there are any. A cell without a known flow has flow null. Cost: linear.
 */
export function sumByGroup({ edges, ends, directed }: GraphView, { codes, labels }: Grouping): MetricResult {
  const isUnknown = (node: number) => (codes[node] ?? -1) < 0;
  const hasUnknown = ends.sources.some(isUnknown) || ends.targets.some(isUnknown);
  const shown = hasUnknown ? [...labels, notKnown] : labels;
  const square = <T>(value: T): T[][] => shown.map(() => shown.map(() => value));
  const exchanges = square(0);
  const flow = square<number | null>(null);
  const add = (row: number, column: number, quantity: number) => {
    const counts = exchanges[row] ?? [];
    counts[column] = (counts[column] ?? 0) + 1;
    const flows = flow[row] ?? [];
    if (!Number.isNaN(quantity)) flows[column] = (flows[column] ?? 0) + quantity;
  };
  const codeOf = (node: number) => (isUnknown(node) ? labels.length : (codes[node] ?? 0));
  for (const [edge, source] of ends.sources.entries()) {
    const [row, column] = [codeOf(source), codeOf(ends.targets[edge] ?? 0)];
    const quantity = edges.quantities[edge] ?? Number.NaN;
    add(row, column, quantity);
    if (!directed && row !== column) add(column, row, quantity);
  }
  return {
    kind: "matrix",
    labels: {
      ids: shown.map(({ id }) => id),
      namesZh: shown.map(({ nameZh }) => nameZh),
      namesEn: shown.map(({ nameEn }) => nameEn),
    },
    matrices: [
      { name: "flow", rows: flow },
      { name: "exchanges", rows: exchanges },
    ],
    reason: null,
  };
}
