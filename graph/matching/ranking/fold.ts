import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { CandidateSelection } from "./select.ts";

export type Foldable = Pick<Candidate, "supplier" | "receiver" | "resourceCode" | "folded">;

/** Candidates of one listing, or of one silent end and a code, that are shown; of one receiver and a code. */
const mostOfListing = 3;
const mostOfReceiver = 2;
/** So many are shown under these caps: what a person looks through. Three of sixty are one in twenty. */
const cappedFirst = 60;

interface Group {
  readonly most: number;
  readonly key: string;
  readonly listingId: string | null;
  readonly enterpriseId: string;
}

/** The candidates of a selection that are shown: folded, unless one candidate or one listing is asked for, or all. */
export function shownOf<T extends Foldable>(
  selected: readonly T[],
  { id, listingId, fold }: CandidateSelection,
): readonly T[] {
  return (fold ?? (id === undefined && listingId === undefined)) ? foldCandidates(selected) : selected;
}

/**
 * The candidates shown, in the order given, so that one listing or one receiver never fills the head of a list: among the
 * first sixty at most three of a listing (or of an end that lists nothing, and a code) and two of a receiver and a code.
 * Each of the others met before the sixtieth stands behind the last one shown of the first of its groups that is full, as
 * a number; after the sixtieth all are shown. What is shown does not depend on the page asked.
 */
export function foldCandidates<T extends Foldable>(candidates: readonly T[]): readonly T[] {
  const shown: T[] = [];
  const groups = new Map<string, { shown: number; last: number; group: Group; behind: number }>();
  for (const candidate of candidates) {
    if (shown.length >= cappedFirst) {
      shown.push(candidate);
      continue;
    }
    const own = groupsOf(candidate).map((group) => {
      const entry = groups.get(group.key) ?? { shown: 0, last: -1, group, behind: 0 };
      groups.set(group.key, entry);
      return entry;
    });
    const full = own.find((entry) => entry.shown >= entry.group.most);
    if (full !== undefined) {
      full.behind++;
      continue;
    }
    for (const entry of own) {
      entry.shown++;
      entry.last = shown.length;
    }
    shown.push(candidate);
  }
  for (const { behind, last, group } of groups.values()) {
    const candidate = shown[last];
    if (behind === 0 || candidate === undefined) continue;
    // One candidate may be the last of two groups: the larger number is told.
    if ((candidate.folded?.count ?? 0) >= behind) continue;
    const { listingId, enterpriseId } = group;
    shown[last] = { ...candidate, folded: { count: behind, listingId, enterpriseId } };
  }
  return shown;
}

function groupsOf({ supplier, receiver, resourceCode }: Foldable): readonly Group[] {
  const ofEnd = (role: string, { listingId, enterpriseId }: Candidate["supplier"]): Group => ({
    most: mostOfListing,
    key: listingId === null ? `${role} ${enterpriseId} ${resourceCode}` : `listing ${listingId}`,
    listingId,
    enterpriseId,
  });
  return [
    ofEnd("supplier", supplier),
    ofEnd("receiver", receiver),
    {
      most: mostOfReceiver,
      key: `taker ${receiver.enterpriseId} ${resourceCode}`,
      listingId: receiver.listingId,
      enterpriseId: receiver.enterpriseId,
    },
  ];
}
