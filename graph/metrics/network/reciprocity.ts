import { sourcesOf } from "#graph/projection/graphs/csr.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";

/**
 * Reciprocity: the share of links whose two ends also exchange the other way round.
 *
 *   |{(u, v) : u→v and v→u}| / m     where m = links of the flow graph.
 *
 * Edge cases: no links, or an undirected network → null. Source: Newman, Forrest, Balthrop 2002, DOI 10.1103/PhysRevE.66.035101.
 */
export const reciprocity = onLinks(
  {
    name: "reciprocity",
    nameZh: "互惠度",
    nameEn: "Reciprocity",
    meaningZh: "存在反向链接的链接所占比例；越高，双向交换越多",
    meaningEn: "Share of links that have a return link; high = exchanges run both ways",
    unit: "1",
    range: "[0, 1]",
    reads: "flow",
    needsOneLayer: false,
    formula: "|{u→v : v→u}| / m",
    whereZh: "m 为有向链接数",
    whereEn: "m = number of directed links",
    parameters: {},
    conventions: {},
    source: "Newman, Forrest, Balthrop 2002, DOI 10.1103/PhysRevE.66.035101",
    agreesWith: "networkx 3.6.1 reciprocity",
  },
  ({ csr, reversed, directed }) => {
    if (!directed) return "undirected";
    const links = csr.targets.length;
    if (links === 0) return "no-links";
    // Both graphs list their links in ascending order, so one merge finds the common ones.
    const back = reversed.csr;
    const keysOf = ({ targets }: typeof csr, sources: Uint32Array) =>
      Float64Array.from(targets, (target, link) => (sources[link] ?? 0) * csr.nodeCount + target);
    const forwardKeys = keysOf(csr, sourcesOf(csr));
    const backKeys = keysOf(back, sourcesOf(back));
    let common = 0;
    for (let left = 0, right = 0; left < links && right < links;) {
      const difference = (forwardKeys[left] ?? 0) - (backKeys[right] ?? 0);
      if (difference === 0) common++;
      if (difference <= 0) left++;
      if (difference >= 0) right++;
    }
    return common / links;
  },
);
