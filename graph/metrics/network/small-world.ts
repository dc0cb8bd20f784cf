import { largestComponent } from "#graph/metrics/kernel/components.ts";
import { measureReach } from "#graph/metrics/kernel/distances.ts";
import { seededRandom, type Random } from "#graph/metrics/kernel/random.ts";
import { rewire } from "#graph/metrics/kernel/rewiring.ts";
import { allStarts } from "#graph/metrics/kernel/start-nodes.ts";
import { trianglesAt } from "#graph/metrics/kernel/triangles.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { castToSimple, sourcesOf, type Csr } from "#graph/projection/graphs/csr.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/** Links up to which the random references are drawn. */
const mostLinks = 20_000;
/** Swaps tried a link: enough to forget the graph, and for a ring to draw together. */
const swaps = { random: 10, lattice: 5 } as const;

/**
 * Small world: many triangles and short paths at once, against random webs in which everyone has as many partners.
 *
 *   σ = (C/C_r)/(L/L_r)     ω = L_r/L − c/c_l
 *   where C = transitivity, c = mean clustering, L = mean path length; r = random, l = lattice of the same degrees.
 *
 * Reads: the largest component of tie. C_r, L_r: mean over seeded references; c_l: the most clustered of as many lattices,
 * or the web itself. Returns: σ, above 1 in a small world, and ω, about 0 there, −1 = a lattice, 1 = random; with what
 * they are made of. Edge cases: fewer than four nodes → null; no triangle in it and its references → null; over 20,000
 * links → null. Cost: O(repeats × (links × search + nm)).
 * Source: Humphries, Gurney 2008; ω: Telesford et al. 2011, DOI 10.1089/brain.2011.0038. Agrees with: networkx sigma, omega.
 */
export const smallWorld = onLinks(
  {
    name: "smallWorld",
    nameZh: "小世界系数",
    nameEn: "Small world",
    meaningZh: "与度数相同的随机网络相比，三角形多而路径短的程度；σ 大于 1、ω 接近 0 时为小世界",
    meaningEn:
      "Many triangles and short paths at once, against random webs of the same degrees; σ above 1, or ω near 0 = a small world",
    unit: "1",
    range: "[0, ∞)",
    reads: "tie",
    needsOneLayer: false,
    formula: "σ = (C/C_r)/(L/L_r), ω = L_r/L − c/c_l",
    whereZh:
      "C 为传递性，c 为平均聚类系数，L 为平均路径长度，均取自最大连通部分；r 为度数相同的随机网络，l 为度数相同的格状网络",
    whereEn:
      "C = transitivity, c = mean clustering, L = mean path length, of the largest component; r = random web, l = lattice of the same degrees",
    columns: [
      { name: "omega", zh: "ω", en: "ω" },
      { name: "transitivity", zh: "传递性 C", en: "Transitivity C" },
      { name: "randomTransitivity", zh: "随机网络的传递性 C_r", en: "Transitivity of random webs C_r" },
      { name: "pathLength", zh: "平均路径长度 L", en: "Mean path length L" },
      {
        name: "randomPathLength",
        zh: "随机网络的平均路径长度 L_r",
        en: "Mean path length of random webs L_r",
      },
      { name: "clustering", zh: "平均聚类系数 c", en: "Mean clustering c" },
      { name: "latticeClustering", zh: "格状网络的平均聚类系数 c_l", en: "Mean clustering of lattices c_l" },
    ],
    parameters: { seed: metricParameters.seed, repeats: { ...metricParameters.repeats, default: 10 } },
    conventions: {
      ...unknownEnds,
      randomSwapsPerLink: swaps.random,
      latticeSwapsPerLink: `${swaps.lattice} × mean degree`,
      linksUpTo: mostLinks,
    },
    source: "Humphries, Gurney 2008, DOI 10.1371/journal.pone.0002051",
    agreesWith: "networkx 3.6.1 sigma, omega within 15 %: the references are random",
  },
  ({ tie }, options) => {
    const csr = componentOf(tie.csr);
    const links = csr.targets.length / 2;
    if (tie.csr.nodeCount === 0) return "no-nodes";
    if (csr.nodeCount < 4) return "too-few-nodes";
    if (links > mostLinks) return "too-many-nodes";
    const own = shapeOf(csr);
    const references = drawReferences(
      csr,
      numberOf(options, "repeats"),
      seededRandom(numberOf(options, "seed")),
    );
    const randomTransitivity = meanOf(references.map(({ random }) => random.transitivity));
    const randomPathLength = meanOf(references.map(({ random }) => random.pathLength));
    const latticeClustering = Math.max(
      own.clustering,
      ...references.map(({ lattice }) => lattice.clustering),
    );
    if (randomTransitivity === 0 || latticeClustering === 0) return "no-triangle";
    return {
      value: own.transitivity / randomTransitivity / (own.pathLength / randomPathLength),
      parts: {
        omega: randomPathLength / own.pathLength - own.clustering / latticeClustering,
        ...own,
        randomTransitivity,
        randomPathLength,
        latticeClustering,
      },
    };
  },
);

interface Shape {
  readonly transitivity: number;
  readonly pathLength: number;
  readonly clustering: number;
}

function drawReferences(csr: Csr, repeats: number, random: Random) {
  const links = csr.targets.length / 2;
  const tries = Math.max(1, Math.floor((2 * links) / (csr.nodeCount - 1)));
  return Array.from({ length: repeats }, (): { readonly random: Shape; readonly lattice: Shape } => ({
    random: shapeOf(rewire(csr, { random, attempts: swaps.random * links, asLattice: false })),
    lattice: shapeOf(rewire(csr, { random, attempts: swaps.lattice * links * tries, asLattice: true })),
  }));
}

/** Of a connected graph. */
function shapeOf(csr: Csr): Shape {
  const { nodeCount, offsets } = csr;
  const triangles = trianglesAt(csr);
  let [closed, triads, clustering] = [0, 0, 0];
  for (let node = 0; node < nodeCount; node++) {
    const partners = (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
    const pairs = (partners * (partners - 1)) / 2;
    closed += triangles[node] ?? 0;
    triads += pairs;
    clustering += pairs === 0 ? 0 : (triangles[node] ?? 0) / pairs;
  }
  const { distanceSum } = measureReach(csr, allStarts(csr));
  return {
    transitivity: triads === 0 ? 0 : closed / triads,
    pathLength: distanceSum.reduce((sum, each) => sum + each, 0) / (nodeCount * (nodeCount - 1)),
    clustering: clustering / nodeCount,
  };
}

/** The largest component by itself, its nodes in their order. */
function componentOf(csr: Csr): Csr {
  const members = largestComponent(csr);
  const numberOf = new Int32Array(csr.nodeCount).fill(-1);
  for (const [number, node] of members.entries()) numberOf[node] = number;
  const kept = [...sourcesOf(csr).entries()].filter(([, source]) => numberOf[source] !== -1);
  const { csr: cut } = castToSimple({
    nodeCount: members.length,
    sources: Uint32Array.from(kept, ([, source]) => numberOf[source] ?? 0),
    targets: Uint32Array.from(kept, ([link]) => numberOf[csr.targets[link] ?? 0] ?? 0),
  });
  return { ...cut, nodeCount: members.length };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
