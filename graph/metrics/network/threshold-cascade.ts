import {
  cascadeFinder,
  sortSupplies,
  type Supplies,
  type SupplyRow,
} from "#graph/metrics/kernel/threshold-cascade.ts";
import { numberOf, wordOf } from "#graph/metrics/metric.ts";
import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { columnsOf, unknownEnds } from "#graph/metrics/node-measure.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

const columns = [
  { name: "failed", zh: "随后失效的节点数", en: "Nodes that fail after it" },
  { name: "rounds", zh: "轮数", en: "Rounds" },
  { name: "flowShare", zh: "失去的流量占比", en: "Share of the flow lost" },
];

/**
 * Threshold cascade: who fails in turn after a node has failed, where nobody can do without more than a part of his intake.
 *
 *   v fails in round t + 1 ⇔ Σ_{u alive after t} q_uv / Σ_u q_uv < 1 − θ     where θ = share of intake one can do without.
 *
 * All nodes of a round fail at once. Reads: path, known flows of one layer: one row a node that fails first. Resources
 * replace each other, or each is needed by itself (`essential`: the sums are by resource; in a file by its `resource`).
 * Returns: nodes that fail after it, rounds, share of the known flow with an end at a failed node, itself included.
 * Edge cases: a node without a known intake never fails by others; no known flow → null; undirected → null.
 * Cost: O(nodes × links) at worst. Source: Watts 2002, DOI 10.1073/pnas.082090499. Agrees with: the rounds in networkx.
 */
export const thresholdCascade = ofNetwork(
  {
    name: "thresholdCascade",
    nameZh: "阈值级联",
    nameEn: "Threshold cascade",
    meaningZh: "该企业停运后，因失去过多来源而相继停运的企业数、轮数与失去的流量占比；越高，影响越广",
    meaningEn:
      "How many fail in turn once this one has, because they lose too much of their intake; high = much depends on it",
    unit: "1",
    range: "[0, n − 1]",
    reads: "path",
    needsOneLayer: true,
    formula: "Σ_{u alive} q_uv / Σ_u q_uv < 1 − θ",
    whereZh: "q 为已知年流量，θ 为可以缺少的接收量占比；满足该式的 v 在下一轮失效，同一轮同时失效",
    whereEn:
      "q = known yearly flow, θ = share of intake one can do without; v fails in the next round where this holds, all of a round at once",
    columns,
    parameters: { tolerance: metricParameters.tolerance, substitution: metricParameters.substitution },
    conventions: { unknownQuantities: "left out", noKnownIntake: "never fails by others", ...unknownEnds },
    source: "Watts 2002, DOI 10.1073/pnas.082090499",
    agreesWith: "the rounds, step by step on a networkx 3.6.1 DiGraph",
  },
  (view, options) => {
    if (!view.directed) return resultOf(view, "undirected");
    const supplies = suppliesOf(view, wordOf(options, "substitution") === "essential");
    const total = supplies.quantities.reduce((sum, quantity) => sum + quantity, 0);
    if (total === 0)
      return resultOf(view, view.path.csr.targets.length === 0 ? "no-links" : "no-known-quantity");
    const cascadeOf = cascadeFinder(supplies, numberOf(options, "tolerance"));
    return resultOf(
      view,
      view.path.nodes.map((_, node) => {
        const { failed, rounds, lost } = cascadeOf(node);
        return [failed, rounds, lost / total];
      }),
    );
  },
);

/** The known flows between two ends. Who takes something and is not known cannot be seen to fail. */
function suppliesOf({ path, pathEnds, edges }: GraphView, isByResource: boolean): Supplies {
  const rows: SupplyRow[] = [];
  const kinds = new Map<string | null, number>();
  for (const [edge, supplier] of pathEnds.sources.entries()) {
    const receiver = pathEnds.targets[edge] ?? 0;
    const quantity = edges.quantities[edge] ?? Number.NaN;
    if (supplier === receiver || !(quantity > 0)) continue;
    const name = isByResource ? edges.resourceOf(edge) : null;
    const kind = kinds.get(name) ?? kinds.size;
    kinds.set(name, kind);
    rows.push({ supplier, receiver, kind, quantity });
  }
  return sortSupplies(rows, { nodeCount: pathEnds.nodeCount, knownCount: path.nodes.length });
}

function resultOf(
  { path: { nodes } }: GraphView,
  found: readonly (readonly number[])[] | NullReason,
): MetricResult {
  const reason = typeof found === "string" ? found : null;
  return {
    kind: "byNode",
    nodes: columnsOf(nodes),
    columns: columns.map(({ name }, column) => ({
      name,
      values: nodes.map((_, node) => (typeof found === "string" ? null : (found[node]?.[column] ?? null))),
    })),
    reasons: nodes.map(() => reason),
    reason,
    sample: null,
  };
}
