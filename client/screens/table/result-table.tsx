import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { NodeCell, NumberColumn, ResultRow, ResultTable } from "#graph/schema/answers/metric-table.ts";
import { nullReasonText } from "#graph/schema/answers/null-reason.ts";
import { PlaceId, type Place } from "#graph/schema/answers/place.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { scaled, scaleOf } from "#client/model/numbers.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { CommunityMark } from "#client/ui/community-mark.tsx";
import { Formula } from "#client/ui/formula.tsx";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type Column, type TableOf } from "./column.ts";

/** Places by id, to say where the nodes of a metric stand. */
export type Places = ReadonlyMap<string, Place>;

interface Listed {
  readonly metric: MetricDescription;
  readonly result: MetricResult;
  readonly places: Places;
}

/** Columns of the table of any result: who or what a row is about, its numbers, and where it stands. */
export function resultTable(words: Words, listed: Listed, table: ResultTable): TableOf<ResultRow> {
  const { metric, result } = listed;
  const { t, pick } = words;
  const isComplete = table.rows.every(({ reason }) => reason === null);
  const reasonOf = ({ reason }: ResultRow) =>
    reason === null ? null : pick(nullReasonText[reason].zh, nullReasonText[reason].en);
  const [first] = table.columns;
  const firstSort =
    first === undefined || result.kind === "curve"
      ? {}
      : { firstSort: { column: first.id, descending: result.kind !== "partition" } };
  return {
    ...firstSort,
    keyOf: ({ nodes, label }) => [...nodes.map(({ id }) => id), label?.en ?? ""].join(" "),
    selectionOf: ({ nodes: [node] }) => (node === undefined ? null : selectionOfNode(metric.scope, node)),
    columns: [
      ...headColumns(words, listed, table),
      ...table.columns.map((column, index) => numberColumn(words, listed, { table, column, index })),
      ...(table.nodesPerRow === 1 ? whereColumns(words, listed) : []),
      { ...text("reason", t("column.nullReason"), 260, reasonOf), fileOnly: isComplete },
      ...idColumns(words, table),
    ],
  };
}

/** A node of a result as something to select: cities and provinces have no panel of their own. */
export function selectionOfNode(scope: MetricDescription["scope"], node: NodeCell): Selection | null {
  const placeId = PlaceId.safeParse(node.placeId).data;
  if (placeId === undefined) return null;
  return scope === "park" || scope === "city"
    ? { kind: "place", placeId }
    : { kind: "enterprise", placeId, id: node.id };
}

function headColumns(
  { t, name }: Words,
  { metric, result }: Listed,
  { nodesPerRow }: ResultTable,
): readonly Column<ResultRow>[] {
  const nameOf = (end: number) => (row: ResultRow) => {
    const node = row.nodes[end];
    return node === undefined ? null : name(node);
  };
  if (nodesPerRow === 0) {
    const title = result.kind === "curve" ? t("column.point") : t("column.figure");
    return [text("label", title, 280, ({ label }) => (label === null ? null : name(nameFrom(label))))];
  }
  if (nodesPerRow === 2)
    return [text("from", t("column.from"), 220, nameOf(0)), text("to", t("column.to"), 220, nameOf(1))];
  const title = result.kind === "partition" ? t("column.member") : t(`scope.${metric.scope}`);
  return [text("name", title, 280, nameOf(0))];
}

const nameFrom = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ nameZh: zh, nameEn: en });

interface OneColumn {
  readonly table: ResultTable;
  readonly column: NumberColumn;
  readonly index: number;
}

function numberColumn(
  { pick, language }: Words,
  { result }: Listed,
  { table, column, index }: OneColumn,
): Column<ResultRow> {
  const value = ({ values }: ResultRow) => values[index] ?? null;
  const title = pick(column.zh, column.en);
  const plain = { id: column.id, title, isNumber: true, value } as const;
  if (result.kind === "partition")
    return {
      ...plain,
      width: 110,
      show: (row) => (
        <>
          <CommunityMark community={value(row) ?? 0} /> {value(row)}
        </>
      ),
    };
  const scale = scaleOf(table.rows.map(value));
  const power = scale.exponent !== 0 && <Formula text={` × 10^{−${-scale.exponent}}`} />;
  return {
    ...plain,
    width: 190,
    head: (
      <>
        {title}
        {power}
      </>
    ),
    show: (row) => {
      const shown = value(row);
      return shown === null ? "–" : scaled(shown, scale, language);
    },
  };
}

/** Where a node stands: its place, which a park is itself, and its city. */
function whereColumns({ t, name }: Words, { metric, places }: Listed): readonly Column<ResultRow>[] {
  const placeOf = ({ nodes: [node] }: ResultRow) => places.get(node?.placeId ?? "");
  const place = text<ResultRow>("place", t("column.place"), 200, (row) => {
    const found = placeOf(row);
    return found === undefined ? null : name(found);
  });
  const city = text<ResultRow>("city", t("column.city"), 96, (row) => {
    const found = cityByCode.get(placeOf(row)?.cityCode ?? "");
    return found === undefined ? null : name(found);
  });
  if (metric.scope === "city") return [];
  return metric.scope === "park" ? [city] : [place, city];
}

function idColumns({ t }: Words, { nodesPerRow }: ResultTable): readonly Column<ResultRow>[] {
  const idOf = (end: number) => (row: ResultRow) => row.nodes[end]?.id ?? null;
  if (nodesPerRow === 0) return [];
  if (nodesPerRow === 1) return [fileOnly("id", t("column.id"), idOf(0))];
  return [fileOnly("fromId", t("column.fromId"), idOf(0)), fileOnly("toId", t("column.toId"), idOf(1))];
}
