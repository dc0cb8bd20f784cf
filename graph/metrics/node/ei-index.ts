import { byGroup, forEachEnd, groupingOf, groupsOfScope } from "#graph/metrics/groups.ts";
import { everyScope, type NodeMeasure, type Value } from "#graph/metrics/node-measure.ts";

/**
 * E-I index: whether the links of a node run to other parks or stay in its own.
 *
 *   EI(v) = (E − I) / (E + I)     where E = links of v, in and out, to other parks, I = to nodes of its own park.
 *
 * Reads: flow. Links of which a park is not known are in neither. Returns: one score a node, [−1, 1]: −1 = all inside,
 * 1 = all across. Edge cases: no link → null; own park not known → null.
 * Source: Krackhardt, Stern 1988, DOI 10.2307/2786835. Agrees with: that formula.
 */
export const nodeEiIndex: NodeMeasure = {
  name: "eiIndex",
  scopes: everyScope,
  nameZh: "E-I 指数",
  nameEn: "E-I index",
  meaningZh: ({ nodeZh }) => `该${nodeZh}的链接跨园区还是在园区内：−1 全部在内，1 全部跨园区`,
  meaningEn: ({ nodeEn }) =>
    `Whether the links of the ${nodeEn} cross park borders: −1 = all inside, 1 = all across`,
  unit: "1",
  range: "[−1, 1]",
  reads: "flow",
  needsOneLayer: false,
  formula: "EI(v) = (E − I)/(E + I)",
  whereZh: "E、I 为 v 与其他分组、本分组节点的链接数；分组默认为园区，分组不详的链接不计",
  whereEn:
    "E, I = links of v to nodes of other groups, of its own; groups are parks by default, unknown ones left out",
  parameters: byGroup,
  parametersIn: groupsOfScope,
  conventions: { unknownGroups: "left out" },
  source: "Krackhardt, Stern 1988, DOI 10.2307/2786835",
  agreesWith: "the formula, written anew in numpy",
  score: (links, options, view) => {
    const { codes } = groupingOf(view, options);
    const across = new Float64Array(links.nodes.length);
    const inside = new Float64Array(links.nodes.length);
    forEachEnd(links, (node, partner) => {
      const [own = -1, other = -1] = [codes[node], codes[partner]];
      if (own < 0 || other < 0) return;
      const side = own === other ? inside : across;
      side[node] = (side[node] ?? 0) + 1;
    });
    return {
      values: Array.from(across, (external, node): Value => {
        if ((codes[node] ?? -1) < 0) return "group-not-known";
        const internal = inside[node] ?? 0;
        return external + internal === 0 ? "no-partner" : (external - internal) / (external + internal);
      }),
    };
  },
};
