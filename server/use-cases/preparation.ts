import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";
import type { Logger } from "#server/log.ts";

/** Faults of a store that are transient. */
const passing = new Set<ErrorCode>(["store-unavailable", "store-locked"]);

const retryMs = 1000;
/** A store that refuses our password is asked rarely: it would lock us out. */
const slowRetryMs = 30_000;

/** Work that has to succeed once before questions are answered. */
export interface Preparation {
  /** What the last attempt failed with; null once one succeeded. */
  fault(): unknown;
  /** No more attempts. */
  stop(): void;
}

/**
 * Runs the work. Where it fails because the store is away, the service starts nevertheless and the work is tried again
 * until it succeeds. Throws what else it fails with: starting again would not help.
 */
export async function prepare(work: () => Promise<void>, logger: Logger): Promise<Preparation> {
  let fault: unknown = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const attempt = async (): Promise<void> => {
    try {
      await work();
      if (fault !== null) logger.info("the store answers, the service is ready");
      fault = null;
    } catch (error) {
      if (fault === null && isPassing(error))
        logger.error({ err: error }, "the store does not answer, the service waits for it");
      fault = error;
      if (!stopped) timer = setTimeout(() => void attempt(), isPassing(error) ? retryMs : slowRetryMs);
    }
  };

  const stop = () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
  await attempt();
  if (fault !== null && !isPassing(fault)) {
    stop();
    throw fault;
  }
  return { fault: () => fault, stop };
}

function isPassing(error: unknown): boolean {
  return error instanceof SymbiosisError && passing.has(error.code);
}
