import type { Candidate } from "#graph/schema/candidate.ts";
import type { End } from "./ends.ts";
import type { RuleCase } from "./fits.ts";

/** A possible link before it is written out as a candidate. */
export interface Link {
  readonly supplier: End;
  readonly receiver: End;
  readonly basis: Candidate["basis"];
  readonly match: Candidate["match"];
  /** Code of the resource that would move. */
  readonly code: string;
  readonly ruleCase: RuleCase | null;
  readonly fit: number;
  readonly lnScore: number;
  readonly blocked: boolean;
}

/** Open links before blocked ones, better scores first; ties by ends, so that the order never depends on the input's. */
export function compareLinks(left: Link, right: Link): number {
  if (left.blocked !== right.blocked) return left.blocked ? 1 : -1;
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

/** Keeps the best few links, best first. Made for small sizes: insertion into a sorted array. */
export class BestLinks {
  readonly #size: number;
  readonly #floor: number;
  readonly #links: Link[] = [];

  /** Links scored under `floor` are not wanted at all. */
  constructor(size: number, floor: number) {
    this.#size = size;
    this.#floor = floor;
  }

  get links(): readonly Link[] {
    return this.#links;
  }

  get isFull(): boolean {
    return this.#links.length >= this.#size;
  }

  /** ln of the score to reach: that of the last link kept, or the floor while there is room; ∞ where nothing is kept. */
  get bar(): number {
    return this.isFull ? (this.#links.at(-1)?.lnScore ?? Infinity) : this.#floor;
  }

  /** Adds a link unless it is worse than all kept ones. Two links between the same ends: the better stays. */
  add(link: Link): void {
    const same = this.#links.findIndex(
      (kept) => kept.supplier === link.supplier && kept.receiver === link.receiver,
    );
    const rival = this.#links[same];
    if (rival !== undefined) {
      if (compareLinks(rival, link) <= 0) return;
      this.#links.splice(same, 1);
    }
    let at = this.#links.length;
    while (at > 0 && compareLinks(link, this.#links[at - 1] ?? link) < 0) at--;
    this.#links.splice(at, 0, link);
    if (this.#links.length > this.#size) this.#links.pop();
  }
}
