import type { Query, QueryClient } from "@tanstack/react-query";
import { ApiFailure, isReady } from "./api.ts";

/** Pauses between two looks at the service: while it is away, and while all is well. */
const pauseMs = { away: 5000, well: 30_000 } as const;

/** Whether the service answers, for everybody who shows or waits for something. */
export interface ServiceWatch {
  /** When it was first found away; null while it answers. */
  readonly awaySince: () => Date | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks now; what failed for want of the service is asked again once it is back. */
  readonly look: () => Promise<void>;
}

/**
 * Watches the service: a question that found nobody, a browser without network or a look every half minute tell that it
 * is away; then one small question every five seconds finds out when it is back, however many parts of the page wait.
 * Nobody asks while nobody looks at the page.
 */
export function watchService(queries: QueryClient): ServiceWatch {
  const waiting = { type: "active", predicate: isWaiting } as const;
  const listeners = new Set<() => void>();
  let since: Date | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const setAway = (isAway: boolean) => {
    if (isAway === (since !== null)) return;
    since = isAway ? new Date() : null;
    for (const listener of listeners) listener();
    plan();
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => void (document.hidden ? plan() : look()),
      pauseMs[since === null ? "well" : "away"],
    );
  };
  const look = async () => {
    const isWell = await isReady();
    if (isWell) await queries.refetchQueries(waiting);
    setAway(!isWell || queries.getQueryCache().findAll(waiting).length > 0);
    plan();
  };

  queries.getQueryCache().subscribe(() => {
    if (since === null && queries.getQueryCache().findAll(waiting).length > 0) setAway(true);
  });
  for (const event of ["online", "offline"]) addEventListener(event, () => void look());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void look();
  });
  plan();
  return {
    awaySince: () => since,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
  };
}

function isWaiting({ state }: Query): boolean {
  return state.error instanceof ApiFailure && state.error.isOutage;
}
