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

/** The quickest run of either side, milliseconds. They take turns, so that a busy spell of the machine meets both. */
export async function contest(
  rounds: number,
  ours: () => unknown,
  peer: () => unknown,
): Promise<{ readonly oursMs: number; readonly peerMs: number }> {
  let [oursMs, peerMs] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    peerMs = Math.min(peerMs, await timed(peer));
    oursMs = Math.min(oursMs, await timed(ours));
  }
  return { oursMs, peerMs };
}
