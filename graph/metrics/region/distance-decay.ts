import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { haulsOf, reasonAgainst, type Haul } from "./hauls.ts";

/** Distances that the curve is read at, km, times 10, 100 … until everything lies within the last. */
const steps = [1, 2, 5] as const;

/**
 * Distance decay: which share of the flow is moved no farther than so many kilometres.
 *
 *   F(x) = Σ_{d(e) ≤ x} q(e) / Σ_e q(e)     where q = known yearly flow, d = great circle between the ends, km.
 *
 * Reads: raw, as the mean haul. Returns: F at 1, 2, 5, 10, 20 … km, and the same by number of exchanges; in one number the
 * median haul, the least x with F(x) ≥ 1/2. Heat decays within a few km, slag within tens, scrap far beyond.
 * Edge cases: no exchange with both points, none of known flow, or all of it 0 → null. Errors: needs one layer.
 * Source: Jensen et al. 2011. Agrees with: that formula in numpy.
 */
export const distanceDecay = ofNetwork(
  {
    name: "distanceDecay",
    nameZh: "距离衰减",
    nameEn: "Distance decay",
    meaningZh: "运距不超过各距离的流量占比；总值为一半流量所在的运距（千米），越低，交换越在近处",
    meaningEn:
      "Share of the flow moved no farther than each distance; in one number, the haul of the median tonne, km: low = exchanges are near",
    unit: "km",
    range: "[0, 20016)",
    reads: "raw",
    needsOneLayer: true,
    formula: "F(x) = Σ_{d(e)≤x} q(e) / Σ_e q(e)",
    whereZh:
      "q 为已知年流量，d 为两端之间的大圆距离（千米），只计两端均有坐标的交换；总值为使 F(x) ≥ 1/2 的最小 x",
    whereEn:
      "q = known yearly flow, d = great-circle distance, km; exchanges with both points known; the one number is the least x with F(x) ≥ 1/2",
    columns: [
      { name: "flow", zh: "流量占比 F(x)", en: "Share of the flow F(x)" },
      { name: "exchanges", zh: "交换条数占比", en: "Share of the exchanges" },
    ],
    parameters: {},
    conventions: { distance: "great circle", insideOneNode: "left out", unknownQuantities: "left out" },
    source: "Jensen, Basson, Hellawell, Bailey, Leach 2011, DOI 10.1016/j.resconrec.2011.02.003",
    agreesWith: "the formula, written anew in numpy",
  },
  (view) => {
    const hauls = haulsOf(view).toSorted((left, right) => left.km - right.km);
    const reason = reasonAgainst(view, hauls);
    const x = reason === null ? distancesUpTo(hauls.at(-1)?.km ?? 0) : [];
    const flow = runningShares(hauls, ({ quantity }) => (Number.isNaN(quantity) ? 0 : quantity));
    const exchanges = runningShares(hauls, () => 1);
    // How many hauls are no longer than each distance.
    const within = x.map((km) => countWithin(hauls, km));
    return {
      kind: "curve",
      value: reason === null ? (hauls[flow.findIndex((share) => share >= 0.5)]?.km ?? null) : null,
      x,
      columns: [
        { name: "flow", values: within.map((count) => flow[count - 1] ?? 0) },
        { name: "exchanges", values: within.map((count) => exchanges[count - 1] ?? 0) },
      ],
      reason,
    };
  },
);

function distancesUpTo(farthest: number): number[] {
  const distances: number[] = [];
  for (let decade = 1; (distances.at(-1) ?? 0) < farthest || distances.length === 0; decade *= 10)
    distances.push(...steps.map((step) => step * decade));
  return distances;
}

/** By haul: the share of everything that it and those before it make up. */
function runningShares(hauls: readonly Haul[], weightOf: (haul: Haul) => number): number[] {
  let sum = 0;
  const sums = hauls.map((haul) => (sum += weightOf(haul)));
  return sums.map((each) => each / sum);
}

/** Of hauls that ascend: how many are no longer. */
function countWithin(hauls: readonly Haul[], km: number): number {
  let [low, high] = [0, hauls.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hauls[middle]?.km ?? 0) <= km) low = middle + 1;
    else high = middle;
  }
  return low;
}
