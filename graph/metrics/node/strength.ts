import { everyScope, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import { combine, scoresOf, sumLinks } from "./flow-sums.ts";

/**
 * Strength: how much of one layer a node passes on to others (out) or takes from others (in) in a year; both together,
 * and out less in.
 *
 *   out(v) = Σ q(v → w) over all w ≠ v      in(v) = Σ q(u → v) over all u ≠ v
 *   where q = sum of the known flows of a link, in t/a (material), GJ/a (energy) or m³/a (water).
 *
 * Reads: flow. Returns: one score a node in the unit of the layer, [0, ∞).
 * Edge cases: no exchange → 0; exchanges of which none has a known quantity → null; some unknown → the sum of the known
 * ones, a lower bound (see coverage). What stays inside a node is not part of its strength.
 * Errors: needs one layer, for quantities of different layers never add.
 * Source: Barrat et al. 2004, DOI 10.1073/pnas.0400087101. Agrees with: networkx DiGraph.out_degree(weight=…).
 */
const strengthText = {
  scopes: everyScope,
  unit: "layer",
  range: "[0, ∞)",
  reads: "flow",
  needsOneLayer: true,
  parameters: {},
  conventions: { unknownQuantities: "left out" },
  source: "Barrat, Barthélemy, Pastor-Satorras, Vespignani 2004, DOI 10.1073/pnas.0400087101",
} as const;

export const outStrength: NodeMeasure = {
  ...strengthText,
  name: "outStrength",
  nameZh: "流出强度",
  nameEn: "Out-strength",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}每年供给其他${partnersZh}的已知数量之和；越高，对外供给越多`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Sum of the known yearly quantities the ${nodeEn} supplies to other ${partnersEn}; high = a large supplier`,
  formula: "s_out(v) = Σ_w q(v→w), w ≠ v",
  whereZh: "q 为一个层内已知的年流量",
  whereEn: "q = known yearly flow of one layer",
  agreesWith: "networkx 3.6.1 DiGraph.out_degree(weight)",
  score: (links) => scoresOf(sumLinks(links, links.sources)),
};

export const inStrength: NodeMeasure = {
  ...strengthText,
  name: "inStrength",
  nameZh: "流入强度",
  nameEn: "In-strength",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}每年从其他${partnersZh}接收的已知数量之和；越高，对外消纳越多`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Sum of the known yearly quantities the ${nodeEn} takes from other ${partnersEn}; high = a large receiver`,
  formula: "s_in(v) = Σ_u q(u→v), u ≠ v",
  whereZh: "q 为一个层内已知的年流量",
  whereEn: "q = known yearly flow of one layer",
  agreesWith: "networkx 3.6.1 DiGraph.in_degree(weight)",
  score: (links) => scoresOf(sumLinks(links, links.csr.targets)),
};

export const strength: NodeMeasure = {
  ...strengthText,
  name: "strength",
  nameZh: "总强度",
  nameEn: "Strength",
  meaningZh: ({ nodeZh, partnersZh }) => `该${nodeZh}每年与其他${partnersZh}之间已知数量之和，供出与接收相加`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Sum of the known yearly quantities between the ${nodeEn} and other ${partnersEn}, supplied and taken together`,
  formula: "s(v) = s_in(v) + s_out(v)",
  whereZh: "s_in、s_out 为流入与流出强度；无方向的网络为各链接已知数量之和",
  whereEn: "s_in, s_out = in-strength and out-strength; in an undirected network the sum over the links of v",
  agreesWith: "networkx 3.6.1 DiGraph.degree(weight)",
  score: (links) => {
    const out = sumLinks(links, links.sources);
    return links.directed ? combine(links, out, (into, from) => into + from) : scoresOf(out);
  },
};

export const netStrength: NodeMeasure = {
  ...strengthText,
  name: "netStrength",
  range: "(−∞, ∞)",
  nameZh: "净供出",
  nameEn: "Net strength",
  meaningZh: ({ nodeZh }) => `该${nodeZh}供出减接收的已知数量；为正是净供方，为负是净需方`,
  meaningEn: ({ nodeEn }) =>
    `Known quantity the ${nodeEn} supplies less what it takes; above 0 = a net supplier, below = a net receiver`,
  formula: "s_out(v) − s_in(v)",
  whereZh: "s_in、s_out 为流入与流出强度；无方向的网络为 0",
  whereEn: "s_in, s_out = in-strength and out-strength; 0 in an undirected network",
  agreesWith: "networkx 3.6.1 DiGraph.out_degree(weight) − in_degree(weight)",
  score: (links) => combine(links, sumLinks(links, links.sources), (into, from) => from - into),
};
