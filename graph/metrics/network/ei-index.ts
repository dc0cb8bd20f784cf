import { byGroup, codesOf, groupingOf } from "#graph/metrics/groups.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";

/**
 * E-I index: whether the links of the web run between parks or inside them.
 *
 *   EI = (E − I) / (E + I)     where E = links between two parks, I = inside one; parks on one ground are one.
 *
 * Reads: flow; links with both parks known. Returns: [−1, 1], and what chance would give: 1 − 2 Σ_s n_s(n_s − 1)/(n(n − 1))
 * over the nodes whose park is known, the mean over all ways to deal the parks anew.
 * Edge cases: no such link → null. Source: Krackhardt, Stern 1988, DOI 10.2307/2786835. Agrees with: that formula.
 */
export const networkEiIndex = onLinks(
  {
    name: "eiIndex",
    nameZh: "E-I 指数",
    nameEn: "E-I index",
    meaningZh: "链接跨园区还是在园区内：−1 全部在内，1 全部跨园区；与随机预期一并给出，因为小园区天然对外",
    meaningEn:
      "Whether links run between parks or inside: −1 = all inside, 1 = all across; read it against what chance gives",
    unit: "1",
    range: "[−1, 1]",
    reads: "flow",
    needsOneLayer: false,
    formula: "EI = (E − I)/(E + I)",
    whereZh: "E、I 为跨分组、分组内的链接数；分组默认为园区，分组不详的链接不计",
    whereEn: "E, I = links between groups, inside one; groups are parks by default, unknown ones left out",
    columns: [{ name: "expected", zh: "随机预期", en: "Expected by chance" }],
    parameters: byGroup,
    conventions: { unknownGroups: "left out" },
    source: "Krackhardt, Stern 1988, DOI 10.2307/2786835",
    agreesWith: "the formula, written anew in numpy",
  },
  (links, options, view) => {
    const grouping = groupingOf(view, options);
    const codes = codesOf(links, grouping);
    let [across, inside] = [0, 0];
    for (const [link, source] of links.sources.entries()) {
      const [left = -1, right = -1] = [codes[source], codes[links.csr.targets[link] ?? 0]];
      if (left < 0 || right < 0) continue;
      if (left === right) inside++;
      else across++;
    }
    if (across + inside === 0) return links.sources.length === 0 ? "no-links" : "group-not-known";
    const sizes = new Float64Array(grouping.labels.length);
    for (const code of codes) if (code >= 0) sizes[code] = (sizes[code] ?? 0) + 1;
    const known = sizes.reduce((sum, size) => sum + size, 0);
    const together = sizes.reduce((sum, size) => sum + size * (size - 1), 0) / (known * (known - 1));
    return { value: (across - inside) / (across + inside), parts: { expected: 1 - 2 * together } };
  },
);
