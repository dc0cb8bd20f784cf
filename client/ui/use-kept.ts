import { useQuery, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import { useState } from "react";
import { ApiFailure } from "#client/api.ts";

/** An answer that outlives its question. */
export interface Kept<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  /** The answer to the present question is on its way, or the service is away: `data` answers an older one. */
  readonly isOlder: boolean;
  readonly refetch: () => unknown;
}

/** The answer to a question; while it is on its way or nobody answers, the last one that came. */
export function useKept<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>): Kept<T> {
  const { data, error, isPlaceholderData, refetch } = useQuery(options);
  const [last, setLast] = useState<T | undefined>(data);
  if (data !== undefined && data !== last) setLast(data);
  const isAway = error instanceof ApiFailure && error.isOutage;
  const shown = data ?? (error === null || isAway ? last : undefined);
  return {
    data: shown,
    error: isAway && shown !== undefined ? null : error,
    isOlder: isPlaceholderData || (data === undefined && shown !== undefined),
    refetch,
  };
}
