import type { GraphStore } from "#graph/store/graph-store.ts";
import type { RedisAddress } from "./jobs/redis/redis-address.ts";
import { createLogger } from "./log.ts";
import { openJobs, openPool } from "./open-jobs.ts";
import { readProductVersion } from "./product-version.ts";
import { createLoader } from "./use-cases/loaded-network.ts";
import { monthOfShipped } from "./use-cases/shipped-data.ts";
import { workFrom } from "./use-cases/unit-work.ts";

export interface WorkerOptions {
  /** Opened; the worker closes it. */
  readonly store: GraphStore;
  readonly address: RedisAddress;
  readonly logLevel: string;
}

/** Puts a process together that answers nobody and works on the jobs of a queue. */
export async function startWorker({ store, address, logLevel }: WorkerOptions): Promise<AsyncDisposable> {
  const pool = openPool();
  const release = { productVersion: await readProductVersion(), dataAsOf: monthOfShipped };
  const workFor = workFrom(
    createLoader(store, () => {}),
    pool,
    release,
  );
  const { queue } = openJobs({ address, pool, workFor, logger: createLogger(logLevel) });
  return {
    async [Symbol.asyncDispose]() {
      await queue.close();
      await pool.close();
      await store.close();
    },
  };
}
