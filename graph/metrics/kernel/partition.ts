/**
 * Normalised mutual information of two labellings of the same members: 1 = same groups, 0 = independent.
 *
 *   I(A; B) / ((H(A) + H(B)) / 2)
 *
 * Null where both put everybody into one group (0/0), or nobody is there. Agrees with scikit-learn's
 * normalized_mutual_info_score (arithmetic mean). Source: Danon et al. 2005, DOI 10.1088/1742-5468/2005/09/P09008.
 */
export function normalisedMutualInformation(
  left: readonly (string | number)[],
  right: readonly (string | number)[],
): number | null {
  const total = left.length;
  const leftSizes = countEach(left);
  const rightSizes = countEach(right);
  const entropies = entropy(leftSizes.values(), total) + entropy(rightSizes.values(), total);
  if (entropies === 0) return null;
  const joint = entropy(countEach(left.map((label, member) => `${label} ${right[member]}`)).values(), total);
  return Math.min(1, Math.max(0, (2 * (entropies - joint)) / entropies));
}

/** Labels 0, 1, 2 … by size of group, largest first; groups of one size by their smallest id. Independent of input labels. */
export function relabel(members: readonly { id: string; label: number }[]): Map<string, number> {
  const groups = new Map<number, string[]>();
  for (const { id, label } of members) {
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [id]);
    else group.push(id);
  }
  const ordered = [...groups.values()]
    .map((ids) => ids.sort())
    .sort((a, b) => b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
  return new Map(ordered.flatMap((ids, community) => ids.map((id) => [id, community] as const)));
}

function countEach<T>(labels: readonly T[]): Map<T, number> {
  const sizes = new Map<T, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
}

/** Σ −p ln p over the groups, in nats. */
function entropy(sizes: Iterable<number>, total: number): number {
  let sum = 0;
  for (const size of sizes) sum -= (size / total) * Math.log(size / total);
  return Math.abs(sum);
}
