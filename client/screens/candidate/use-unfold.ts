import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo, useState } from "react";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { unfoldedQuery } from "#client/queries.ts";

/** Which candidates have those that stand folded behind them shown, and how to change that. */
export interface Folds {
  readonly opened: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** Null where a list opens nothing in place. */
export const FoldContext = createContext<Folds | null>(null);
export const useFolds = () => useContext(FoldContext);

/**
 * The rows of a list with those that were opened behind theirs. What stands folded is asked for once the first is opened,
 * under the same question.
 */
export function useUnfold(
  rows: readonly Candidate[],
  query: Readonly<Record<string, string>>,
): { readonly rows: readonly Candidate[]; readonly folds: Folds } {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const whole = useQuery({ ...unfoldedQuery(query), enabled: opened.size > 0 });
  const unfolded = useMemo(
    () => (opened.size === 0 ? rows : withFolded(rows, whole.data ?? [], opened)),
    [rows, whole.data, opened],
  );
  const folds = useMemo<Folds>(
    () => ({
      opened,
      toggle: (id) => {
        const next = new Set(opened);
        if (!next.delete(id)) next.add(id);
        setOpened(next);
      },
    }),
    [opened],
  );
  return { rows: unfolded, folds };
}

/** Puts behind each opened candidate what stands folded there; no candidate is shown twice. */
export function withFolded(
  rows: readonly Candidate[],
  whole: readonly Candidate[],
  opened: ReadonlySet<string>,
): readonly Candidate[] {
  const shown = new Set(rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    if (!opened.has(row.id)) return [row];
    const behind = whole.filter((other) => !shown.has(other.id) && standsBehind(other, row));
    for (const { id } of behind) shown.add(id);
    return [row, ...behind];
  });
}

/** Of the listing that fills the list, or of the enterprise and resource where that has listed nothing. */
function standsBehind(other: Candidate, { folded, resourceCode }: Candidate): boolean {
  if (folded === null) return false;
  const ends = [other.supplier, other.receiver];
  if (folded.listingId !== null) return ends.some(({ listingId }) => listingId === folded.listingId);
  return (
    other.resourceCode === resourceCode &&
    ends.some(({ enterpriseId }) => enterpriseId === folded.enterpriseId)
  );
}
