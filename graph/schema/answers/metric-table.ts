import type { Text } from "#graph/schema/text.ts";
import type { MetricDescription } from "./metric-description.ts";
import type { MetricResult, NodeColumns } from "./metric-result.ts";
import type { NullReason } from "./null-reason.ts";

/** A node as a row names it. */
export interface NodeCell {
  readonly id: string;
  readonly placeId: string | null;
  readonly nameZh: string;
  readonly nameEn: string | null;
}

export interface NumberColumn extends Text {
  readonly id: string;
}

export interface ResultRow {
  /** What the row is about: none for a number of the whole network, two for a link or a cell of a matrix. */
  readonly nodes: readonly NodeCell[];
  /** Name of a number of the whole network, or place on a curve. */
  readonly label: Text | null;
  /** One number a column. */
  readonly values: readonly (number | null)[];
  readonly reason: NullReason | null;
}

/** Any result as one table: what command line, screens and files are written from. */
export interface ResultTable {
  /** How many nodes stand at the head of each row. */
  readonly nodesPerRow: 0 | 1 | 2;
  readonly columns: readonly NumberColumn[];
  readonly rows: readonly ResultRow[];
}

type ResultOf<K extends MetricResult["kind"]> = Extract<MetricResult, { kind: K }>;

/** A result → its table, rows in the order of the result. Cells of a matrix that hold nothing have no row. */
export function tabulate(metric: MetricDescription, result: MetricResult): ResultTable {
  if (result.kind === "scalar") return scalarTable(metric, result);
  if (result.kind === "byNode") return nodeTable(metric, result);
  if (result.kind === "byLink") return linkTable(metric, result);
  if (result.kind === "matrix") return matrixTable(metric, result);
  return result.kind === "curve" ? curveTable(metric, result) : memberTable(result);
}

function nodeTable(metric: MetricDescription, { nodes, columns, reasons }: ResultOf<"byNode">): ResultTable {
  return {
    nodesPerRow: 1,
    columns: numberColumns(metric, columns),
    rows: nodes.ids.map((_, row) => ({
      nodes: nodeOf(nodes, row),
      label: null,
      values: columns.map(({ values }) => values[row] ?? null),
      reason: reasons[row] ?? null,
    })),
  };
}

function curveTable(metric: MetricDescription, { x, columns }: ResultOf<"curve">): ResultTable {
  return {
    nodesPerRow: 0,
    columns: numberColumns(metric, columns),
    rows: x.map((at, row) => ({
      nodes: [],
      label: { zh: String(at), en: String(at) },
      values: columns.map(({ values }) => values[row] ?? null),
      reason: null,
    })),
  };
}

function memberTable({ members }: ResultOf<"partition">): ResultTable {
  return {
    nodesPerRow: 1,
    columns: [{ id: "community", zh: "社区", en: "Community" }],
    rows: members.map(({ community, ...node }) => ({
      nodes: [node],
      label: null,
      values: [community],
      reason: null,
    })),
  };
}

function numberColumns(
  metric: MetricDescription,
  columns: readonly { readonly name: string }[],
): readonly NumberColumn[] {
  return columns.map(({ name }) => ({ id: name, ...wordsOf(metric, name) }));
}

function wordsOf({ columns, nameZh, nameEn }: MetricDescription, name: string): Text {
  return columns.find((column) => column.name === name) ?? { zh: nameZh, en: nameEn };
}

function nodeOf({ ids, placeIds, namesZh, namesEn }: NodeColumns, row: number): readonly NodeCell[] {
  const id = ids[row];
  if (id === undefined) return [];
  return [{ id, placeId: placeIds[row] ?? null, nameZh: namesZh[row] ?? id, nameEn: namesEn[row] ?? null }];
}

function scalarTable(metric: MetricDescription, { value, parts, reason }: ResultOf<"scalar">): ResultTable {
  const own = { nodes: [], label: { zh: metric.nameZh, en: metric.nameEn }, values: [value], reason };
  const rows = parts.map((part) => ({
    nodes: [],
    label: wordsOf(metric, part.name),
    values: [part.value],
    reason: null,
  }));
  return {
    nodesPerRow: 0,
    columns: [{ id: "value", zh: "值", en: "Value" }],
    rows: value === null && parts.length > 0 ? rows : [own, ...rows],
  };
}

function linkTable(metric: MetricDescription, result: ResultOf<"byLink">): ResultTable {
  return {
    nodesPerRow: 2,
    columns: numberColumns(metric, result.columns),
    rows: result.sources.map((source, row) => ({
      nodes: [...nodeOf(result.nodes, source), ...nodeOf(result.nodes, result.targets[row] ?? -1)],
      label: null,
      values: result.columns.map(({ values }) => values[row] ?? null),
      reason: result.reason,
    })),
  };
}

function matrixTable(metric: MetricDescription, { labels, matrices }: ResultOf<"matrix">): ResultTable {
  const nodes = { ...labels, placeIds: labels.ids.map(() => null) };
  const rows = labels.ids.flatMap((_row, row) =>
    labels.ids.map((_column, column) => ({
      nodes: [...nodeOf(nodes, row), ...nodeOf(nodes, column)],
      label: null,
      values: matrices.map((matrix) => matrix.rows[row]?.[column] ?? null),
      reason: null,
    })),
  );
  return {
    nodesPerRow: 2,
    columns: numberColumns(metric, matrices),
    rows: rows.filter(({ values }) => values.some((value) => value !== null && value !== 0)),
  };
}
