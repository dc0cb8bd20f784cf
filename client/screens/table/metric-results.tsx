import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { MetricResult, ShareBasis } from "#graph/schema/answers/metric-result.ts";
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
  const [layer, ...others] = layers;
  const unit = layer === undefined || others.length > 0 ? null : unitByLayer[layer];
  const { ids, namesZh, namesEn } = result.labels;
  const labels = ids.map((id, index) => ({
    id,
    text: name({ nameZh: namesZh[index] ?? id, nameEn: namesEn[index] ?? null }),
  }));
  const rowsOf = (matrix: string) => result.matrices.find((each) => each.name === matrix)?.rows ?? [];
  const [flows, counts] = [rowsOf("flow"), rowsOf("exchanges")];
  return (
    <table className="matrix">
      <caption>{t("metric.matrix")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("metric.fromTo")}</th>
          {labels.map((column) => (
            <th key={column.id} scope="col">
              {column.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((row, rowIndex) => (
          <tr key={row.id}>
            <th scope="row">{row.text}</th>
            {labels.map((column, columnIndex) => {
              const exchanges = counts[rowIndex]?.[columnIndex] ?? 0;
              const flow = flows[rowIndex]?.[columnIndex] ?? null;
              return (
                <td key={column.id} className="number">
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
