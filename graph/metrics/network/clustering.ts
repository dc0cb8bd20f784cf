import { trianglesAt } from "#graph/metrics/kernel/triangles.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { localClustering } from "#graph/metrics/node/clustering.ts";

const clustering = {
  unit: "1",
  range: "[0, 1]",
  reads: "tie",
  needsOneLayer: false,
  parameters: {},
  conventions: unknownEnds,
} as const;

/**
 * Mean clustering: the mean of the clustering of all nodes, those with fewer than two partners counted as 0.
 *
 *   (1/n) Σ_v C(v)     where C(v) = 2 t(v)/(k(k − 1)).
 *
 * Reads: tie. Edge cases: no nodes → null. Source: Watts, Strogatz 1998. Agrees with: networkx average_clustering.
 */
export const meanClustering = onLinks(
  {
    ...clustering,
    name: "meanClustering",
    nameZh: "平均聚类系数",
    nameEn: "Mean clustering",
    meaningZh: "各节点聚类系数的平均，伙伴少于两个的计为 0；越高，三方互有交换越普遍",
    meaningEn:
      "Mean clustering of all nodes, 0 for those with fewer than two partners; high = partners of partners are partners",
    formula: "Σ_v C(v) / n",
    whereZh: "C 为节点的聚类系数，不计方向，n 含叶节点",
    whereEn: "C = clustering of a node, directions ignored, n with leaves",
    source: "Watts, Strogatz 1998, DOI 10.1038/30918",
    agreesWith: "networkx 3.6.1 average_clustering on the undirected graph",
  },
  (links) => {
    const values = localClustering(links);
    return values.length === 0 ? "no-nodes" : values.reduce((sum, value) => sum + value, 0) / values.length;
  },
);

/**
 * Transitivity: of all pairs of partners of a common partner, the share that are partners.
 *
 *   3 · triangles / connected triples     over the whole graph, directions ignored.
 *
 * Reads: tie. Edge cases: no connected triple → 0, as in networkx. Source: Newman 2003. Agrees with: networkx transitivity.
 */
export const transitivity = onLinks(
  {
    ...clustering,
    name: "transitivity",
    nameZh: "传递性",
    nameEn: "Transitivity",
    meaningZh: "有共同伙伴的两方之间也互有交换的比例；越高，网络局部越紧密",
    meaningEn: "Share of pairs with a common partner that are partners too; high = tight neighbourhoods",
    formula: "3 · triangles / triples",
    whereZh: "triangles 为三角形数，triples 为相连的三元组数，不计方向",
    whereEn: "triangles and connected triples of the graph, directions ignored",
    source: "Newman 2003, DOI 10.1137/S003614450342480",
    agreesWith: "networkx 3.6.1 transitivity on the undirected graph",
  },
  ({ tie: { csr } }) => {
    const corners = trianglesAt(csr).reduce((sum, triangles) => sum + triangles, 0);
    let triples = 0;
    for (let node = 0; node < csr.nodeCount; node++) {
      const partners = (csr.offsets[node + 1] ?? 0) - (csr.offsets[node] ?? 0);
      triples += (partners * (partners - 1)) / 2;
    }
    return triples === 0 ? 0 : corners / triples;
  },
);
