import { setImmediate as nextTurn } from "node:timers/promises";
import type { Steps } from "#graph/projection/in-steps.ts";

/** Longest work between two turns of the event loop, ms. */
const turnMs = 10;

/** Runs work in steps; requests are answered in between, and before the first: the caller may have worked long. */
export async function takeTurns<T>(steps: Steps<T>): Promise<T> {
  await nextTurn();
  let turnStarted = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turnStarted < turnMs) continue;
    await nextTurn();
    turnStarted = performance.now();
  }
}
