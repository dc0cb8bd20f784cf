/**
 * Normalised mutual information of two labellings of the same members: 1 = same groups, 0 = independent.
 *
 *   I(A; B) / ((H(A) + H(B)) / 2)
 *
 * Null where both put everybody into one group (0/0), or nobody is there. Agrees with scikit-learn's
 * normalized_mutual_info_score (arithmetic mean). Source: Danon et al. 2005, DOI 10.1088/1742-5468/2005/09/P09008.
 */
export function normalisedMutualInformation(left: Labels, right: Labels): number | null {
  const { total, cells, rows, columns } = crossTabulate(left, right);
  const entropies = entropy(rows, total) + entropy(columns, total);
  if (entropies === 0) return null;
  return Math.min(1, Math.max(0, (2 * (entropies - entropy(cells, total))) / entropies));
}

/**
 * Rand index of two labellings of the same members, adjusted for chance: 1 = same groups, about 0 = independent.
 *
 *   (Σ C(n_ij, 2) − E) / ((Σ C(a_i, 2) + Σ C(b_j, 2))/2 − E)     E = Σ C(a_i, 2) Σ C(b_j, 2) / C(n, 2)
 *
 * Null where the two have no choice (0/0): both one group, or both each member alone. Agrees with scikit-learn's
 * adjusted_rand_score but there. Source: Hubert, Arabie 1985, DOI 10.1007/BF01908075.
 */
export function adjustedRandIndex(left: Labels, right: Labels): number | null {
  const { total, cells, rows, columns } = crossTabulate(left, right);
  const [both, ofRows, ofColumns] = [pairsIn(cells), pairsIn(rows), pairsIn(columns)];
  const expected = total < 2 ? 0 : (ofRows * ofColumns) / ((total * (total - 1)) / 2);
  const most = (ofRows + ofColumns) / 2;
  return most === expected ? null : (both - expected) / (most - expected);
}

type Labels = ArrayLike<string | number>;

/** Sizes of the groups of either labelling, and of what each two have in common. */
function crossTabulate(left: Labels, right: Labels) {
  const total = left.length;
  const leftCodes = encode(left);
  const rightCodes = encode(right);
  const cells = new Map<number, number>();
  for (let member = 0; member < total; member++) {
    const cell = (leftCodes.codes[member] ?? 0) * rightCodes.sizes.length + (rightCodes.codes[member] ?? 0);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return { total, cells: [...cells.values()], rows: leftCodes.sizes, columns: rightCodes.sizes };
}

function encode(labels: Labels): { readonly codes: Uint32Array; readonly sizes: readonly number[] } {
  const codeOf = new Map<string | number, number>();
  const codes = new Uint32Array(labels.length);
  const sizes: number[] = [];
  for (let member = 0; member < labels.length; member++) {
    const label = labels[member] ?? "";
    const code = codeOf.get(label) ?? sizes.push(0) - 1;
    codeOf.set(label, code);
    codes[member] = code;
    sizes[code] = (sizes[code] ?? 0) + 1;
  }
  return { codes, sizes };
}

/** Σ C(size, 2). */
function pairsIn(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
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

/** Σ −p ln p over the groups, in nats. */
function entropy(sizes: readonly number[], total: number): number {
  let sum = 0;
  for (const size of sizes) sum -= (size / total) * Math.log(size / total);
  return Math.abs(sum);
}
