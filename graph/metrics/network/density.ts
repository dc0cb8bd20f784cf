import { directedDensity } from "graphology-metrics/graph/density.js";
import { onLinks } from "#graph/metrics/network-measure.ts";

/**
 * Density: the share of all possible links that exist.
 *
 *   m / (n(n − 1))     where n = enterprises, isolated ones included; m = links of the flow graph.
 *
 * Edge cases: n < 2 → 0, as in networkx. Source: Wasserman, Faust 1994.
 */
export const density = onLinks(
  {
    name: "density",
    nameZh: "网络密度",
    nameEn: "Density",
    meaningZh: "实际链接数占可能链接数的比例；越高，网络越密",
    meaningEn: "Share of the possible links that exist; high = a dense web",
    unit: "1",
    range: "[0, 1]",
    reads: "flow",
    needsOneLayer: false,
    formula: "m / (n(n−1))",
    whereZh: "m 为链接数，n 为节点数；n < 2 时为 0",
    whereEn: "m = links, n = nodes; 0 where n < 2",
    parameters: {},
    conventions: {},
    source: "Wasserman, Faust 1994, DOI 10.1017/CBO9780511815478",
    agreesWith: "networkx 3.6.1 density",
    libraries: ["graphology-metrics"],
  },
  ({ nodes, csr }) => (nodes.length < 2 ? 0 : directedDensity(nodes.length, csr.targets.length)),
);
