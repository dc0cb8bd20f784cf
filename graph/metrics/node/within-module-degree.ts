import { byGroup, forEachEnd, groupingOf, groupsOfScope } from "#graph/metrics/groups.ts";
import { everyScope, type NodeMeasure, type Value } from "#graph/metrics/node-measure.ts";

/**
 * Within-module degree: how far the links of a node inside its park exceed what is usual there.
 *
 *   z(v) = (κ_v − mean κ) / sd κ     where κ = links, in and out, to nodes of the own park; over the nodes of that park.
 *
 * Reads: flow. Returns: one score a node, (−∞, ∞), in population standard deviations (n, not n − 1).
 * Edge cases: sd = 0, a park of one node too → 0; own park not known → null.
 * Source: Guimerà, Amaral 2005, DOI 10.1038/nature03288. Agrees with: that formula in numpy.
 */
export const withinModuleDegree: NodeMeasure = {
  name: "withinModuleDegree",
  scopes: everyScope,
  nameZh: "模块内度 z",
  nameEn: "Within-module degree",
  meaningZh: ({ nodeZh }) =>
    `该${nodeZh}在本园区内的链接数高出本园区平均多少个标准差；越高，越是园区内的枢纽`,
  meaningEn: ({ nodeEn }) =>
    `By how many standard deviations the links of the ${nodeEn} inside its park exceed the mean there; high = a hub of its park`,
  unit: "1",
  range: "(−∞, ∞)",
  reads: "flow",
  needsOneLayer: false,
  formula: "z(v) = (κ_v − mean κ)/sd κ",
  whereZh: "κ 为与本分组节点的链接数，均值与总体标准差取自本分组；分组默认为园区",
  whereEn:
    "κ = links to nodes of the own group, mean and population sd over that group; groups are parks by default",
  parameters: byGroup,
  parametersIn: groupsOfScope,
  conventions: { sd: "population", sdOfZero: 0 },
  source: "Guimerà, Amaral 2005, DOI 10.1038/nature03288",
  agreesWith: "the formula, written anew in numpy",
  score: (links, options, view) => {
    const { codes, labels } = groupingOf(view, options);
    const inside = new Float64Array(links.nodes.length);
    forEachEnd(links, (node, partner) => {
      if ((codes[node] ?? -1) >= 0 && codes[node] === codes[partner]) inside[node] = (inside[node] ?? 0) + 1;
    });
    const sums = labels.map(() => ({ count: 0, sum: 0, squares: 0 }));
    for (const [node, count] of inside.entries()) {
      const group = sums[codes[node] ?? -1];
      if (group === undefined) continue;
      group.count += 1;
      group.sum += count;
      group.squares += count * count;
    }
    return {
      values: Array.from(inside, (count, node): Value => {
        const group = sums[codes[node] ?? -1];
        if (group === undefined) return "group-not-known";
        // Whole numbers: n² var = n Σκ² − (Σκ)² is exact, and 0 where all are equal.
        const spread = group.count * group.squares - group.sum * group.sum;
        return spread === 0 ? 0 : (group.count * count - group.sum) / Math.sqrt(spread);
      }),
    };
  },
};
