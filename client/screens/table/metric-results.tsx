import { useQuery } from "@tanstack/react-query";
import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import {
  nullReasonText,
  type MetricDescription,
  type MetricResult,
  type ShareBasis,
} from "#graph/schema/answers/metric-report.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { metaQuery } from "#client/queries.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";
import type { TableOf } from "./column.ts";

type ResultOf<K extends MetricResult["kind"]> = Extract<MetricResult, { kind: K }>;
type Score = ResultOf<"scores">["scores"][number];
type Member = ResultOf<"partition">["members"][number];

/** Park metrics score places; enterprises have no place in the report and are found by search. */
const selectionOfNode = (metric: MetricDescription, id: string): Selection | null =>
  metric.scope === "park" ? { kind: "place", placeId: id } : null;

/** Columns of a score table; the reason for missing values only where some are missing. */
export function scoreTable(
  words: Words,
  metric: MetricDescription,
  scores: readonly Score[],
): TableOf<Score> {
  const isComplete = scores.every(({ reason }) => reason === null);
  const { t, name, measure, pick } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ id }) => selectionOfNode(metric, id),
    columns: [
      { id: "name", title: t(`scope.${metric.scope}`), width: 320, value: name },
      {
        id: "value",
        title: name(metric),
        isNumber: true,
        width: 160,
        value: ({ value }) => value,
        show: ({ value }) => (value === null ? "–" : measure(value)),
      },
      {
        id: "reason",
        title: t("column.nullReason"),
        width: 260,
        value: ({ reason }) =>
          reason === null ? null : pick(nullReasonText[reason].zh, nullReasonText[reason].en),
        fileOnly: isComplete,
        show: ({ reason }) =>
          reason === null ? "" : pick(nullReasonText[reason].zh, nullReasonText[reason].en),
      },
      { id: "id", title: t("column.id"), width: 0, fileOnly: true, value: ({ id }) => id },
    ],
  };
}

export function memberTable(words: Words, metric: MetricDescription): TableOf<Member> {
  const { t, name } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ id }) => selectionOfNode(metric, id),
    columns: [
      { id: "name", title: t("column.member"), width: 320, value: name },
      {
        id: "community",
        title: t("column.community"),
        isNumber: true,
        width: 120,
        value: ({ community }) => community,
      },
      { id: "id", title: t("column.id"), width: 0, fileOnly: true, value: ({ id }) => id },
    ],
  };
}

/** The basis of a share with its numbers written out. */
export function basisCounts(basis: ShareBasis, count: Words["count"]) {
  const { of, counted, between, inside, noQuantity, betweenCities, insideCity, cityUnknown } = basis;
  return {
    of: count(of),
    counted: count(counted),
    between: count(between),
    inside: count(inside),
    noQuantity: count(noQuantity),
    betweenCities: count(betweenCities),
    insideCity: count(insideCity),
    cityUnknown: count(cityUnknown),
  };
}

interface MatrixTablesProps {
  readonly result: ResultOf<"matrix">;
  readonly layers: readonly Layer[];
}

/** A flow matrix: number of exchanges, and the sum of known flows where one layer is asked for. */
export function MatrixTables({ result, layers }: MatrixTablesProps) {
  const { t, count, amount, name } = useWords();
  const meta = useQuery(metaQuery());
  const [layer, ...others] = layers;
  const unit = layer === undefined || others.length > 0 ? null : unitByLayer[layer];
  const label = (code: string) => {
    const province = meta.data?.provinces.find((one) => one.code === code);
    if (province !== undefined) return name(province);
    if (code === "outside") return t("placeKind.outside");
    return code === "unknown" ? t("metric.unknownProvince") : code;
  };
  return (
    <table className="matrix">
      <caption>{t("metric.matrix")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("metric.fromTo")}</th>
          {result.columnLabels.map((column) => (
            <th key={column} scope="col">
              {label(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.rowLabels.map((row, rowIndex) => (
          <tr key={row}>
            <th scope="row">{label(row)}</th>
            {result.columnLabels.map((column, columnIndex) => {
              const exchanges = result.exchangeCounts[rowIndex]?.[columnIndex] ?? 0;
              const flow = result.flowsPerYear[rowIndex]?.[columnIndex] ?? null;
              return (
                <td key={column} className="number">
                  {count(exchanges)}
                  {unit !== null && exchanges > 0 && (
                    <span className="flow-sum">
                      {flow === null ? t("quantity.unknown") : amount(flow, unit)}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
