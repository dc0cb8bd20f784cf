import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";

/**
 * Rich club: how densely those with many partners are linked among themselves, by how many is many.
 *
 *   φ(k) = 2 E_k / (N_k (N_k − 1))     where N_k = nodes with more than k partners, E_k = links among them.
 *
 * Reads: tie. Returns: φ for each k from 0 on while N_k > 1, not normalised. Edge cases: fewer than two nodes → null.
 * Cost: O(nodes + links). Source: Colizza, Flammini, Serrano, Vespignani 2006, DOI 10.1038/nphys209.
 * Agrees with: networkx rich_club_coefficient(normalized=False).
 */
export const richClub = ofNetwork(
  {
    name: "richClub",
    nameZh: "富人俱乐部系数",
    nameEn: "Rich club",
    meaningZh: "伙伴数多于 k 的企业之间链接的密度；随 k 上升，说明枢纽之间彼此相连",
    meaningEn:
      "Density of links among those with more than k partners; rising with k = hubs are linked with each other",
    unit: "1",
    range: "[0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "φ(k) = 2E_k / (N_k(N_k−1))",
    whereZh: "N_k 为伙伴数多于 k 的节点数，E_k 为其间的链接数，不计方向",
    whereEn: "N_k = nodes with more than k partners, E_k = links among them, directions ignored",
    columns: [{ name: "density", zh: "密度 φ(k)", en: "Density φ(k)" }],
    parameters: {},
    conventions: unknownEnds,
    source: "Colizza, Flammini, Serrano, Vespignani 2006, DOI 10.1038/nphys209",
    agreesWith: "networkx 3.6.1 rich_club_coefficient(normalized=False)",
  },
  ({ path: { tie } }) => {
    const { offsets, targets, nodeCount } = tie.csr;
    const degree = (node: number) => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
    // By k: nodes of that degree; pairs whose end of fewer partners has that many.
    const nodesAt: number[] = [];
    const pairsAt: number[] = [];
    for (let node = 0; node < nodeCount; node++) nodesAt[degree(node)] = (nodesAt[degree(node)] ?? 0) + 1;
    for (const [link, source] of tie.sources.entries()) {
      const target = targets[link] ?? 0;
      if (target < source) continue;
      const fewer = Math.min(degree(source), degree(target));
      pairsAt[fewer] = (pairsAt[fewer] ?? 0) + 1;
    }
    const x: number[] = [];
    const values: number[] = [];
    let nodes = nodeCount;
    let pairs = targets.length / 2;
    for (let k = 0; ; k++) {
      nodes -= nodesAt[k] ?? 0;
      pairs -= pairsAt[k] ?? 0;
      if (nodes <= 1) break;
      x.push(k);
      values.push((2 * pairs) / (nodes * (nodes - 1)));
    }
    const reason = nodeCount === 0 ? "no-nodes" : x.length === 0 ? "too-few-nodes" : null;
    return { kind: "curve", value: null, x, columns: [{ name: "density", values }], reason };
  },
);
