import { Piscina } from "piscina";
import { SymbiosisError } from "#graph/errors.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { packNetwork, type PackedNetwork } from "./packed-network.ts";
import { runTask, type TaskInput, type TaskName, type TaskOutput } from "./tasks.ts";
import type { Job, Outcome } from "./worker.ts";

/** Where work on a network is done. */
export interface WorkPool extends AsyncDisposable {
  /** `size`: how much there is to work on, where that is not the records. */
  run<K extends TaskName>(
    name: K,
    network: Network,
    input: TaskInput<K>,
    size?: number,
  ): Promise<TaskOutput<K>>;
  close(): Promise<void>;
}

export interface WorkPoolOptions {
  readonly threads: number;
  /** Tasks that may wait; one more is refused with `work-queue-full`. */
  readonly maxQueue: number;
  /** A task that runs or waits longer is stopped with `analysis-too-long`. */
  readonly timeoutMs: number;
  /** Memory a thread may use for its objects, MiB; a task that needs more ends with `analysis-too-big`. */
  readonly threadMemoryMb: number;
  /** Networks with at most so many exchanges and listings are worked on at once, in the calling thread. */
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
  let packed: { readonly of: Network; readonly bytes: Promise<PackedNetwork> } | null = null;
  let packedCount = 0;
  let admitted = 0;

  const packedOf = (network: Network) => {
    if (packed?.of !== network) {
      packedCount += 1;
      packed = { of: network, bytes: packNetwork(network, `${packedCount}`) };
    }
    return packed.bytes;
  };
  const sizeOf = (network: Network) => network.exchanges.length + network.listings.length;
  const close = async () => {
    await pool?.destroy();
    pool = null;
  };

  return {
    async run(name, network, input, size = sizeOf(network)) {
      if (size <= options.inlineUpTo && !slowTasks.has(name)) return runTask(name, network, input);
      // Counted here: a pool whose threads are still starting takes more than its own limit.
      if (admitted >= options.threads + options.maxQueue) throw queueFull(options.maxQueue);
      admitted += 1;
      try {
        pool ??= startThreads(options);
        return await runInThread(pool, { name, input, network: await packedOf(network) }, options.timeoutMs);
      } finally {
        admitted -= 1;
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
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
): Promise<TaskOutput<K>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const outcome = (await pool.run(job, { signal })) as Outcome<K>;
    if ("value" in outcome) return outcome.value;
    const { code, message, details } = outcome.failure;
    throw new SymbiosisError(code, message, { details });
  } catch (error) {
    if (signal.aborted)
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
