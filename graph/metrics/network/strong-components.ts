import { strongComponents as findComponents } from "#graph/metrics/kernel/strong-components.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";

/**
 * Strong components: groups of nodes that all reach each other along the links; a node in no cycle is one by itself.
 *
 * Reads: path. Returns: their number, how many have more than one node, and the share of nodes in those.
 * Edge cases: undirected → the connected components; no nodes → 0. Cost: O(nodes + links).
 * Source: Tarjan 1972, DOI 10.1137/0201010. Agrees with: networkx number_strongly_connected_components.
 */
export const strongComponents = onLinks(
  {
    name: "strongComponents",
    nameZh: "强连通分量数",
    nameEn: "Strong components",
    meaningZh: "沿供给方向可相互到达的部分数；越低，循环越多",
    meaningEn: "Parts whose nodes all reach each other along the exchanges; low = material can come back",
    unit: "1",
    range: "[0, n]",
    reads: "path",
    needsOneLayer: false,
    formula: "|S|",
    whereZh: "S 为全部强连通分量，不在任何循环中的节点各为一个",
    whereEn: "S = the strongly connected components; a node in no cycle is one by itself",
    columns: [
      { name: "big", zh: "多于一个节点的", en: "With more than one node" },
      { name: "shareInBig", zh: "其中的节点占比", en: "Share of nodes in those" },
    ],
    parameters: {},
    conventions: unknownEnds,
    source: "Tarjan 1972, DOI 10.1137/0201010",
    agreesWith: "networkx 3.6.1 number_strongly_connected_components on the path graph",
  },
  ({ csr }) => {
    const { count, componentOf } = findComponents(csr);
    const sizes = new Uint32Array(count);
    for (const component of componentOf) sizes[component] = (sizes[component] ?? 0) + 1;
    const big = sizes.filter((size) => size > 1);
    const inBig = big.reduce((sum, size) => sum + size, 0);
    const shareInBig = csr.nodeCount === 0 ? null : inBig / csr.nodeCount;
    return { value: count, parts: { big: big.length, shareInBig } };
  },
);
