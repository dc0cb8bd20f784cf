import { weakComponentSizes } from "#graph/metrics/kernel/components.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";

const components = {
  unit: "1",
  reads: "path",
  needsOneLayer: false,
  parameters: {},
  conventions: unknownEnds,
  source: "Wasserman, Faust 1994, DOI 10.1017/CBO9780511815478",
} as const;

/**
 * Weak components of the path graph: groups of enterprises hanging together if directions are ignored; an isolated
 * enterprise is one, and what is not known joins nobody.
 */
export const weakComponents = onLinks(
  {
    ...components,
    name: "weakComponents",
    nameZh: "弱连通分量数",
    nameEn: "Weak components",
    meaningZh:
      "不计方向时互不相连的部分数，孤立企业各算一个，汇总或不详的一端不使两家企业相连；越高，网络越破碎",
    meaningEn:
      "Parts that are not connected with each other, directions ignored; an isolated enterprise is one, and a pooled or unknown end joins nobody; high = fragmented",
    range: "[0, n]",
    formula: "|C|",
    whereZh: "C 为全部弱连通分量，不详的一端各为叶节点",
    whereEn: "C = the weakly connected components, unknown ends as leaves",
    agreesWith: "networkx 3.6.1 number_weakly_connected_components on the path graph",
  },
  ({ csr }) => weakComponentSizes(csr).length,
);

/** Share of all nodes, isolated ones and leaves included, that lie in the largest weak component; null without nodes. */
export const largestComponentShare = onLinks(
  {
    ...components,
    name: "largestComponentShare",
    nameZh: "最大连通分量占比",
    nameEn: "Share of the largest component",
    meaningZh: "最大弱连通分量占全部节点(企业与各自独立的不详一端)的比例；越高，网络越成整体",
    meaningEn:
      "Share of all nodes (enterprises, and unknown ends each on its own) in the largest weak component; high = one coherent web",
    range: "[0, 1]",
    formula: "max_{c∈C} |c| / n",
    whereZh: "C 为全部弱连通分量，n 为节点数，均含叶节点",
    whereEn: "C = the weakly connected components, n = nodes, both with leaves",
    agreesWith: "networkx 3.6.1 len(max(weakly_connected_components(G), key=len)) / n on the path graph",
  },
  ({ csr }) => {
    const [largest] = weakComponentSizes(csr);
    return largest === undefined ? "no-nodes" : largest / csr.nodeCount;
  },
);
