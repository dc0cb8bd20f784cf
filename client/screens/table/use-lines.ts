import { useMemo, useState } from "react";
import type { Sort } from "#client/model/view/sort.ts";
import { groupLines, sortRows, type Line, type TableOf } from "./column.ts";

interface Arrangement {
  readonly sort: readonly Sort[];
  /** Id of the column whose values the rows stand together by. */
  readonly group: string | null;
  readonly language: string;
}

/** The lines of a table as they stand below each other: rows in order, under the heads of their groups where there are groups. */
export function useLines<Row>(
  table: TableOf<Row>,
  rows: readonly Row[],
  { sort, group, language }: Arrangement,
): { readonly lines: readonly Line<Row>[]; readonly toggle: (label: string | null) => void } {
  const collator = useMemo(() => new Intl.Collator(language), [language]);
  const [closed, setClosed] = useState<ReadonlySet<string | null>>(new Set());
  const sorted = useMemo(() => sortRows(rows, table.columns, sort, collator), [rows, table, sort, collator]);
  const column = table.columns.find(({ id, groups }) => groups === true && id === group);
  const lines = useMemo<readonly Line<Row>[]>(
    () =>
      column === undefined
        ? sorted.map((row) => ({ kind: "row", row }))
        : groupLines(sorted, column, closed, collator),
    [sorted, column, closed, collator],
  );
  return { lines, toggle: (label) => setClosed(toggled(closed, label)) };
}

function toggled(closed: ReadonlySet<string | null>, label: string | null): ReadonlySet<string | null> {
  const next = new Set(closed);
  if (!next.delete(label)) next.add(label);
  return next;
}
