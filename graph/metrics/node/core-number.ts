import { coreNumbers } from "#graph/metrics/kernel/cores.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";

/**
 * Core number: the largest k such that the node lies in a part of the web in which everybody has at least k partners.
 *
 *   core(v) = max { k : v in the k-core }     where the k-core is what is left when nodes with fewer than k partners go.
 *
 * Reads: tie. Returns: a whole number a node. Edge cases: isolated → 0. Cost: O(nodes + links).
 * Source: Seidman 1983, DOI 10.1016/0378-8733(83)90028-X. Agrees with: networkx core_number.
 */
export const coreNumber: NodeMeasure = {
  name: "coreNumber",
  scopes: everyScope,
  nameZh: "核数",
  nameEn: "Core number",
  meaningZh: ({ nodeZh }) => `逐层剥去伙伴少的节点后，该${nodeZh}所在的最深一层；越高，越处于网络核心`,
  meaningEn: ({ nodeEn }) =>
    `Deepest layer the ${nodeEn} is in when nodes with few partners are peeled away; high = in the core of the web`,
  unit: "1",
  range: "[0, n − 1]",
  reads: "tie",
  needsOneLayer: false,
  formula: "core(v) = max{k : v ∈ k-core}",
  whereZh: "k-core 为每个节点在其中至少有 k 个伙伴的最大部分，不计方向",
  whereEn: "k-core = the largest part in which every node has at least k partners, directions ignored",
  parameters: {},
  conventions: unknownEnds,
  source: "Seidman 1983, DOI 10.1016/0378-8733(83)90028-X",
  agreesWith: "networkx 3.6.1 core_number on the undirected graph",
  score: ({ tie }) => ({ values: coreNumbers(tie.csr) }),
};
