import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { NodeCell } from "#graph/schema/answers/metric-table.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/** One measure of one node, beside the others. */
export interface MetricCell {
  readonly value: number | null;
  readonly reason: NullReason | null;
  /** 1 = highest; equal values share a rank. */
  readonly rank: number | null;
  /** Of the value farthest from 0, with the sign of its own; null where all are 0. */
  readonly shareOfMaximum: number | null;
}

/** A column of numbers of a measure: its first has the measure's own id. */
export interface MetricColumn {
  readonly id: string;
  readonly report: MetricReport;
  /** Name of the column within the measure. */
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** One node with its numbers, in the order of the columns. */
export interface MetricRow {
  readonly node: NodeCell;
  readonly cells: readonly MetricCell[];
}

/** Values of one column from, to; null = no limit on that side. */
export interface ValueRange {
  readonly column: string;
  readonly from: number | null;
  readonly to: number | null;
}

const noCell: MetricCell = { value: null, reason: null, rank: null, shareOfMaximum: null };

/** The columns of several reports, one report after the other; none of a report of another kind. */
export function metricColumns(reports: readonly MetricReport[]): readonly MetricColumn[] {
  return reports.flatMap((report) => {
    const { metric, result } = report;
    if (result.kind !== "byNode") return [];
    return result.columns.map(({ name, values }, place) => ({
      id: place === 0 ? metric.id : `${metric.id}.${name}`,
      report,
      name,
      values,
    }));
  });
}

/** Columns about the nodes of one scope under one filter → one row a node, in the order of the first. */
export function joinMetrics(columns: readonly MetricColumn[]): readonly MetricRow[] {
  const [first] = columns;
  if (first?.report.result.kind !== "byNode") return [];
  const { ids, placeIds, namesZh, namesEn } = first.report.result.nodes;
  const cells = columns.map(cellsOf);
  return ids.map((id, row) => ({
    node: { id, placeId: placeIds[row] ?? null, nameZh: namesZh[row] ?? id, nameEn: namesEn[row] ?? null },
    cells: cells.map((column) => column.get(id) ?? noCell),
  }));
}

function cellsOf({ report: { result }, values }: MetricColumn): ReadonlyMap<string, MetricCell> {
  if (result.kind !== "byNode") return new Map();
  const known = values.filter((value) => value !== null);
  const falling = known.toSorted((left, right) => right - left);
  const rankOf = new Map<number, number>();
  for (const [place, value] of falling.entries()) if (!rankOf.has(value)) rankOf.set(value, place + 1);
  const peak = Math.max(0, ...known.map(Math.abs));
  return new Map(
    result.nodes.ids.map((id, row) => {
      const value = values[row] ?? null;
      return [
        id,
        {
          value,
          reason: result.reasons[row] ?? null,
          rank: value === null ? null : (rankOf.get(value) ?? null),
          shareOfMaximum: value === null || peak === 0 ? null : value / peak,
        },
      ];
    }),
  );
}

/** Rows whose values lie in all of the ranges; a row without a value is in no range. */
export function inRanges(
  rows: readonly MetricRow[],
  columns: readonly MetricColumn[],
  ranges: readonly ValueRange[],
): readonly MetricRow[] {
  const limits = ranges.flatMap((range) => {
    const place = columns.findIndex(({ id }) => id === range.column);
    return place < 0 ? [] : [{ ...range, place }];
  });
  if (limits.length === 0) return rows;
  return rows.filter(({ cells }) =>
    limits.every(({ place, from, to }) => {
      const value = cells[place]?.value ?? null;
      return value !== null && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
    }),
  );
}
