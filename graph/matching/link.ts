import type { Candidate, Placement } from "#graph/schema/answers/candidate.ts";
import type { LikelyExisting } from "./ends/likely-existing.ts";
import type { End } from "./ends/end.ts";
import type { RuleCase } from "./rules/fit.ts";

/** A possible link before it is written out as a candidate. */
export interface Link {
  readonly supplier: End;
  readonly receiver: End;
  readonly placement: Placement;
  /** The recorded exchange that the link seems to describe. */
  readonly likely: LikelyExisting | null;
  readonly basis: Candidate["basis"];
  readonly match: Candidate["match"];
  /** Code of the resource that would move. */
  readonly code: string;
  readonly ruleCase: RuleCase | null;
  readonly fit: number;
  /** Share of the plants of the receiver's industry that take the code. */
  readonly practice: number;
  readonly lnScore: number;
  readonly blocked: boolean;
}

/**
 * Open links before blocked ones, known places before those that may be one, better scores first; ties by ends, so that
 * the order never depends on the input's.
 */
export function compareLinks(left: Link, right: Link): number {
  if (left.blocked !== right.blocked) return left.blocked ? 1 : -1;
  const parksOpen = (link: Link) => (link.placement === "same-city-parks-open" ? 1 : 0);
  if (parksOpen(left) !== parksOpen(right)) return parksOpen(left) - parksOpen(right);
  return right.lnScore - left.lnScore || compareEnds(left, right);
}

function compareEnds(left: Link, right: Link): number {
  return (
    left.supplier.index - right.supplier.index ||
    left.receiver.index - right.receiver.index ||
    (left.code < right.code ? -1 : left.code > right.code ? 1 : 0) ||
    compareRules(left, right)
  );
}

function compareRules(left: Link, right: Link): number {
  const [a, b] = [left.ruleCase?.rule.id ?? "", right.ruleCase?.rule.id ?? ""];
  return a < b ? -1 : a > b ? 1 : 0;
}
