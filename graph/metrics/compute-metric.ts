import { SymbiosisError } from "#graph/errors.ts";
import { flowOf } from "#graph/schema/exchange.ts";
import type { NetworkFilter } from "#graph/schema/filter.ts";
import type { Coverage, MetricReport, MetricScope } from "#graph/schema/metric-report.ts";
import type { Network } from "#graph/schema/network.ts";
import { applyFilter, layerFlowOf, type FilteredNetwork } from "#graph/projection/filtered-network.ts";
import { enterpriseNodes, placeNodes } from "#graph/projection/node-set.ts";
import { metrics } from "./catalogue.ts";
import { libraryVersions } from "./library-versions.ts";
import type { Metric } from "./metric.ts";

const metricById = new Map(metrics.map((metric) => [metric.description.id, metric]));

export const defaultSeed = 1;

/**
 * One metric of the catalogue under a filter, with everything needed to judge and repeat it: coverage, filter, version of
 * the network, seed and libraries. Throws `unknown-id`, and `metric-needs-one-layer` where the metric sums quantities and
 * the filter names several layers.
 */
export function computeMetric(
  id: string,
  network: Network,
  filter: NetworkFilter,
  options: { readonly seed?: number } = {},
): MetricReport {
  const metric = metricById.get(id);
  if (metric === undefined)
    throw new SymbiosisError("unknown-id", `no metric has the id ${JSON.stringify(id)}`);
  return computeOn(metric, applyFilter(network, filter), options);
}

/** The same for a network that is filtered already: for callers that want many metrics of one filter. */
export function computeOn(
  metric: Metric,
  network: FilteredNetwork,
  options: { readonly seed?: number } = {},
): MetricReport {
  const { description, usesSeed = false, libraries = [] } = metric;
  const { filter } = network;
  if (description.needsOneLayer && filter.layers.length !== 1)
    throw new SymbiosisError(
      "metric-needs-one-layer",
      `${description.id} sums quantities, which needs exactly one layer; the filter names ${filter.layers.join(", ")}`,
    );
  const seed = options.seed ?? defaultSeed;
  return {
    metric: description,
    networkVersion: network.network.version,
    filter,
    coverage: coverageOf(network, description.scope),
    seed: usesSeed ? seed : null,
    libraries: Object.fromEntries(libraries.map((library) => [library, libraryVersions[library]])),
    result: metric.compute(network, { seed }),
  };
}

function coverageOf(network: FilteredNetwork, scope: MetricScope): Coverage {
  const { nodes, indexByEnterprise } = scope === "park" ? placeNodes(network) : enterpriseNodes(network);
  const { exchanges } = network;
  const count = (condition: (exchange: (typeof exchanges)[number]) => boolean) =>
    exchanges.reduce((sum, exchange) => sum + (condition(exchange) ? 1 : 0), 0);
  return {
    exchanges: exchanges.length,
    quantified: count((exchange) => layerFlowOf(exchange) !== null),
    steamByMassOnly: count((exchange) => flowOf(exchange) !== null && layerFlowOf(exchange) === null),
    filteredOut: network.network.exchanges.length - exchanges.length,
    selfLoops: count(
      ({ supplierId, receiverId }) => indexByEnterprise.get(supplierId) === indexByEnterprise.get(receiverId),
    ),
    nodes: nodes.length,
    pooledNodes: nodes.filter((node) => node.pooled).length,
  };
}
