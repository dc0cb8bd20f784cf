import { computeMetric } from "#graph/metrics/compute.ts";
import { type NetworkFilter, noFilter } from "#graph/schema/filter/filter.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { materialOnly } from "#test/fixtures/small-network.ts";

/** Result of a metric of the given kind; the filter lets everything through, in the material layer where one is needed. */
export function resultOf<K extends MetricResult["kind"]>(
  id: string,
  kind: K,
  network: Network,
  filter?: NetworkFilter,
): Extract<MetricResult, { kind: K }> {
  const oneLayer = /strength|Flow$/i.test(id);
  const { result } = computeMetric(id, network, filter ?? (oneLayer ? materialOnly : noFilter));
  if (result.kind !== kind) throw new TypeError(`${id} gives ${result.kind}, not ${kind}`);
  return result as Extract<MetricResult, { kind: K }>;
}

export interface ScoreRow {
  readonly id: string;
  readonly value: number | null;
  readonly reason: string | null;
}

/** Id, first number and reason of each node. */
export function rowsOf(result: MetricResult): ScoreRow[] {
  if (result.kind !== "byNode") return [];
  return result.nodes.ids.map((id, row) => ({
    id,
    value: result.columns[0]?.values[row] ?? null,
    reason: result.reasons[row] ?? null,
  }));
}

/** Value by node id. */
export function scoresOf(
  id: string,
  network: Network,
  filter?: NetworkFilter,
): Record<string, number | null> {
  const rows = rowsOf(resultOf(id, "byNode", network, filter));
  return Object.fromEntries(rows.map((row) => [row.id, row.value]));
}

export function numberOf(id: string, network: Network, filter?: NetworkFilter): number | null {
  return resultOf(id, "scalar", network, filter).value;
}
