import { dominantRoot } from "#graph/metrics/kernel/dominant-root.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";

/**
 * Eigenvector centrality: a node scores high if those that supply it do.
 *
 *   λ x_v = Σ_u w(u→v) x_u     where λ = largest eigenvalue of the weight matrix; ‖x‖₂ = 1, x ≥ 0.
 *
 * Reads: path, in-links, weighted: number of exchanges of records, known weights of a file, 1 where it has none.
 * Returns: one score a node, [0, 1]. Edge cases: λ = 0 (no cycle) or shared by several parts of the web → null, for then
 * there is no one such vector. Cost: O(iterations × links).
 * Source: Bonacich 1987, DOI 10.1086/228631. Agrees with: numpy.linalg.eig of the transposed weight matrix.
 */
export const eigenvector: NodeMeasure = {
  name: "eigenvector",
  scopes: everyScope,
  nameZh: "特征向量中心性",
  nameEn: "Eigenvector centrality",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `由得分高的${partnersZh}供给的${nodeZh}得分也高；无循环的网络没有此值`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `High where the ${partnersEn} that supply the ${nodeEn} score high; a web without cycles has no such value`,
  unit: "1",
  range: "[0, 1]",
  reads: "path",
  needsOneLayer: false,
  formula: "λ x_v = Σ_u w(u→v) x_u, ‖x‖_2 = 1",
  whereZh: "λ 为权重矩阵的最大特征值，w 为交换数（文件中为已知权重）",
  whereEn: "λ = largest eigenvalue of the weight matrix, w = number of exchanges (in a file: known weights)",
  parameters: {},
  conventions: { ...unknownEnds, weight: "exchanges; in a file the known weights, else 1" },
  source: "Bonacich 1987, DOI 10.1086/228631",
  agreesWith: "numpy 2.4.6 linalg.eig, null where the dominant root is 0 or repeated",
  score: (links, _options, view) => {
    if (links.csr.targets.length === 0) return "no-links";
    const { vector, isRepeated } = dominantRoot({ csr: links.csr, weights: view.weightsOf(links) });
    return vector === null ? (isRepeated ? "repeated-root" : "no-cycle") : { values: vector };
  },
};
