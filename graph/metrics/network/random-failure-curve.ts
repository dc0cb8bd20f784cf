import { largestAfter } from "#graph/metrics/kernel/percolation.ts";
import { seededRandom, shuffled } from "#graph/metrics/kernel/random.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/** Share of the repeats that lies below each border of the band. */
const band = [0.05, 0.95] as const;

/**
 * Random failure curve: how the largest component shrinks when nodes go in a random order.
 *
 *   R = (1/n) Σ_{q=1..n} S(q)     where S(q) = share of all n nodes in the largest component after q removals, the mean
 *   over so many random orders.
 *
 * Reads: tie. Returns: R, in [0, 0.5), and S(q) with the band that holds 90 % of the orders. To be read beside the attack
 * curve: far above it, the web hangs on few hubs. Edge cases: no nodes → null. Cost: O(repeats × (nodes + links)).
 * Source: Albert, Jeong, Barabási 2000, DOI 10.1038/35019019; R: Schneider et al. 2011, DOI 10.1073/pnas.1009440108.
 * Agrees with: the mean over every order of small graphs.
 */
export const randomFailureCurve = ofNetwork(
  {
    name: "randomFailureCurve",
    nameZh: "随机失效曲线",
    nameEn: "Random failure curve",
    meaningZh: "企业随机逐个退出后最大连通部分的占比；总值 R 远高于定向攻击时，说明依赖少数枢纽",
    meaningEn:
      "Share of the largest component as nodes go at random; far above the attack curve = the web hangs on few hubs",
    unit: "1",
    range: "[0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "R = Σ_{q=1..n} S(q) / n",
    whereZh: "S(q) 为随机去掉 q 个节点后最大连通部分占全部 n 个节点的比例，取多次随机顺序的平均",
    whereEn:
      "S(q) = share of all n nodes in the largest component after q random removals, the mean over the repeats",
    columns: [
      { name: "share", zh: "最大连通部分占比 S(q)", en: "Share of the largest component S(q)" },
      { name: "low", zh: "5% 分位", en: "5th percentile" },
      { name: "high", zh: "95% 分位", en: "95th percentile" },
    ],
    parameters: { seed: metricParameters.seed, repeats: { ...metricParameters.repeats, default: 100 } },
    conventions: { band: "5th to 95th percentile, nearest rank", ...unknownEnds },
    source: "Albert, Jeong, Barabási 2000, DOI 10.1038/35019019",
    agreesWith: "the mean over every order of small graphs, in networkx 3.6.1",
  },
  ({ path: { tie } }, options) => {
    const { csr } = tie;
    const n = csr.nodeCount;
    const random = seededRandom(numberOf(options, "seed"));
    const nodes = Array.from({ length: n }, (_, node) => node);
    const runs = Array.from({ length: numberOf(options, "repeats") }, () =>
      largestAfter(csr, shuffled(nodes, random)),
    );
    const points = nodes.map((step) => summarise(Uint32Array.from(runs, (run) => run[step] ?? 0)));
    const columns = (["share", "low", "high"] as const).map((name) => ({
      name,
      values: points.map((point) => point[name] / n),
    }));
    return {
      kind: "curve",
      value: n === 0 ? null : points.reduce((sum, { share }) => sum + share, 0) / n / n,
      x: nodes.map((step) => step + 1),
      columns,
      reason: n === 0 ? "no-nodes" : null,
    };
  },
);

/** Mean and band of the sizes that several orders leave; whole numbers, so that equal sizes have themselves as mean. */
function summarise(sizes: Uint32Array) {
  const share = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  sizes.sort();
  const [low, high] = band.map((part) => sizes[Math.max(0, Math.ceil(part * sizes.length) - 1)] ?? 0);
  return { share, low: low ?? 0, high: high ?? 0 };
}
