import { onLinks } from "#graph/metrics/network-measure.ts";

const size = {
  unit: "1",
  range: "[0, ∞)",
  reads: "flow",
  needsOneLayer: false,
  parameters: {},
  conventions: {},
  source: "Wasserman, Faust 1994, DOI 10.1017/CBO9780511815478",
} as const;

/** Nodes: enterprises under the filter, also those without an exchange. Agrees with networkx number_of_nodes. */
export const nodes = onLinks(
  {
    ...size,
    name: "nodes",
    nameZh: "节点数",
    nameEn: "Nodes",
    meaningZh: "筛选后的企业数，含没有交换的企业",
    meaningEn: "Enterprises under the filter, also those without an exchange",
    formula: "n",
    whereZh: "n 为节点数",
    whereEn: "n = number of nodes",
    agreesWith: "networkx 3.6.1 DiGraph.number_of_nodes",
  },
  (links) => links.nodes.length,
);

/** Links: ordered pairs of different enterprises with an exchange; parallel exchanges are one link. */
export const links = onLinks(
  {
    ...size,
    name: "links",
    nameZh: "链接数",
    nameEn: "Links",
    meaningZh: "有交换的“供给企业→接收企业”对数；同一对之间的多项交换只算一条",
    meaningEn: "Pairs supplier → receiver with an exchange; several exchanges of one pair are one link",
    formula: "m = |{(u, v) : u→v, u ≠ v}|",
    whereZh: "u→v 表示 u 至少有一条交换供给 v",
    whereEn: "u→v = u supplies v by at least one exchange",
    agreesWith: "networkx 3.6.1 DiGraph.number_of_edges",
  },
  ({ csr, directed }) => (directed ? csr.targets.length : csr.targets.length / 2),
);
