/** Keeps what was used last, up to `capacity` (entries, or what `sizeOf` counts). A failed promise is not kept. */
export class BoundedCache<V> {
  readonly #capacity: number;
  readonly #sizeOf: (value: V) => number;
  readonly #entries = new Map<string, V>();
  #size = 0;

  constructor(capacity: number, sizeOf: (value: V) => number = () => 1) {
    this.#capacity = capacity;
    this.#sizeOf = sizeOf;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.delete(key);
    const size = this.#sizeOf(value);
    if (size > this.#capacity) return;
    this.#entries.set(key, value);
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#capacity) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#size -= this.#sizeOf(value);
  }

  /** The kept value, or the one `make` gives, kept from now on. */
  getOrCompute(key: string, make: () => V): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    if (made instanceof Promise)
      made.catch(() => {
        if (this.#entries.get(key) === made) this.delete(key);
      });
    return made;
  }
}
