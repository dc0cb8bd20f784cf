import { byGroup, groupingOf } from "#graph/metrics/groups.ts";
import { flowFinder, type Pipes } from "#graph/metrics/kernel/max-flow.ts";
import { ofNetwork } from "#graph/metrics/network-measure.ts";
import type { Grouping } from "#graph/projection/graphs/graph-node.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";

/** Groups up to which every pair is measured. */
const mostGroups = 200;
/** Two sums of the same flows in another order differ by less than this share. */
const rounding = 1e-9;

/**
 * Corridor bottleneck: how much the corridors between parks let pass from each park to each, over others too, and how
 * many corridors stand in the narrowest place.
 *
 *   max Σ_r x_pr − Σ_r x_rp, 0 ≤ x ≤ c, x balanced at all but p and q     where c_pq = known yearly flow from p to q.
 *
 * Reads: raw; parks on one ground are one; an exchange with an end in no known park leads nowhere and is left out.
 * Returns: two matrices, rows supply columns. Edge cases: where a corridor of unknown flow could raise it → null;
 * no way from p to q → 0; the diagonal → null; over 200 groups → null.
 * Cost: O(groups³ × corridors²) at worst. Source: Ford, Fulkerson 1956; Edmonds, Karp 1972, DOI 10.1145/321694.321699.
 * Agrees with: networkx maximum_flow.
 */
export const corridorBottleneck = ofNetwork(
  {
    name: "corridorBottleneck",
    nameZh: "通道瓶颈",
    nameEn: "Corridor bottleneck",
    meaningZh: "从行园区到列园区（可经其他园区）最多能通过的已知流量，及最窄处的通道数；通道数少，说明易断",
    meaningEn:
      "The most that passes from the row's park to the column's, over others too, and the corridors at the narrowest place; few = easily cut",
    unit: "layer",
    range: "[0, ∞)",
    reads: "raw",
    needsOneLayer: true,
    formula: "max (Σ_r x_pr − Σ_r x_rp), 0 ≤ x ≤ c",
    whereZh: "c 为园区之间已知年流量，x 在 p、q 以外的园区收支相等；p 为起点，q 为终点",
    whereEn: "c = known yearly flow between parks; x is balanced at all parks but p, where it starts, and q",
    columns: [
      { name: "maxFlow", zh: "最大流", en: "Maximum flow" },
      { name: "cutCorridors", zh: "最窄处的通道数", en: "Corridors at the narrowest place" },
    ],
    parameters: byGroup,
    conventions: { unknownFlow: "null where it could raise the maximum", groupsUpTo: mostGroups },
    source: "Ford, Fulkerson 1956, DOI 10.4153/CJM-1956-045-5",
    agreesWith: "networkx 3.6.1 maximum_flow",
  },
  (view, options) => {
    const grouping = groupingOf(view, options);
    const { labels } = grouping;
    const reason = reasonAgainst(view, grouping);
    const hasUnknown = view.edges.quantities.some((quantity) => Number.isNaN(quantity));
    const known = flowFinder(pipesBetween(view, grouping, "known"));
    const most = flowFinder(pipesBetween(view, grouping, "most"));
    const cells = (reason === null ? labels : []).map((_row, from) =>
      labels.map((_column, to) => {
        if (from === to) return null;
        const found = known(from, to);
        const couldBe = hasUnknown ? most(from, to).value : found.value;
        return couldBe > found.value * (1 + rounding) ? null : found;
      }),
    );
    return {
      kind: "matrix",
      labels: {
        ids: labels.map(({ id }) => id),
        namesZh: labels.map(({ nameZh }) => nameZh),
        namesEn: labels.map(({ nameEn }) => nameEn),
      },
      matrices: [
        { name: "maxFlow", rows: cells.map((row) => row.map((cell) => cell?.value ?? null)) },
        { name: "cutCorridors", rows: cells.map((row) => row.map((cell) => cell?.cut ?? null)) },
      ],
      reason,
    };
  },
);

function reasonAgainst({ nodes }: GraphView, { labels }: Grouping) {
  if (nodes.length === 0) return "no-nodes";
  if (labels.length === 0) return "group-not-known";
  return labels.length > mostGroups ? "too-many-nodes" : null;
}

/** The corridors between groups. What is not known of one counts nothing (`known`), or is without limit (`most`). */
function pipesBetween(
  { edges, ends, directed }: GraphView,
  { codes, labels }: Grouping,
  bound: "known" | "most",
): Pipes {
  const capacities = new Map<number, number>();
  const add = (from: number, to: number, quantity: number) =>
    capacities.set(from * labels.length + to, (capacities.get(from * labels.length + to) ?? 0) + quantity);
  for (const [edge, source] of ends.sources.entries()) {
    const [from = -1, to = -1] = [codes[source], codes[ends.targets[edge] ?? 0]];
    if (from < 0 || to < 0 || from === to) continue;
    const quantity = edges.quantities[edge] ?? Number.NaN;
    const counted = Number.isNaN(quantity) ? (bound === "known" ? 0 : Infinity) : quantity;
    add(from, to, counted);
    if (!directed) add(to, from, counted);
  }
  const keys = [...capacities.keys()];
  return {
    nodeCount: labels.length,
    sources: keys.map((key) => Math.floor(key / labels.length)),
    targets: keys.map((key) => key % labels.length),
    capacities: [...capacities.values()],
  };
}
