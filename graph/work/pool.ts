import { Piscina } from "piscina";
import { SymbiosisError } from "#graph/errors.ts";
import { pack, type Packed } from "./packed-subject.ts";
import { runTask, type TaskInput, type TaskName, type TaskOutput, type TaskSubject } from "./tasks.ts";
import type { Job, Outcome } from "./worker.ts";

/** Where work on a network is done. */
export interface WorkPool extends AsyncDisposable {
  /** Rejects with the signal's reason where that is given, and the work stops: its thread ends in the middle of it. */
  run<K extends TaskName>(
    name: K,
    subject: TaskSubject<K>,
    input: TaskInput<K>,
    options?: RunOptions,
  ): Promise<TaskOutput<K>>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Default: that of the pool. */
  readonly timeoutMs?: number;
  /** Told now and then which share of its present step the work has done, where it falls into parts. */
  readonly onProgress?: (share: number) => void;
}

export interface WorkPoolOptions {
  readonly threads: number;
  /** Threads that help each of them with what falls into parts, such as paths from many start nodes. */
  readonly helpersPerThread: number;
  /** Tasks that may wait; one more is refused with `work-queue-full`. */
  readonly maxQueue: number;
  /** A task that runs or waits longer is stopped with `analysis-too-long`. */
  readonly timeoutMs: number;
  /** Memory a thread may use for its objects, MiB; a task that needs more ends with `analysis-too-big`. */
  readonly threadMemoryMb: number;
  /** Networks with at most so many exchanges and listings, or nodes and edges, are worked on at once, in the calling thread. */
  readonly inlineUpTo: number;
}

/**
 * Exchanges and listings up to which a thread costs more than it saves. The real network has 753: its slowest analysis
 * takes about 0.3 s once a version, a thread needs as long to start and to unpack. Time grows faster than size: at
 * 3,800 the candidates alone take over a second, far too long for the thread that answers requests.
 */
export const inlineUpTo = 1000;

/** Work that takes seconds on the smallest network: always in a thread. */
const slowTasks: ReadonlySet<TaskName> = new Set(["evaluation"]);

/** Worker threads for big networks and slow tasks, the calling thread for small ones. Threads start with the first big task. */
export function createWorkPool(options: WorkPoolOptions): WorkPool {
  let pool: Piscina | null = null;
  let admitted = 0;
  const close = async () => {
    await pool?.destroy();
    pool = null;
  };

  return {
    async run(name, subject, input, { signal, timeoutMs = options.timeoutMs, onProgress } = {}) {
      signal?.throwIfAborted();
      if (sizeOf(subject) <= options.inlineUpTo && !slowTasks.has(name)) return runTask(name, subject, input);
      // Counted here: a pool whose threads are still starting takes more than its own limit.
      if (admitted >= options.threads + options.maxQueue) throw queueFull(options.maxQueue);
      admitted += 1;
      const progress = new Int32Array(new SharedArrayBuffer(8));
      const watching = watch(progress, onProgress);
      try {
        pool ??= startThreads(options);
        const helpers = options.helpersPerThread;
        const job = { name, input, subject: await packedOf(subject), helpers, progress };
        return await runInThread(pool, job, timeoutMs, signal);
      } finally {
        clearInterval(watching);
        admitted -= 1;
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

// One copy for all pools of this process; it lives as long as the network that it is made from.
const packedBySubject = new WeakMap<object, Promise<Packed>>();
let packedCount = 0;

function packedOf(subject: TaskSubject<TaskName>): Promise<Packed> {
  const known = packedBySubject.get(subject);
  if (known !== undefined) return known;
  packedCount += 1;
  const made = pack({ ...subject }, `${packedCount}`);
  packedBySubject.set(subject, made);
  return made;
}

function sizeOf(subject: TaskSubject<TaskName>): number {
  return "exchanges" in subject
    ? subject.exchanges.length + subject.listings.length
    : subject.nodes.length + subject.edges.length;
}

/** Time between two looks at how far the work is, ms. */
const lookMs = 250;

function watch(progress: Int32Array, onProgress: RunOptions["onProgress"]): NodeJS.Timeout | undefined {
  if (onProgress === undefined) return undefined;
  return setInterval(() => {
    const [done, all] = [Atomics.load(progress, 0), Atomics.load(progress, 1)];
    if (all > 0) onProgress(done / all);
  }, lookMs);
}

function startThreads({ threads, threadMemoryMb }: WorkPoolOptions): Piscina {
  return new Piscina({
    filename: new URL("./worker.ts", import.meta.url).href,
    name: "runJob",
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: threadMemoryMb },
  });
}

async function runInThread<K extends TaskName>(
  pool: Piscina,
  job: Job<K>,
  timeoutMs: number,
  stop: AbortSignal | undefined,
): Promise<TaskOutput<K>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const signal = stop === undefined ? timeout : AbortSignal.any([stop, timeout]);
    const outcome = (await pool.run(job, { signal })) as Outcome<K>;
    if ("value" in outcome) return outcome.value;
    const { code, message, details } = outcome.failure;
    throw new SymbiosisError(code, message, { details });
  } catch (error) {
    stop?.throwIfAborted();
    if (timeout.aborted)
      throw new SymbiosisError(
        "analysis-too-long",
        `The analysis was stopped after ${timeoutMs / 1000} s; narrow the filter and ask again`,
        { cause: error },
      );
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
      throw new SymbiosisError(
        "analysis-too-big",
        "The analysis needed more memory than it may have and was stopped; narrow the filter and ask again",
        { cause: error },
      );
    throw error;
  }
}

function queueFull(maxQueue: number): SymbiosisError {
  return new SymbiosisError(
    "work-queue-full",
    `${maxQueue} analyses are waiting already; ask again in a few seconds`,
  );
}
