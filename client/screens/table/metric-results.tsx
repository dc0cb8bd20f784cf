import { useQuery } from "@tanstack/react-query";
import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { MetricResult, ShareBasis } from "#graph/schema/answers/metric-report.ts";
import { metaQuery } from "#client/queries.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";

type ResultOf<K extends MetricResult["kind"]> = Extract<MetricResult, { kind: K }>;
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
