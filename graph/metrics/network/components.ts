import { weakComponentSizes } from "#graph/metrics/kernel/components.ts";
import { onFlowLinks } from "#graph/metrics/network-measure.ts";

const components = {
  unit: "1",
  reads: "flow",
  needsOneLayer: false,
  parameters: {},
  source: "Wasserman, Faust 1994, DOI 10.1017/CBO9780511815478",
} as const;

/** Weak components: groups of enterprises hanging together if directions are ignored; an isolated enterprise is one. */
export const weakComponents = onFlowLinks(
  {
    ...components,
    name: "weakComponents",
    nameZh: "弱连通分量数",
    nameEn: "Weak components",
    meaningZh: "不计方向时互不相连的部分数,孤立企业各算一个;越高,网络越破碎",
    meaningEn:
      "Parts that are not connected with each other, directions ignored; an isolated enterprise is one; high = fragmented",
    range: "[0, n]",
    formula: "number of weakly connected components",
    agreesWith: "networkx 3.6.1 number_weakly_connected_components",
  },
  ({ csr }) => weakComponentSizes(csr).length,
);

/** Share of all enterprises, isolated ones included, that lie in the largest weak component; null without nodes. */
export const largestComponentShare = onFlowLinks(
  {
    ...components,
    name: "largestComponentShare",
    nameZh: "最大连通分量占比",
    nameEn: "Share of the largest component",
    meaningZh: "最大弱连通分量中的企业占全部企业的比例;越高,网络越成整体",
    meaningEn: "Share of all enterprises in the largest weak component; high = one coherent web",
    range: "[0, 1]",
    formula: "max component size / n",
    agreesWith: "networkx 3.6.1 len(max(weakly_connected_components(G), key=len)) / n",
  },
  ({ csr }) => {
    const [largest] = weakComponentSizes(csr);
    return largest === undefined ? "no-nodes" : largest / csr.nodeCount;
  },
);
