import { lazy, Suspense, useMemo } from "react";
import type { MetricColumn, MetricRow } from "#client/model/metric-rows.ts";
import { binsOf } from "#client/model/bins.ts";
import { sameSelection } from "#client/model/view/selection.ts";
import { Progress } from "#client/ui/asked.tsx";
import { Boundary } from "#client/ui/boundary.tsx";
import { metricUnit } from "#client/ui/metric-unit.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import type { TableOf } from "./column.ts";
import type { ChartPoint } from "./draw-chart.ts";
import { loadMetricChart } from "./load-chart.ts";
import { columnTitle } from "./metric-columns.tsx";

const Chart = lazy(async () => ({ default: (await loadMetricChart()).MetricChart }));

interface MetricChartsProps {
  readonly columns: readonly MetricColumn[];
  readonly rows: readonly MetricRow[];
  readonly table: TableOf<MetricRow>;
}

/** Scatter of the first two columns, or the distribution of each, over the table that holds the same. */
export function MetricCharts({ columns, rows, table }: MetricChartsProps) {
  const { t } = useWords();
  const { view } = useView();
  const [x, y] = columns;
  if (view.chart === "none" || x === undefined) return null;
  const what = t(`chart.${view.chart}`);
  return (
    <Boundary what={what}>
      <Suspense fallback={<Progress what={what} />}>
        <div className={`metric-charts charts-${view.chart}`}>
          {view.chart === "scatter" ? (
            y === undefined ? (
              <p className="note">{t("chart.needsTwo")}</p>
            ) : (
              <OneChart rows={rows} table={table} columns={columns} x={x} y={y} />
            )
          ) : (
            columns.map((column) => (
              <div key={column.id}>
                <OneChart rows={rows} table={table} columns={columns} x={column} y={null} />
                <BinTable column={column} rows={rows} columns={columns} />
              </div>
            ))
          )}
        </div>
      </Suspense>
    </Boundary>
  );
}

interface OneChartProps extends MetricChartsProps {
  readonly x: MetricColumn;
  /** Null for the distribution of `x`. */
  readonly y: MetricColumn | null;
}

function OneChart({ rows, table, columns, x, y }: OneChartProps) {
  const words = useWords();
  const { t, name, count } = words;
  const { view, select } = useView();
  const [first, second] = [columns.indexOf(x), y === null ? -1 : columns.indexOf(y)];
  const points = useMemo(
    () =>
      rows.flatMap((row): ChartPoint[] => {
        const across = row.cells[first]?.value ?? null;
        const up = second < 0 ? 0 : (row.cells[second]?.value ?? null);
        if (across === null || up === null) return [];
        const selection = table.selectionOf(row);
        return [{ id: row.node.id, name: name(row.node), x: across, y: up, selection }];
      }),
    [rows, table, first, second, name],
  );
  const chosen = points.find(
    ({ selection }) => selection !== null && sameSelection(selection, view.selection),
  );
  const titleOf = (column: MetricColumn) =>
    `${columnTitle(words, column)} ${metricUnit(column.report.metric, view.filter.layers, words)}`.trimEnd();
  const counts = { text: count(points.length), left: count(rows.length - points.length) };
  return (
    <figure>
      <figcaption className="secondary">{t("chart.counted", counts)}</figcaption>
      <Chart
        title={
          y === null
            ? t("chart.distributionOf", { name: titleOf(x) })
            : t("chart.scatterOf", { x: titleOf(x), y: titleOf(y) })
        }
        points={points}
        xTitle={titleOf(x)}
        yTitle={y === null ? null : titleOf(y)}
        chosenId={chosen?.id ?? null}
        onChoose={select}
      />
    </figure>
  );
}

interface BinTableProps {
  readonly column: MetricColumn;
  readonly columns: readonly MetricColumn[];
  readonly rows: readonly MetricRow[];
}

/** The bars of a distribution as a table. */
function BinTable({ column, columns, rows }: BinTableProps) {
  const words = useWords();
  const { t, count, measure } = words;
  const place = columns.indexOf(column);
  const values = rows.flatMap(({ cells }) => cells[place]?.value ?? []);
  return (
    <details>
      <summary>{t("chart.asTable", { name: columnTitle(words, column) })}</summary>
      <table className="bin-table">
        <thead>
          <tr>
            <th scope="col">{t("chart.from")}</th>
            <th scope="col">{t("chart.below")}</th>
            <th scope="col">{t("chart.nodes")}</th>
          </tr>
        </thead>
        <tbody>
          {binsOf(values).map((bin) => (
            <tr key={bin.from}>
              <td className="number">{measure(bin.from)}</td>
              <td className="number">{bin.from === bin.to ? "–" : measure(bin.to)}</td>
              <td className="number">{count(bin.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
