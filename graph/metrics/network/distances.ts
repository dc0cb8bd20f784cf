import { measureReach, type Reach } from "#graph/metrics/kernel/distances.ts";
import { allStarts } from "#graph/metrics/kernel/start-nodes.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { largestComponent } from "#graph/metrics/kernel/components.ts";
import type { GraphLinks, Tie } from "#graph/projection/graphs/graph-links.ts";

const text = {
  unit: "1",
  reads: "tie",
  needsOneLayer: false,
  parameters: {},
  conventions: { cost: "1 per link", ...unknownEnds },
} as const;

// Four measures of one graph ask for the same distances; they live as long as the graph.
const reachOf = new WeakMap<Tie, Reach>();

function reachIn(tie: Tie): Reach {
  const known = reachOf.get(tie) ?? measureReach(tie.csr, allStarts(tie.csr));
  reachOf.set(tie, known);
  return known;
}

function farthestIn({ tie }: GraphLinks): number[] {
  const { farthest } = reachIn(tie);
  return largestComponent(tie.csr).map((node) => farthest[node] ?? 0);
}

/**
 * Diameter: the longest of the shortest paths in the largest component, directions ignored.
 *
 *   max_{u, v} d(u, v)     where d = links of the shortest path in tie.
 *
 * Edge cases: no nodes → null; one node → 0; of several largest components the one with the first node.
 * Cost: O(nm). Source: Wasserman, Faust 1994. Agrees with: networkx diameter of the largest component.
 */
export const diameter = onLinks(
  {
    ...text,
    name: "diameter",
    nameZh: "直径",
    nameEn: "Diameter",
    meaningZh: "最大连通部分中相距最远的两个节点之间的步数；越低，网络越紧凑",
    meaningEn: "Steps between the two nodes of the largest component that are farthest apart; low = compact",
    range: "[0, n − 1]",
    formula: "max_{u,v} d(u,v)",
    whereZh: "d 为不计方向的最短路径步数，u、v 在最大连通部分内",
    whereEn: "d = steps of the shortest path, directions ignored; u, v in the largest component",
    source: "Wasserman, Faust 1994, DOI 10.1017/CBO9780511815478",
    agreesWith: "networkx 3.6.1 diameter of the largest component of the undirected graph",
  },
  (links) => {
    const farthest = farthestIn(links);
    return farthest.length === 0 ? "no-nodes" : farthest.reduce((a, b) => Math.max(a, b), 0);
  },
);

/** Radius: the smallest eccentricity in the largest component. Edge cases and cost as of the diameter. */
export const radius = onLinks(
  {
    ...text,
    name: "radius",
    nameZh: "半径",
    nameEn: "Radius",
    meaningZh: "最大连通部分中最居中的节点到最远节点的步数",
    meaningEn: "Steps from the most central node of the largest component to the node farthest from it",
    range: "[0, n − 1]",
    formula: "min_v max_u d(u,v)",
    whereZh: "d 为不计方向的最短路径步数，u、v 在最大连通部分内",
    whereEn: "d = steps of the shortest path, directions ignored; u, v in the largest component",
    source: "Wasserman, Faust 1994, DOI 10.1017/CBO9780511815478",
    agreesWith: "networkx 3.6.1 radius of the largest component of the undirected graph",
  },
  (links) => {
    const farthest = farthestIn(links);
    return farthest.length === 0 ? "no-nodes" : farthest.reduce((a, b) => Math.min(a, b), Infinity);
  },
);

/**
 * Mean path length: the mean distance of two nodes of the largest component, directions ignored.
 *
 *   Σ_{u ≠ v} d(u, v) / (k(k − 1))     where k = nodes of the component.
 *
 * Edge cases: fewer than two nodes → null. Source: Watts, Strogatz 1998. Agrees with: networkx average_shortest_path_length.
 */
export const meanPathLength = onLinks(
  {
    ...text,
    name: "meanPathLength",
    nameZh: "平均路径长度",
    nameEn: "Mean path length",
    meaningZh: "最大连通部分中两个节点之间的平均步数；越低，信息与物料越易到达",
    meaningEn: "Mean number of steps between two nodes of the largest component; low = everybody is near",
    range: "[1, n − 1]",
    formula: "Σ_{u≠v} d(u,v) / (k(k−1))",
    whereZh: "d 为不计方向的最短路径步数，k 为最大连通部分的节点数",
    whereEn: "d = steps of the shortest path, directions ignored; k = nodes of the largest component",
    source: "Watts, Strogatz 1998, DOI 10.1038/30918",
    agreesWith: "networkx 3.6.1 average_shortest_path_length of the largest component",
  },
  ({ tie }) => {
    const members = largestComponent(tie.csr);
    if (members.length < 2) return members.length === 0 ? "no-nodes" : "too-few-nodes";
    const { distanceSum } = reachIn(tie);
    const sum = members.reduce((total, node) => total + (distanceSum[node] ?? 0), 0);
    return sum / (members.length * (members.length - 1));
  },
);

/**
 * Global efficiency: the mean of the reciprocal distances of all pairs; finite where the web is in several parts.
 *
 *   E = Σ_{u ≠ v} 1/d(u, v) / (n(n − 1))     where d = links of the shortest path in tie; 1/∞ = 0.
 *
 * Edge cases: n < 2 → 0, as in networkx. Source: Latora, Marchiori 2001. Agrees with: networkx global_efficiency.
 */
export const globalEfficiency = onLinks(
  {
    ...text,
    name: "globalEfficiency",
    nameZh: "全局效率",
    nameEn: "Global efficiency",
    meaningZh: "任意两个节点之间距离倒数的平均，不可达为 0；越高，网络越通畅",
    meaningEn:
      "Mean reciprocal distance of two nodes, 0 where there is no path; high = everybody is reached in few steps",
    range: "[0, 1]",
    formula: "E = Σ_{u≠v} 1/d(u,v) / (n(n−1))",
    whereZh: "d 为不计方向的最短路径步数，n 为全部节点数，含叶节点",
    whereEn: "d = steps of the shortest path, directions ignored; n = all nodes, with leaves",
    source: "Latora, Marchiori 2001, DOI 10.1103/PhysRevLett.87.198701",
    agreesWith: "networkx 3.6.1 global_efficiency of the undirected graph",
  },
  ({ tie }) => {
    const n = tie.csr.nodeCount;
    if (n < 2) return n === 0 ? "no-nodes" : 0;
    return reachIn(tie).harmonicSum.reduce((sum, value) => sum + value, 0) / (n * (n - 1));
  },
);
