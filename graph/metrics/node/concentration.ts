import { everyScope, type NodeMeasure, type NodeScores, type Value } from "#graph/metrics/node-measure.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/**
 * Concentration (Herfindahl-Hirschman): whether a node depends on few suppliers, or on few receivers.
 *
 *   HHI(v) = Σ_u s_u²     where s_u = share of supplier u in the known intake of v (of receiver u in its known output).
 *
 * Reads: flow, known flows. Returns: one score a node, (0, 1]: 1 = one partner, 1/HHI = effective number of partners.
 * Edge cases: no partner on that side → null; no known flow, or all of them 0 → null. Errors: needs one layer.
 * Source: Rhoades 1993; Hirschman 1964, DOI 10.2307/1814838. Agrees with: that formula.
 */
const text = {
  scopes: everyScope,
  unit: "1",
  range: "(0, 1]",
  reads: "flow",
  needsOneLayer: true,
  parameters: {},
  conventions: { unknownQuantities: "left out" },
  source: "Hirschman 1964, DOI 10.2307/1814838",
  agreesWith: "the formula, written anew in numpy",
} as const;

export const supplierHhi: NodeMeasure = {
  ...text,
  name: "supplierHhi",
  nameZh: "来源集中度",
  nameEn: "Supplier concentration",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}的接收量集中于少数来源${partnersZh}的程度；1 为只有一个来源`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `How far the intake of the ${nodeEn} comes from few ${partnersEn}; 1 = from one alone`,
  formula: "HHI(v) = Σ_u (q(u→v)/s_in(v))^2",
  whereZh: "q 为已知年流量，s_in 为流入强度",
  whereEn: "q = known yearly flow, s_in = in-strength",
  score: (links) => concentrate(links, links.csr.targets),
};

export const receiverHhi: NodeMeasure = {
  ...text,
  name: "receiverHhi",
  nameZh: "去向集中度",
  nameEn: "Receiver concentration",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}的供出量集中于少数去向${partnersZh}的程度；1 为只有一个去向`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `How far what the ${nodeEn} supplies goes to few ${partnersEn}; 1 = to one alone`,
  formula: "HHI(v) = Σ_w (q(v→w)/s_out(v))^2",
  whereZh: "q 为已知年流量，s_out 为流出强度",
  whereEn: "q = known yearly flow, s_out = out-strength",
  score: (links) => concentrate(links, links.sources),
};

function concentrate(
  { nodes, flows, quantifiedCounts }: GraphLinks,
  ends: Uint32Array,
): NodeScores | NullReason {
  if (flows === null) return "several-layers";
  const links = new Uint32Array(nodes.length);
  const known = new Uint32Array(nodes.length);
  const sums = new Float64Array(nodes.length);
  for (const [link, node] of ends.entries()) {
    links[node] = (links[node] ?? 0) + 1;
    known[node] = (known[node] ?? 0) + (quantifiedCounts[link] ?? 0);
    sums[node] = (sums[node] ?? 0) + (flows[link] ?? 0);
  }
  const shares = new Float64Array(nodes.length);
  for (const [link, node] of ends.entries())
    shares[node] = (shares[node] ?? 0) + ((flows[link] ?? 0) / (sums[node] ?? 1)) ** 2;
  return {
    values: Array.from(shares, (share, node): Value => {
      if (links[node] === 0) return "no-partner";
      if (known[node] === 0) return "no-known-quantity";
      return sums[node] === 0 ? "zero-total" : share;
    }),
  };
}
