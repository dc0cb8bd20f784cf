import { bestCore, climbToCore } from "#graph/metrics/kernel/core-periphery.ts";
import { seededRandom } from "#graph/metrics/kernel/random.ts";
import { numberOf, wordOf } from "#graph/metrics/metric.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/** Nodes up to which every core is tried. */
const exactUpTo = 15;

/**
 * Core and periphery: how close the web is to a core whose members are all linked, with a periphery linked to it alone.
 *
 *   max over cores of r = corr(a_uv, δ_uv), u < v
 *   where a_uv = 1 for a link, δ_uv = 1 where u or v is in the core; `ignored`: pairs of core and periphery left out.
 *
 * Reads: tie. Returns: r of the best core, [−1, 1], the size of that core, and by how much r lies above that of the best
 * core that differs in one node: near 0, who is in the core is not settled. Up to 15 nodes every core is tried; beyond,
 * seeded climbs, the best of which counts.
 * Edge cases: no nodes or links → null; every pair linked → null.
 * Cost: O(runs × sweeps × (nodes + links)). Source: Borgatti, Everett 2000. Agrees with: all cores, one by one, in numpy.
 */
export const corePeriphery = onLinks(
  {
    name: "corePeriphery",
    nameZh: "核心—边缘",
    nameEn: "Core and periphery",
    meaningZh: "网络与“核心彼此相连、边缘只连核心”的理想结构的相关系数；越高，越由少数企业组成的核心支撑",
    meaningEn:
      "Correlation with an ideal web whose core is fully linked and whose periphery is linked to it alone; high = a core carries the web",
    unit: "1",
    range: "[−1, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "r = max corr(a_uv, δ_uv), u < v",
    whereZh:
      "a_uv 为有无链接（不计方向），δ_uv 在 u 或 v 属于核心时为 1，否则为 0；相关系数取遍各种核心的最大值",
    whereEn:
      "a_uv = 1 for a link, directions ignored, δ_uv = 1 where u or v is in the core, else 0; the largest correlation over all cores",
    columns: [
      { name: "size", zh: "核心的节点数", en: "Nodes of the core" },
      {
        name: "margin",
        zh: "比只差一个节点的次优核心高出",
        en: "Above the best core that differs in one node by",
      },
    ],
    parameters: {
      ideal: metricParameters.ideal,
      seed: metricParameters.seed,
      runs: metricParameters.runs,
    },
    conventions: { ...unknownEnds, everyCoreUpToNodes: exactUpTo },
    source: "Borgatti, Everett 2000, DOI 10.1016/S0378-8733(99)00019-2",
    agreesWith: "numpy 2.4.6 corrcoef over every core of small graphs",
  },
  ({ tie: { csr } }, options) => {
    const { nodeCount, targets } = csr;
    if (nodeCount === 0) return "no-nodes";
    if (targets.length === 0) return "no-links";
    const ideal = wordOf(options, "ideal") === "ignored" ? "ignored" : "joined";
    const { correlation, margin, size } =
      nodeCount <= exactUpTo
        ? bestCore(csr, ideal)
        : climbToCore(csr, ideal, {
            runs: numberOf(options, "runs"),
            random: seededRandom(numberOf(options, "seed")),
          });
    return correlation < -1 - 1e-9 ? "no-variation" : { value: correlation, parts: { size, margin } };
  },
);
