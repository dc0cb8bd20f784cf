import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { openViews, type RecordViews } from "#graph/projection/graphs/record-views.ts";
import { supposeNetwork, type Supposition } from "#graph/projection/supposed-network.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricFindings } from "#graph/schema/answers/metric-report.ts";
import { reportMetric } from "./compute.ts";
import { tabulate, type ResultRow, type ResultTable } from "#graph/schema/answers/metric-table.ts";
import type { MetricChange, SupposedLink, WhatIf } from "#graph/schema/answers/what-if.ts";

/** What would be different: the answer but for the version of the network. */
export type WhatIfFindings = Omit<WhatIf, "networkVersion" | "filter">;

export interface WhatIfRequest {
  readonly metrics: readonly { readonly id: string; readonly parameters: ParameterValues }[];
  readonly supposition: Supposition;
}

/**
 * Metrics of a network under a filter, and of the same with links added or enterprises gone. Pure; nothing is kept.
 * Throws as `supposeNetwork` and `reportMetric`.
 */
export function compareMetrics(views: RecordViews, { metrics, supposition }: WhatIfRequest): WhatIfFindings {
  const { network, filter } = views.filtered;
  const supposed = supposeNetwork(network, supposition, filter);
  const after = openViews(applyFilter(supposed.network, filter));
  const kept = new Set(after.filtered.exchanges.map(({ id }) => id));
  const gone = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  return {
    added: supposed.added.map(({ id, layer }, index) => ({
      ...(supposition.add[index] as SupposedLink),
      layer,
      kept: kept.has(id),
    })),
    removed: supposition.remove.map((id) => ({
      id,
      nameZh: gone.get(id)?.nameZh ?? id,
      nameEn: gone.get(id)?.nameEn ?? null,
      exchanges: views.filtered.exchanges.filter(
        ({ supplierId, receiverId }) => supplierId === id || receiverId === id,
      ).length,
    })),
    metrics: metrics.map(({ id, parameters }) =>
      compareFindings(reportMetric(id, views, parameters), reportMetric(id, after, parameters)),
    ),
  };
}

/** Rows of one metric that are listed. */
const mostRows = 500;

/**
 * How a metric differs between two networks, row by row: rows are the same where they are about the same nodes, and have
 * the same label. Of a partition, whose numbers of groups mean nothing by themselves, only the numbers of the whole are
 * compared.
 */
function compareFindings(before: MetricFindings, after: MetricFindings): MetricChange {
  const [was, is] = [tableOf(before), tableOf(after)];
  const wasByKey = new Map(was.rows.map((row) => [keyOf(row), row]));
  const isByKey = new Map(is.rows.map((row) => [keyOf(row), row]));
  const rows = [...new Set([...wasByKey.keys(), ...isByKey.keys()])].map((key) =>
    compareRows(wasByKey.get(key), isByKey.get(key), is.columns.length),
  );
  const changed = rows.filter(differs);
  const listed = is.nodesPerRow === 0 ? rows : changed.toSorted((a, b) => largest(b) - largest(a));
  return {
    metric: after.metric,
    parameters: after.parameters,
    reasonBefore: before.result.reason,
    reasonAfter: after.result.reason,
    columns: is.columns.map(({ id, zh, en }) => ({ id, zh, en })),
    rows: listed.slice(0, mostRows),
    changed: changed.length,
    unchanged: rows.length - changed.length,
  };
}

type Row = MetricChange["rows"][number];

function tableOf({ metric, result }: MetricFindings): ResultTable {
  if (result.kind !== "partition") return tabulate(metric, result);
  const numbers = [
    { label: { zh: "社群数", en: "Communities" }, value: result.communities },
    { label: { zh: "模块度", en: "Modularity" }, value: result.modularity },
  ];
  return {
    nodesPerRow: 0,
    columns: [{ id: "value", zh: "值", en: "Value" }],
    rows: numbers.map(({ label, value }) => ({ nodes: [], label, values: [value], reason: result.reason })),
  };
}

const keyOf = ({ nodes, label }: ResultRow) => JSON.stringify([nodes.map(({ id }) => id), label?.en ?? null]);

function compareRows(was: ResultRow | undefined, is: ResultRow | undefined, columns: number): Row {
  const { nodes = [], label = null } = is ?? was ?? {};
  const valuesOf = (row: ResultRow | undefined) =>
    Array.from({ length: columns }, (_, column) => row?.values[column] ?? null);
  const [before, after] = [valuesOf(was), valuesOf(is)];
  return {
    nodes: nodes.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    label,
    before,
    after,
    difference: after.map((value, column) => {
      const old = before[column] ?? null;
      return value === null || old === null ? null : value - old;
    }),
  };
}

function differs({ before, after }: Row): boolean {
  return after.some((value, column) => value !== before[column]);
}

/** Rows that come or go stand first. */
function largest({ difference, before, after }: Row): number {
  return difference.reduce<number>((most, value, column) => {
    if (value !== null) return Math.max(most, Math.abs(value));
    return before[column] === after[column] ? most : Number.MAX_VALUE;
  }, 0);
}
