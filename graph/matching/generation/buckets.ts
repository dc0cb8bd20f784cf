/** Items filed by key and place: who of key K stands at place P, in one flat array. */
export interface Buckets {
  /** Number of a key, or undefined where nothing is filed under it. */
  keyOf(key: string): number | undefined;
  /** Items of `key` at `place`: positions `start(key, place)` up to `start(key, place + 1)` of `items`. */
  start(key: number, place: number): number;
  readonly items: Int32Array;
  /** All items of a key, place by place. */
  of(key: string): Int32Array;
  readonly places: number;
}

export interface Filing {
  readonly key: string;
  readonly place: number;
  readonly item: number;
}

/** Counting sort of filings by (key, place); within a bucket the order of filing is kept. Memory: keys × places × 4 bytes. */
export function fileInBuckets(filings: Iterable<Filing>, places: number): Buckets {
  const keys = new Map<string, number>();
  const keyColumn: number[] = [];
  const placeColumn: number[] = [];
  const itemColumn: number[] = [];
  for (const { key, place, item } of filings) {
    const number = keys.get(key) ?? keys.size;
    keys.set(key, number);
    keyColumn.push(number);
    placeColumn.push(place);
    itemColumn.push(item);
  }
  const starts = new Int32Array(keys.size * places + 1);
  const cellOf = (row: number) => (keyColumn[row] ?? 0) * places + (placeColumn[row] ?? 0);
  for (let row = 0; row < itemColumn.length; row++) bump(starts, cellOf(row) + 1, 1);
  for (let cell = 1; cell < starts.length; cell++) bump(starts, cell, starts[cell - 1] ?? 0);
  const items = new Int32Array(itemColumn.length);
  const next = starts.slice();
  for (let row = 0; row < itemColumn.length; row++) {
    const cell = cellOf(row);
    items[next[cell] ?? 0] = itemColumn[row] ?? 0;
    bump(next, cell, 1);
  }
  const start = (key: number, place: number) => starts[key * places + place] ?? 0;
  return {
    keyOf: (key) => keys.get(key),
    start,
    of: (key) => {
      const number = keys.get(key);
      return number === undefined
        ? items.subarray(0, 0)
        : items.subarray(start(number, 0), start(number + 1, 0));
    },
    items,
    places,
  };
}

function bump(array: Int32Array, at: number, by: number): void {
  array[at] = (array[at] ?? 0) + by;
}
