import { LowestFirst } from "#graph/metrics/kernel/lowest-first.ts";
import { largestAfter } from "#graph/metrics/kernel/percolation.ts";
import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Attack curve: how the largest component shrinks when the node with most partners is removed, again and again.
 *
 *   R = (1/n) Σ_{q=1..n} S(q)     where S(q) = share of all n nodes in the largest component after q removals.
 *
 * Reads: tie; partners are counted anew after each removal, ties fall to the id that comes first. Returns: R, in [0, 0.5),
 * and S(q). Edge cases: no nodes → null. Cost: O((nodes + links) log nodes). Source: Schneider et al. 2011, DOI
 * 10.1073/pnas.1009440108. Agrees with: that procedure step by step in networkx.
 */
export const attackCurve = ofNetwork(
  {
    name: "attackCurve",
    nameZh: "定向攻击曲线",
    nameEn: "Attack curve",
    meaningZh: "逐个去掉伙伴最多的企业后最大连通部分的占比；总值 R 越低，越依赖少数枢纽",
    meaningEn:
      "Share of the largest component as the best linked go one by one; low R = the web hangs on few hubs",
    unit: "1",
    range: "[0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "R = Σ_{q=1..n} S(q) / n",
    whereZh: "S(q) 为去掉 q 个节点后最大连通部分占全部 n 个节点的比例，伙伴数每次重算，同数者按编号",
    whereEn:
      "S(q) = share of all n nodes in the largest component after q removals; degrees counted anew, ties by id",
    columns: [{ name: "share", zh: "最大连通部分占比 S(q)", en: "Share of the largest component S(q)" }],
    parameters: {},
    conventions: { removal: "highest degree, counted anew", ties: "by id", ...unknownEnds },
    source: "Schneider, Moreira, Andrade, Havlin, Herrmann 2011, DOI 10.1073/pnas.1009440108",
    agreesWith: "the procedure, step by step in networkx 3.6.1",
  },
  ({ path: { tie, nodes } }) => {
    const { csr } = tie;
    const n = csr.nodeCount;
    const column = (values: number[]) => [{ name: "share", values }];
    if (n === 0) return { kind: "curve", value: null, x: [], columns: column([]), reason: "no-nodes" };
    // Leaves have no id and come after all that have one.
    const byId = Array.from({ length: n }, (_, node) => node).sort((left, right) => {
      const [a, b] = [nodes[left]?.id, nodes[right]?.id];
      if (a === undefined || b === undefined) return left - right;
      return a < b ? -1 : Number(a > b);
    });
    const values = Array.from(largestAfter(csr, attackOrder(csr, byId)), (size) => size / n);
    const value = values.reduce((sum, share) => sum + share, 0) / n;
    return {
      kind: "curve",
      value,
      x: values.map((_, index) => index + 1),
      columns: column(values),
      reason: null,
    };
  },
);

/** Nodes in the order in which they are removed. */
function attackOrder(csr: Csr, byId: readonly number[]): number[] {
  const { nodeCount } = csr;
  const partnersOf = (node: number) => csr.targets.subarray(csr.offsets[node], csr.offsets[node + 1]);
  const rankOf = new Uint32Array(nodeCount);
  for (const [rank, node] of byId.entries()) rankOf[node] = rank;
  // By number of partners: ranks of the nodes that have or had so many, the lowest first.
  const degrees = byId.map((_, node) => partnersOf(node).length);
  const waiting: LowestFirst[] = [];
  for (const node of byId) put(waiting, degrees[node] as number, rankOf[node] as number);
  const isGone = new Uint8Array(nodeCount);
  const order: number[] = [];
  for (let highest = waiting.length - 1; order.length < nodeCount;) {
    const rank = waiting[highest]?.take() ?? null;
    if (rank === null) {
      highest--;
      continue;
    }
    const removed = byId[rank] as number;
    if (isGone[removed] === 1 || degrees[removed] !== highest) continue;
    isGone[removed] = 1;
    order.push(removed);
    for (const other of partnersOf(removed)) {
      if (isGone[other] === 1) continue;
      const degree = (degrees[other] as number) - 1;
      degrees[other] = degree;
      put(waiting, degree, rankOf[other] as number);
    }
  }
  return order;
}

function put(waiting: LowestFirst[], degree: number, rank: number): void {
  (waiting[degree] ??= new LowestFirst()).put(rank);
}
