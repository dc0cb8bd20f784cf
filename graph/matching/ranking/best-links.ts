import { compareLinks, type Link } from "#graph/matching/link.ts";

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
  get threshold(): number {
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
