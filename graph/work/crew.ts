import { Worker } from "node:worker_threads";
import type { Crew, PartKernel } from "#graph/metrics/kernel/parts.ts";
import { doneOf, shareWork, takeParts, waitForAll, type SharedWork } from "./shared-parts.ts";

export interface ThreadCrew extends Crew, Disposable {
  /** Where the present task says how many parts are done, and of how many; null where nobody asks. */
  progress: Int32Array | null;
}

/** This thread and helpers, which start with the first work. A thread that ends takes its helpers along. */
export function openCrew(helperCount: number): ThreadCrew {
  let helpers: Worker[] | null = null;
  const startHelpers = () =>
    Array.from({ length: helperCount }, () => {
      const helper = new Worker(new URL("./helper.ts", import.meta.url));
      helper.unref();
      // What it failed at is seen in the state of the work.
      helper.on("error", () => {
        helpers = null;
      });
      return helper;
    });
  return {
    progress: null,
    run(kernel, input, parts, take) {
      const shared = shareWork(kernel, input, parts);
      for (const helper of (helpers ??= startHelpers())) helper.postMessage(shared, []);
      takeParts(watched(kernel, shared, this.progress), input, shared);
      waitForAll(shared);
      const length = shared.sums.length / parts;
      for (let part = 0; part < parts; part++) take(shared.sums.subarray(part * length, (part + 1) * length));
    },
    [Symbol.dispose]() {
      for (const helper of helpers ?? []) void helper.terminate();
      helpers = null;
    },
  };
}

/** The same kernel; whenever this thread begins a part, it tells how many are done. */
function watched<I>(kernel: PartKernel<I>, shared: SharedWork, progress: Int32Array | null): PartKernel<I> {
  if (progress === null) return kernel;
  Atomics.store(progress, 1, shared.parts);
  return {
    ...kernel,
    open(input) {
      const work = kernel.open(input);
      return (part, of, out) => {
        Atomics.store(progress, 0, doneOf(shared));
        work(part, of, out);
      };
    },
  };
}
