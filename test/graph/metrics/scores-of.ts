import { computeMetric } from "#graph/metrics/compute.ts";
import { type NetworkFilter, noFilter } from "#graph/schema/filter/filter.ts";
import type { MetricResult } from "#graph/schema/answers/metric-report.ts";
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

/** Value by node id. */
export function scoresOf(
  id: string,
  network: Network,
  filter?: NetworkFilter,
): Record<string, number | null> {
  const { scores } = resultOf(id, "scores", network, filter);
  return Object.fromEntries(scores.map((score) => [score.id, score.value]));
}

export function numberOf(id: string, network: Network, filter?: NetworkFilter): number | null {
  return resultOf(id, "number", network, filter).value;
}
