import { availableParallelism, totalmem } from "node:os";
import { longestAnalysisMs } from "#graph/schema/api/endpoint.ts";
import { createWorkPool, inlineUpTo, type WorkPool } from "#graph/work/pool.ts";
import type { JobRequest, UnitWork } from "./jobs/job-queue.ts";
import { createLocalQueue, localBounds } from "./jobs/local-queue.ts";
import type { RedisAddress } from "./jobs/redis/redis-address.ts";
import { createRedisQueue } from "./jobs/redis/redis-queue.ts";
import type { Logger } from "./log.ts";
import type { Jobs } from "./use-cases/job-answers.ts";

const waitingAnalyses = 64;

/** All processors but one. */
const threads = Math.max(1, availableParallelism() - 1);

/** The threads of both pools have three quarters of the machine's memory, each at least what a region needs. */
export function openPool(): WorkPool {
  const machineMb = totalmem() / 2 ** 20;
  return createWorkPool({
    threads,
    helpersPerThread: 1,
    maxQueue: waitingAnalyses,
    timeoutMs: longestAnalysisMs,
    threadMemoryMb: Math.max(512, Math.floor((0.75 * machineMb) / (2 * threads))),
    inlineUpTo,
  });
}

export interface JobsOptions {
  /** Null for a queue in the memory of this process. */
  readonly address: RedisAddress | null;
  readonly pool: WorkPool;
  /** How this process works out units of a job that any process may have started. */
  readonly workFor: (request: JobRequest) => Promise<UnitWork>;
  readonly logger: Logger;
}

/** The queue of jobs. A pool of its own: a long job must not hold up what people wait for. */
export function openJobs({ address, pool, workFor, logger }: JobsOptions): Jobs {
  const now = () => new Date();
  const onFault = (fault: unknown) => logger.error({ err: fault }, "a job, or the queue of jobs, failed");
  const queue =
    address === null
      ? createLocalQueue({ ...localBounds, mostRunning: threads, now, onFault })
      : createRedisQueue({ address, concurrency: threads, workFor, now, onFault });
  return { queue, pool };
}
