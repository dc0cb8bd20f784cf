/** Numbers of which the lowest is taken first: a binary heap. Cost of either: O(log count). */
export class LowestFirst {
  private readonly items: number[] = [];

  put(item: number): void {
    const { items } = this;
    let place = items.push(item) - 1;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      if ((items[above] as number) <= item) break;
      items[place] = items[above] as number;
      place = above;
    }
    items[place] = item;
  }

  /** The lowest, taken out; null where there is none. */
  take(): number | null {
    const { items } = this;
    const lowest = items[0] ?? null;
    const last = items.pop();
    if (last === undefined || items.length === 0) return lowest;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && (items[below + 1] as number) < (items[below] as number)) below++;
      if ((items[below] as number) >= last) break;
      items[place] = items[below] as number;
      place = below;
    }
    items[place] = last;
    return lowest;
  }
}
