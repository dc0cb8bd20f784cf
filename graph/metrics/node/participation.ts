import { byGroup, forEachEnd, groupingOf, groupsOfScope } from "#graph/metrics/groups.ts";
import { everyScope, type NodeMeasure, type Value } from "#graph/metrics/node-measure.ts";

/**
 * Participation: how evenly the links of a node spread over the parks.
 *
 *   P(v) = 1 − Σ_s (k_vs / k_v)²     where k_vs = links of v, in and out, to nodes of park s; k_v = Σ_s k_vs.
 *
 * Reads: flow. Links to partners whose park is not known are left out. Returns: one score a node, [0, 1): 0 = all links
 * go to one park. Edge cases: no link → 0; links, but none to a known park → null.
 * Source: Guimerà, Amaral 2005, DOI 10.1038/nature03288. Agrees with: that formula.
 */
export const participation: NodeMeasure = {
  name: "participation",
  scopes: everyScope,
  nameZh: "参与系数",
  nameEn: "Participation",
  meaningZh: ({ nodeZh }) => `该${nodeZh}的链接在各园区之间分布的均匀程度；0 为全部在同一园区，越高越分散`,
  meaningEn: ({ nodeEn }) =>
    `How evenly the links of the ${nodeEn} spread over parks; 0 = all to one, high = spread`,
  unit: "1",
  range: "[0, 1)",
  reads: "flow",
  needsOneLayer: false,
  formula: "P(v) = 1 − Σ_s (k_vs/k_v)^2",
  whereZh: "k_vs 为 v 与分组 s 的节点之间的链接数（供出与接收都算），k_v 为其和；分组默认为园区",
  whereEn:
    "k_vs = links of v, in and out, with nodes of group s, k_v = their sum; groups are parks by default",
  parameters: byGroup,
  parametersIn: groupsOfScope,
  conventions: { noLinks: 0, unknownGroups: "left out" },
  source: "Guimerà, Amaral 2005, DOI 10.1038/nature03288",
  agreesWith: "the formula, written anew in numpy",
  score: (links, options, view) => {
    const { codes, labels } = groupingOf(view, options);
    const nodes = links.nodes.length;
    const counts = Array.from({ length: nodes }, () => new Map<number, number>());
    const linked = new Uint8Array(nodes);
    forEachEnd(links, (node, partner) => {
      linked[node] = 1;
      const code = codes[partner] ?? -1;
      const own = counts[node];
      if (code >= 0 && code < labels.length) own?.set(code, (own.get(code) ?? 0) + 1);
    });
    return {
      values: counts.map((byCode, node): Value => {
        const total = byCode.values().reduce((sum, count) => sum + count, 0);
        if (total === 0) return linked[node] === 1 ? "group-not-known" : 0;
        return 1 - byCode.values().reduce((sum, count) => sum + (count / total) ** 2, 0);
      }),
    };
  },
};
