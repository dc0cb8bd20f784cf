import { familiesOf } from "#graph/matching/knowledge/material-families.ts";
import { termsOf, type CaseRow } from "./case-library.ts";

/** What other cases say of one query: votes for each receiving industry, by what likens them to it. */
export interface Votes {
  readonly exact: ReadonlyMap<string, number>;
  readonly code: ReadonlyMap<string, number>;
  readonly donor: ReadonlyMap<string, number>;
  readonly text: ReadonlyMap<string, number>;
  readonly family: ReadonlyMap<string, number>;
  readonly popularity: ReadonlyMap<string, number>;
}

/** Rows of the library prepared once: terms, their rarity, lengths. */
export interface PreparedRow {
  readonly row: CaseRow;
  readonly terms: ReadonlyMap<string, number>;
  readonly families: readonly string[];
}

/** Terms weighted by rarity (tf-idf) over the whole library, to length 1. Labels are not read. */
export function prepare(rows: readonly CaseRow[]): readonly PreparedRow[] {
  const counted = rows.map(({ resourceText }) => termsOf(resourceText));
  const spread = new Map<string, number>();
  for (const terms of counted) for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  return rows.map((row, at) => {
    const weighted = [...(counted[at] ?? [])].map(([term, count]) => {
      const rarity = Math.log((rows.length + 1) / (spread.get(term) ?? 1));
      return [term, (1 + Math.log(count)) * rarity] as const;
    });
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return {
      row,
      terms: new Map(weighted.map(([term, weight]) => [term, weight / length])),
      families: familiesOf(row.resourceText, row.resourceCodes),
    };
  });
}

/** Votes of the rows of other cases; `others` must hold none of the query's case. */
export function votesFor(query: PreparedRow, others: readonly PreparedRow[]): Votes {
  const votes = {
    exact: tally(),
    code: tally(),
    donor: tally(),
    text: tally(),
    family: tally(),
    popularity: tally(),
  };
  for (const other of others) {
    const { receiverIndustry } = other.row;
    const near = codeLikeness(query.row.resourceCodes, other.row.resourceCodes);
    votes.popularity.add(receiverIndustry, 1);
    votes.code.add(receiverIndustry, near);
    votes.exact.add(receiverIndustry, near === 1 ? 1 : 0);
    votes.donor.add(receiverIndustry, industryLikeness(query.row.donorIndustry, other.row.donorIndustry));
    votes.family.add(receiverIndustry, commonShare(query.families, other.families));
    votes.text.add(receiverIndustry, cosine(query.terms, other.terms) ** 2);
  }
  return {
    exact: votes.exact.sums,
    code: votes.code.sums,
    donor: votes.donor.sums,
    text: votes.text.sums,
    family: votes.family.sums,
    popularity: votes.popularity.sums,
  };
}

function tally() {
  const sums = new Map<string, number>();
  return {
    sums: sums as ReadonlyMap<string, number>,
    add: (key: string, by: number) => {
      if (by > 0) sums.set(key, (sums.get(key) ?? 0) + by);
    },
  };
}

/** Equal codes 1; falling by a quarter with each character from the end that differs; 0 under two common ones. */
export function codeLikeness(left: readonly string[], right: readonly string[]): number {
  let best = 0;
  for (const a of left)
    for (const b of right) {
      if (a.length !== b.length && a.slice(0, 2) !== b.slice(0, 2)) continue;
      let same = 0;
      while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
      if (same >= 2) best = Math.max(best, a === b ? 1 : 0.5 ** (Math.max(a.length, b.length) - same));
    }
  return best;
}

function industryLikeness(left: string | null, right: string | null): number {
  if (left === null || right === null) return 0;
  if (left === right) return 1;
  if (left.slice(0, 3) === right.slice(0, 3)) return 0.5;
  return left.slice(0, 2) === right.slice(0, 2) ? 0.25 : 0;
}

function cosine(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const [short, long] = left.size < right.size ? [left, right] : [right, left];
  let sum = 0;
  for (const [term, weight] of short) sum += weight * (long.get(term) ?? 0);
  return sum;
}

/** Families in common over families of either (Jaccard). */
function commonShare(left: readonly string[], right: readonly string[]): number {
  const common = left.filter((id) => right.includes(id)).length;
  return common === 0 ? 0 : common / (left.length + right.length - common);
}
