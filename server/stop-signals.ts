/** One press of Ctrl-C reaches the process twice, from the terminal and from npm; a second wish to stop comes later. */
const echoMs = 300;

/** Why a running service ends. */
export type StopReason =
  | { readonly kind: "signal"; readonly signal: NodeJS.Signals }
  | { readonly kind: "orphaned" }
  | { readonly kind: "crash"; readonly error: unknown };

export interface StopWatch {
  /** Settles with the first reason. */
  readonly reason: Promise<StopReason>;
  dispose(): void;
}

/** npm hands a signal to the shell between it and this process, and the shell keeps it: only its death can be seen. */
const parentPollMs = 300;

/**
 * Waits for SIGTERM, SIGINT, the end of npm where it started this process, or an error nobody caught, after which
 * nothing in the process can be trusted. Whatever comes after the first reason calls `onSecond`.
 */
export function watchForStop(startedByNpm: boolean, onSecond: () => void): StopWatch {
  const { promise: reason, resolve } = Promise.withResolvers<StopReason>();
  let stoppedAt: number | null = null;
  const stop = (why: StopReason) => {
    const now = performance.now();
    if (stoppedAt === null) {
      stoppedAt = now;
      resolve(why);
    } else if (why.kind !== "orphaned" && (why.kind === "crash" || now - stoppedAt > echoMs)) onSecond();
  };
  const onSignal = (signal: NodeJS.Signals) => stop({ kind: "signal", signal });
  const onCrash = (error: unknown) => stop({ kind: "crash", error });
  const parentId = process.ppid;
  const parentPoll = setInterval(() => {
    if (process.ppid !== parentId) stop({ kind: "orphaned" });
  }, parentPollMs).unref();
  if (!startedByNpm) clearInterval(parentPoll);
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal).on("uncaughtException", onCrash);
  return {
    reason,
    dispose() {
      clearInterval(parentPoll);
      process.off("SIGTERM", onSignal).off("SIGINT", onSignal).off("uncaughtException", onCrash);
    },
  };
}
