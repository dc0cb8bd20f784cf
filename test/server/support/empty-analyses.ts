import { openStore } from "#graph/store/open-store.ts";
import { createWorkPool } from "#graph/work/pool.ts";
import { createAnalyses, type Analyses } from "#server/use-cases/analyses.ts";
import { testDay, testQueue } from "./running-server.ts";

/** The use cases over an empty store, for tests of HTTP alone. */
export async function emptyAnalyses(): Promise<Analyses> {
  const pool = createWorkPool({
    threads: 1,
    helpersPerThread: 0,
    maxQueue: 1,
    timeoutMs: 1000,
    threadMemoryMb: 64,
    inlineUpTo: 1000,
  });
  return createAnalyses({
    store: await openStore("sqlite::memory:"),
    pool,
    jobs: { queue: testQueue(), pool },
    release: { productVersion: "0", dataAsOf: () => null },
    now: () => testDay,
  });
}
