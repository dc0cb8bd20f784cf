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
  const listed = new Set<string>();
  for (const link of links) if (link.basis === "offer-need") listed.add(pairOf(link));
  const seen = new Set<string>();
  return links.sort(compareLinks).filter((link) => {
    const isListed = link.basis === "offer-need";
    if (!isListed && listed.has(pairOf(link))) return false;
    const key = isListed ? `${link.supplier.index}~${link.receiver.index}` : pairOf(link);
    return !seen.has(key) && seen.add(key);
  });
}

const pairOf = ({ supplier, receiver, code }: Link) =>
  `${supplier.party.index}|${receiver.party.index}|${code}`;
