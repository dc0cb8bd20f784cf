import { everyScope, type NodeMeasure } from "#graph/metrics/node-measure.ts";

/**
 * Degree: the number of different partners, whatever the number of exchanges and their quantity.
 *
 *   in(v) = |{u ≠ v : u supplies v}|   out(v) = |{w ≠ v : v supplies w}|   total = in + out
 *
 * Reads: flow. Returns: a whole number a node; divide by n − 1 for Freeman's normalised form.
 * Edge cases: a partner in both directions counts twice in the total; what stays inside a node counts nowhere; in an
 * undirected network all three are the number of partners.
 * Source: Freeman 1978, DOI 10.1016/0378-8733(78)90021-7. Agrees with: networkx DiGraph.in_degree, out_degree, degree.
 */
const degree = {
  scopes: everyScope,
  unit: "1",
  reads: "flow",
  needsOneLayer: false,
  parameters: {},
  conventions: {},
  source: "Freeman 1978, DOI 10.1016/0378-8733(78)90021-7",
} as const;

export const inDegree: NodeMeasure = {
  ...degree,
  name: "inDegree",
  nameZh: "入度",
  nameEn: "In-degree",
  range: "[0, n − 1]",
  meaningZh: ({ nodeZh, partnersZh }) => `向该${nodeZh}供给的不同${partnersZh}数；越高，来源越多`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Number of different ${partnersEn} that supply the ${nodeEn}; high = many sources`,
  formula: "d_in(v) = |{u ≠ v : u→v}|",
  whereZh: "u→v 表示 u 至少有一条交换供给 v",
  whereEn: "u→v = u supplies v by at least one exchange",
  agreesWith: "networkx 3.6.1 DiGraph.in_degree",
  score: ({ nodes, csr }) => ({ values: countEnds(nodes.length, csr.targets) }),
};

export const outDegree: NodeMeasure = {
  ...degree,
  name: "outDegree",
  nameZh: "出度",
  nameEn: "Out-degree",
  range: "[0, n − 1]",
  meaningZh: ({ nodeZh, partnersZh }) => `该${nodeZh}供给的不同${partnersZh}数；越高，去向越多`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Number of different ${partnersEn} the ${nodeEn} supplies; high = many outlets`,
  formula: "d_out(v) = |{w ≠ v : v→w}|",
  whereZh: "v→w 表示 v 至少有一条交换供给 w",
  whereEn: "v→w = v supplies w by at least one exchange",
  agreesWith: "networkx 3.6.1 DiGraph.out_degree",
  score: ({ nodes, sources }) => ({ values: countEnds(nodes.length, sources) }),
};

export const totalDegree: NodeMeasure = {
  ...degree,
  name: "degree",
  nameZh: "总度",
  nameEn: "Degree",
  range: "[0, 2(n − 1)]",
  meaningZh: ({ nodeZh, partnersZh }) => `该${nodeZh}的来源与去向${partnersZh}数之和；越高，联系越广`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Number of ${partnersEn} that supply the ${nodeEn} plus those it supplies; high = widely connected`,
  formula: "d(v) = d_in(v) + d_out(v)",
  whereZh: "d_in、d_out 为入度与出度",
  whereEn: "d_in, d_out = in-degree and out-degree",
  agreesWith: "networkx 3.6.1 DiGraph.degree",
  score: ({ nodes, csr, sources, directed }) => {
    const out = countEnds(nodes.length, sources);
    if (!directed) return { values: out };
    const incoming = countEnds(nodes.length, csr.targets);
    return { values: out.map((count, node) => count + (incoming[node] ?? 0)) };
  },
};

function countEnds(nodeCount: number, ends: Uint32Array): Uint32Array {
  const counts = new Uint32Array(nodeCount);
  for (const node of ends) counts[node] = (counts[node] ?? 0) + 1;
  return counts;
}
