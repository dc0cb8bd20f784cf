import { randomBytes } from "node:crypto";
import { Queue, Worker } from "bullmq";
import { SymbiosisError } from "#graph/errors.ts";
import { isOver, type JobUnit } from "#graph/schema/answers/job.ts";
import type { JobQueue, JobRequest, UnitWork } from "#server/jobs/job-queue.ts";
import { problemOfUnit } from "#server/jobs/unit-problem.ts";
import { isFor, JobStore } from "./job-store.ts";
import type { RedisAddress } from "./redis-address.ts";

export interface RedisQueueOptions {
  readonly address: RedisAddress;
  /** Units that this process works on at the same time. */
  readonly concurrency: number;
  /** How this process works out units of a job. */
  readonly workFor: (request: JobRequest) => Promise<UnitWork>;
  readonly now: () => Date;
  /** Told of faults of our own, and of a queue that is away. */
  readonly onFault: (fault: unknown) => void;
}

/** A unit as it waits in the queue. */
interface Ticket {
  readonly id: string;
  readonly position: number;
}

const queueName = "units";
const prefix = "gongsheng";
/** A worker that has not said for so long that it lives has lost its unit to another, ms; looked at every `stalledMs`. */
const lockMs = 10_000;
const stalledMs = 5000;
/** Times that a unit is tried where the queue, or the worker, goes away in the middle of it, and how far apart, ms. */
const attempts = 20;
const retryMs = 1000;
/** Workers that a unit may take down with it before it counts as failed. */
const mostStalls = 2;

/**
 * Jobs on Redis 7 or Valkey, seen and worked on by every process that has the address: BullMQ hands out units, a script of
 * ours keeps how each job stands. A unit whose worker is gone goes to another one.
 */
export function createRedisQueue(options: RedisQueueOptions): JobQueue {
  const { address, now, onFault } = options;
  const store = new JobStore(address, now, onFault);
  const connection = { ...address, maxRetriesPerRequest: null };
  const queue = new Queue<Ticket>(queueName, { connection, prefix });
  const worker = createWorker(store, options);
  queue.on("error", onFault);

  return {
    async start(request) {
      const id = randomBytes(16).toString("base64url");
      await store.add(id, request);
      const tickets = request.units.map((unit, position) => ({
        name: unit.metric,
        data: { id, position },
        opts: {
          removeOnComplete: true,
          removeOnFail: true,
          attempts,
          backoff: { type: "fixed", delay: retryMs },
        },
      }));
      await queue.addBulk(tickets);
      const started = await store.read(id);
      if (started === null) throw new Error("a job that was just added is gone");
      return started.job;
    },
    async read(id, viewerClass) {
      const known = await store.read(id);
      return known !== null && isFor(known.request, viewerClass) ? known.job : null;
    },
    results: async (id) => await store.results(id, (await store.read(id))?.job.total ?? 0),
    cancel: async (id) => await store.change(id, { what: "end", state: "cancelled" }),
    follow: (id, after, signal) => store.follow(id, after, signal),
    async close() {
      // What this process was at goes to another one: others may hear of its jobs still.
      await worker.close();
      await queue.close();
      store.close();
    },
  };
}

/** Takes units as long as it is not closed. */
function createWorker(store: JobStore, options: RedisQueueOptions): { close(): Promise<void> } {
  const { address, concurrency, onFault } = options;
  const running = new Map<AbortController, string>();
  const closing = new AbortController();
  store.changes.on("any", (id: string) => {
    const own = [...running].filter(([, job]) => job === id);
    if (own.length === 0) return;
    const stopIfOver = async () => {
      const known = await store.read(id);
      if (known === null || isOver(known.job.state)) for (const [stop] of own) stop.abort();
    };
    stopIfOver().catch(onFault);
  });
  const works = createWorks(store, options);
  const worker = new Worker<Ticket>(
    queueName,
    async ({ data: ticket }) => {
      const stop = new AbortController();
      running.set(stop, ticket.id);
      const signal = AbortSignal.any([stop.signal, closing.signal]);
      try {
        await workOut(ticket, { store, works, signal, onFault });
        // A unit that was left in the middle must not count as done: another worker tries it.
        if (closing.signal.aborted) throw new Error("the worker stops");
      } finally {
        running.delete(stop);
      }
    },
    {
      connection: { ...address, maxRetriesPerRequest: null },
      prefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledMs,
      maxStalledCount: mostStalls,
    },
  );
  worker.on("error", onFault);
  worker.on("failed", (unit) => {
    // One that is tried again is not over.
    if (unit?.finishedOn === undefined) return;
    onFault(new Error(`unit ${unit.data.position} of job ${unit.data.id}: ${unit.failedReason}`));
    failUnit(store, unit.data).catch(onFault);
  });
  return {
    async close() {
      closing.abort();
      await worker.close(true);
    },
  };
}

interface Workplace {
  readonly store: JobStore;
  readonly works: (id: string, request: Omit<JobRequest, "network">) => Promise<UnitWork>;
  readonly signal: AbortSignal;
  readonly onFault: (fault: unknown) => void;
}

async function workOut({ id, position }: Ticket, { store, works, signal, onFault }: Workplace) {
  const known = await store.read(id);
  const [request, shown] = [known?.request.units[position], known?.job.units[position]];
  if (known === null || request === undefined || shown === undefined || isOver(known.job.state)) return;
  const mark = async (unit: JobUnit, result?: string) =>
    await store.change(id, { what: "mark", position, unit, ...(result === undefined ? {} : { result }) });
  await mark({ ...shown, state: "running" });
  try {
    const work = await works(id, known.request);
    const onProgress = (share: number) =>
      void store.change(id, { what: "advance", position, share }).catch(onFault);
    const text = await work(request, { signal, onProgress });
    await mark({ ...shown, state: "done", problem: null }, text);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof SymbiosisError && error.code === "queue-unavailable") throw error;
    if (!(error instanceof SymbiosisError)) onFault(error);
    await mark({ ...shown, state: "failed", problem: problemOfUnit(error) });
  }
}

/** The unit took down every worker that tried it. */
async function failUnit(store: JobStore, { id, position }: Ticket) {
  const unit = (await store.read(id))?.job.units[position];
  if (unit !== undefined)
    await store.change(id, {
      what: "mark",
      position,
      unit: { ...unit, state: "failed", problem: problemOfUnit(null) },
    });
}

/** Jobs whose network this process keeps at hand. */
const keptWorks = 8;

/** A process that has begun a job goes on with the version of the records that it began with. */
function createWorks(store: JobStore, { workFor }: RedisQueueOptions): Workplace["works"] {
  const kept = new Map<string, Promise<UnitWork>>();
  const open = async (id: string, request: Omit<JobRequest, "network">) =>
    await workFor({ ...request, network: request.filter === null ? await store.networkOf(id) : null });
  return (id, request) => {
    const known = kept.get(id);
    const work = known ?? open(id, request);
    kept.delete(id);
    kept.set(id, work);
    work.catch(() => kept.delete(id));
    for (const oldest of kept.keys()) if (kept.size > keptWorks) kept.delete(oldest);
    return work;
  };
}
