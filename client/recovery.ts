import type { Query, QueryClient } from "@tanstack/react-query";
import { ApiFailure, isReady } from "./api.ts";

const pauseMs = 5000;

/**
 * Asks again what failed because the server or its store was away, once they are back. Until then one small question
 * every five seconds finds out, however many parts of the page wait; none while nobody looks at the page.
 */
export function askAgainOnRecovery(queries: QueryClient): void {
  const waiting = { type: "active", predicate: isWaiting } as const;
  let isLooking = false;

  const look = async () => {
    if (!document.hidden && (await isReady())) await queries.refetchQueries(waiting);
    isLooking = false;
    lookLater();
  };
  const lookLater = () => {
    if (isLooking || queries.getQueryCache().findAll(waiting).length === 0) return;
    isLooking = true;
    setTimeout(() => void look(), pauseMs);
  };
  queries.getQueryCache().subscribe(lookLater);
}

function isWaiting({ state }: Query): boolean {
  return state.error instanceof ApiFailure && state.error.isOutage;
}
