import { linkBetween } from "#graph/metrics/kernel/cut-points.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";

const classes = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split(" ");
/** Class of a triad by the six links it may have: v→u 1, u→v 2, v→w 4, w→v 8, u→w 16, w→u 32. */
const classOfCode = [
  1, 2, 2, 3, 2, 4, 6, 8, 2, 6, 5, 7, 3, 8, 7, 11, 2, 6, 4, 8, 5, 9, 9, 13, 6, 10, 9, 14, 7, 14, 12, 15, 2, 5,
  6, 7, 6, 9, 10, 14, 4, 9, 9, 12, 8, 13, 14, 15, 3, 7, 8, 11, 7, 12, 14, 15, 8, 14, 13, 15, 11, 15, 15, 16,
];

/**
 * Triad census: how many of all sets of three nodes are linked in each of the 16 possible ways. 030T is a shortcut of a
 * chain, 030C a loop of three.
 *
 * Reads: path. Returns: 16 whole numbers that add up to n(n − 1)(n − 2)/6. Edge cases: undirected → null.
 * Cost: O(links × most partners). Source: Batagelj, Mrvar 2001, DOI 10.1016/S0378-8733(01)00035-1.
 * Agrees with: networkx triadic_census.
 */
export const triadCensus = onLinks(
  {
    name: "triadCensus",
    nameZh: "三元组普查",
    nameEn: "Triad census",
    meaningZh: "任意三个节点之间 16 种链接方式各有多少；030T 为链的捷径，030C 为三方循环",
    meaningEn:
      "How many sets of three nodes are linked in each of 16 ways; 030T = a shortcut of a chain, 030C = a loop",
    unit: "1",
    range: "[0, ∞)",
    reads: "path",
    needsOneLayer: false,
    formula: "|{ {u, v, w} : class }|",
    whereZh: "类别为 M-A-N 记号：互惠、单向、无链接的对数",
    whereEn: "classes by the numbers of mutual, one-way and absent links among the three",
    columns: classes.map((name) => ({ name, zh: name, en: name })),
    parameters: {},
    conventions: unknownEnds,
    source: "Batagelj, Mrvar 2001, DOI 10.1016/S0378-8733(01)00035-1",
    agreesWith: "networkx 3.6.1 triadic_census",
  },
  (links) => {
    if (!links.directed) return "undirected";
    const counts = countTriads(links);
    return {
      value: null,
      parts: Object.fromEntries(classes.map((name, index) => [name, counts[index] ?? 0])),
    };
  },
);

function countTriads({ csr, tie }: GraphLinks): number[] {
  const n = csr.nodeCount;
  const counts = classes.map(() => 0);
  const add = (index: number, count = 1) => (counts[index] = (counts[index] ?? 0) + count);
  const has = (from: number, to: number) => linkBetween(csr, from, to) !== -1;
  const partnersOf = (node: number) =>
    tie.csr.targets.subarray(tie.csr.offsets[node], tie.csr.offsets[node + 1]);
  for (let v = 0; v < n; v++)
    for (const u of partnersOf(v)) {
      if (u <= v) continue;
      const around = new Set([...partnersOf(v), ...partnersOf(u)]);
      around.delete(u);
      around.delete(v);
      const pair = Number(has(v, u)) + 2 * Number(has(u, v));
      add(pair === 3 ? 2 : 1, n - around.size - 2);
      for (const w of around) {
        if (!(u < w || (v < w && linkBetween(tie.csr, v, w) === -1))) continue;
        const code =
          pair +
          4 * Number(has(v, w)) +
          8 * Number(has(w, v)) +
          16 * Number(has(u, w)) +
          32 * Number(has(w, u));
        add((classOfCode[code] ?? 1) - 1);
      }
    }
  const others = counts.reduce((sum, count) => sum + count, 0);
  counts[0] = n < 3 ? 0 : (n * (n - 1) * (n - 2)) / 6 - others;
  return counts;
}
