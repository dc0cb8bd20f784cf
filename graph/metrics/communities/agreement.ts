import { adjustedRandIndex, normalisedMutualInformation } from "#graph/metrics/kernel/partition.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";

const groupings = ["park", "city", "province"] as const;

/** How far communities follow the borders of parks, cities and provinces, over the members whose group is known. */
export function agreements(
  { groups }: GraphView,
  members: readonly { readonly node: number; readonly community: number }[],
) {
  return groupings.map((group) => {
    const { codes } = groups[group];
    const known = members.filter(({ node }) => (codes[node] ?? -1) >= 0);
    const found = known.map(({ community }) => community);
    const given = known.map(({ node }) => codes[node] ?? -1);
    return {
      group,
      members: known.length,
      mutualInformation: normalisedMutualInformation(found, given),
      adjustedRand: adjustedRandIndex(found, given),
    };
  });
}

/** Mean normalised mutual information of all pairs of runs; 1 = every run finds the same. Null for fewer than two. */
export function stabilityOf(runs: readonly Uint32Array[]): number | null {
  let sum = 0;
  let pairs = 0;
  for (const [at, left] of runs.entries())
    for (const right of runs.slice(at + 1)) {
      // One group in both runs is the same group.
      sum += normalisedMutualInformation(left, right) ?? 1;
      pairs++;
    }
  return pairs === 0 ? null : sum / pairs;
}
