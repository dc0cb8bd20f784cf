/** One measured comparison. Both sides ran in this process, one after the other, on the same data. */
export interface BenchRow {
  readonly name: string;
  /** What was measured, and what it is held against. */
  readonly ours: string;
  readonly peer: string;
  readonly oursMs: number;
  /** Null where the goal is no comparison but a bound on `oursMs`. */
  readonly peerMs: number | null;
  /** What the goal is about, computed so that it can be compared with `goal`. */
  readonly value: number;
  readonly goal: { readonly atLeast: number } | { readonly atMost: number };
}

/** Wall time of one run, milliseconds, after a collection of garbage where the process allows it. */
export async function timed(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The quickest of several runs, milliseconds: other work on the machine only ever adds. */
export async function quickest(runs: number, work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) best = Math.min(best, await timed(work));
  return best;
}
