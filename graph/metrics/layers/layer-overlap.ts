import { sourcesOf, type Csr } from "#graph/projection/graphs/csr.ts";
import { onNetwork } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { layerTies } from "./layer-ties.ts";

/**
 * Layer overlap: which share of the pairs that are linked at all is linked in more than one layer.
 *
 *   |{uv linked in ≥ 2 layers}| / |{uv linked}|     mean Jaccard: the mean of |A ∩ B| / |A ∪ B| over all pairs of layers
 *
 * Reads: tie of each layer. Returns: a share, [0, 1], the layers and pairs it stands on, and the mean Jaccard index.
 * Edge cases: fewer than two layers with a link → null. An end that is not known is another one for each exchange, so it
 * never overlaps. Cost: O(layers × nodes + exchanges). Source: Battiston, Nicosia, Latora 2014.
 * Agrees with: sets of pairs in Python.
 */
export const layerOverlap = onNetwork(
  {
    name: "layerOverlap",
    nameZh: "层间重叠",
    nameEn: "Layer overlap",
    meaningZh: "有交换的企业对中，在两个以上的层都有交换的占比；越高，伙伴之间联系越多样",
    meaningEn:
      "Share of the linked pairs that are linked in several layers; high = partners share more than one thing",
    unit: "1",
    range: "[0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "|{uv : L_uv ≥ 2}| / |{uv : L_uv ≥ 1}|",
    whereZh: "L_uv 为 u 与 v 之间有链接（不计方向）的层数",
    whereEn: "L_uv = layers in which u and v are linked, directions ignored",
    columns: [
      { name: "layers", zh: "有链接的层数", en: "Layers with a link" },
      { name: "pairs", zh: "有链接的企业对", en: "Linked pairs" },
      { name: "shared", zh: "在多个层有链接的企业对", en: "Pairs linked in several layers" },
      { name: "meanJaccard", zh: "各对层的雅卡尔指数平均", en: "Mean Jaccard index of two layers" },
    ],
    parameters: {},
    conventions: { unknownLayer: "left out", ...unknownEnds },
    source: "Battiston, Nicosia, Latora 2014, DOI 10.1103/PhysRevE.89.032804",
    agreesWith: "sets of pairs in Python 3.11",
  },
  (view) => {
    const webs = layerTies(view).map(({ csr }) => pairsOf(csr));
    if (webs.length < 2) return view.path.csr.targets.length === 0 ? "no-links" : "one-layer";
    const layersOf = new Map<number, number>();
    for (const pairs of webs) for (const pair of pairs) layersOf.set(pair, (layersOf.get(pair) ?? 0) + 1);
    const shared = layersOf.values().reduce((count, layers) => count + Number(layers >= 2), 0);
    const jaccards = webs.flatMap((left, at) => webs.slice(at + 1).map((right) => jaccard(left, right)));
    return {
      value: shared / layersOf.size,
      parts: {
        layers: webs.length,
        pairs: layersOf.size,
        shared,
        meanJaccard: jaccards.reduce((sum, each) => sum + each, 0) / jaccards.length,
      },
    };
  },
);

/** Each linked pair once, as a number. */
function pairsOf(csr: Csr): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const [link, source] of sourcesOf(csr).entries()) {
    const target = csr.targets[link] ?? 0;
    if (source < target) pairs.add(source * csr.nodeCount + target);
  }
  return pairs;
}

function jaccard(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const both = left.values().reduce((count, pair) => count + Number(right.has(pair)), 0);
  return both / (left.size + right.size - both);
}
