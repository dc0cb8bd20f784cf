import { wordOf } from "#graph/metrics/metric.ts";
import { columnsOf } from "#graph/metrics/node-measure.ts";
import { analyseFlows } from "./flow-analysis.ts";
import { ofFlows } from "./flow-measure.ts";

/**
 * Balance check: what is recorded to enter and to leave each node, how far apart the two are, and what closes the gap.
 *
 *   imbalance_i = |in_i − out_i| / ((in_i + out_i)/2)
 *   where in_i = Σ_j f_ji + z_i, out_i = Σ_j f_ij + y_i, as recorded.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: four numbers a node.
 * Edge cases: a node without flows → 0; an undirected network → null.
 * Source: Fath et al. 2007. Agrees with: enaR 3.1.0 ssCheck, which takes a node within 5 % as steady.
 */
export const nodeBalance = ofFlows(
  {
    name: "nodeBalance",
    nameZh: "节点平衡检查",
    nameEn: "Balance of each node",
    meaningZh: "记录的流入与流出相差的比例；越高，记录越不完整，流分析越不可靠",
    meaningEn:
      "How far recorded input and output differ; high = incomplete records, and flow analysis to be doubted",
    range: "[0, 2]",
    formula: "|in_i − out_i| / ((in_i + out_i)/2)",
    whereZh: "in_i = Σ_j f_ji + z_i 为记录的流入，out_i = Σ_j f_ij + y_i 为记录的流出",
    whereEn: "in_i = Σ_j f_ji + z_i, recorded input; out_i = Σ_j f_ij + y_i, recorded output",
    source: "Fath, Scharler, Ulanowicz, Hannon 2007, DOI 10.1016/j.ecolmodel.2007.04.029",
    agreesWith: "enaR 3.1.0 ssCheck",
  },
  [
    { name: "imbalance", zh: "不平衡比例", en: "Imbalance, as a share of the mean of input and output" },
    { name: "inward", zh: "记录的流入", en: "Recorded input" },
    { name: "outward", zh: "记录的流出", en: "Recorded output" },
    { name: "imputed", zh: "为平衡而补入的边界流", en: "Boundary flow imputed to balance it" },
  ],
  (view, options) => {
    const analysis = analyseFlows(view, wordOf(options, "boundary"));
    const isUndefined = typeof analysis === "string";
    const columns = isUndefined
      ? { imbalance: [], inward: [], outward: [], imputed: [] }
      : { imbalance: analysis.balance.imbalance, ...analysis.recorded, imputed: analysis.imputed };
    return {
      kind: "byNode",
      nodes: columnsOf(view.nodes),
      columns: (["imbalance", "inward", "outward", "imputed"] as const).map((name) => ({
        name,
        values: view.nodes.map((_, node) => columns[name][node] ?? null),
      })),
      reasons: view.nodes.map(() => (isUndefined ? analysis : null)),
      reason: isUndefined ? analysis : null,
      sample: null,
    };
  },
);
