import type { PartKernel } from "#graph/metrics/kernel/parts.ts";

/** Parts of one kernel, shared among threads. */
export interface SharedWork {
  readonly kernel: string;
  /** Typed arrays in it are shared. */
  readonly input: object;
  readonly parts: number;
  /** The next part that nobody has begun, parts that are done, and 1 where one failed. */
  readonly state: Int32Array;
  /** Sums of part after part. */
  readonly sums: Float64Array;
}

const next = 0;
const done = 1;
const failed = 2;

/** Puts work where all threads can take parts of it. */
export function shareWork<I extends object>(kernel: PartKernel<I>, input: I, parts: number): SharedWork {
  return {
    kernel: kernel.name,
    input: shareArrays(input),
    parts,
    state: new Int32Array(new SharedArrayBuffer(12)),
    sums: new Float64Array(new SharedArrayBuffer(8 * parts * kernel.lengthOf(input))),
  };
}

/** Works until no part is left. */
export function takeParts<I extends object>(kernel: PartKernel<I>, input: I, shared: SharedWork): void {
  const { parts, state, sums } = shared;
  const length = sums.length / parts;
  let work: ReturnType<PartKernel<I>["open"]> | null = null;
  for (let part = Atomics.add(state, next, 1); part < parts; part = Atomics.add(state, next, 1)) {
    try {
      work ??= kernel.open(input);
      work(part, parts, sums.subarray(part * length, (part + 1) * length));
    } catch (error) {
      Atomics.store(state, failed, 1);
      throw error;
    } finally {
      Atomics.add(state, done, 1);
      Atomics.notify(state, done);
    }
  }
}

/** Blocks this thread until every part is done. Throws where one failed. */
export function waitForAll({ state, parts }: SharedWork): void {
  for (let count = Atomics.load(state, done); count < parts; count = Atomics.load(state, done))
    Atomics.wait(state, done, count);
  if (Atomics.load(state, failed) === 1) throw new Error("a helper failed in its part of the work");
}

/** How many parts are done. */
export function doneOf({ state }: SharedWork): number {
  return Atomics.load(state, done);
}

const kinds = [Float64Array, Uint32Array, Int32Array, Uint8Array] as const;

/** The same object with every typed array on memory that threads share. */
function shareArrays<T extends object>(value: T): T {
  const Kind = kinds.find((each) => value instanceof each);
  if (Kind !== undefined) {
    const list = value as unknown as Uint8Array;
    if (list.buffer instanceof SharedArrayBuffer) return value;
    const shared = new (Kind as typeof Uint8Array)(new SharedArrayBuffer(list.byteLength));
    shared.set(list);
    return shared as unknown as T;
  }
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => [
    name,
    typeof member === "object" && member !== null ? shareArrays(member) : member,
  ]);
  return Object.fromEntries(members) as T;
}
