import { compareLinks, type Link } from "#graph/matching/link.ts";

/** Room kept beyond the limit, for links that a better one of the same pair will push out later. */
const headroom = 1.25;

/** The best links of many searches: one per pair of ends, at most `limit`; memory is bounded by four times that. */
export class LinkPool {
  readonly #limit: number;
  readonly #room: number;
  #links: Link[] = [];
  #floor = -Infinity;

  constructor(limit: number) {
    this.#limit = limit;
    this.#room = Math.ceil(limit * headroom);
  }

  /** ln of the score under which nothing can be kept any more; −∞ while there is room. */
  get floor(): number {
    return this.#floor;
  }

  addAll(links: readonly Link[]): void {
    for (const link of links) if (link.lnScore >= this.#floor) this.#links.push(link);
    if (this.#links.length > 3 * this.#room) this.#tidy();
  }

  links(): readonly Link[] {
    this.#tidy();
    return this.#links.slice(0, this.#limit);
  }

  #tidy(): void {
    this.#links = onePerPair(this.#links).slice(0, this.#room);
    const last = this.#links.at(-1);
    if (this.#links.length === this.#room && last?.blocked === false && last.placement === "apart")
      this.#floor = last.lnScore;
  }
}

/** Best first, each pair once. Of two links of one pair for one resource a guess yields to what is listed. */
function onePerPair(links: Link[]): Link[] {
  const isListed = ({ basis }: Link) => basis === "offer-need";
  const listed = new PairsByCode();
  for (const link of links) if (isListed(link)) listed.add(link);
  const seen = new PairsByCode();
  const seenEnds = new Set<number>();
  return links.sort(compareLinks).filter((link) => {
    if (!isListed(link)) return !listed.has(link) && seen.add(link);
    const ends = numberOf(link.supplier.index, link.receiver.index);
    return !seenEnds.has(ends) && seenEnds.add(ends);
  });
}

/** One number for two below 2²⁶. */
const numberOf = (left: number, right: number) => left * 2 ** 26 + right;

/** Pairs of enterprises, each for a code. */
class PairsByCode {
  readonly #pairs = new Map<string, Set<number>>();

  has({ supplier, receiver, code }: Link): boolean {
    return this.#pairs.get(code)?.has(numberOf(supplier.party.index, receiver.party.index)) ?? false;
  }

  /** Whether the pair is new. */
  add({ supplier, receiver, code }: Link): boolean {
    const pairs = this.#pairs.get(code) ?? new Set();
    this.#pairs.set(code, pairs);
    const before = pairs.size;
    return pairs.add(numberOf(supplier.party.index, receiver.party.index)).size > before;
  }
}
