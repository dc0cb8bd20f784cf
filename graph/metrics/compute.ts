import { SymbiosisError } from "#graph/errors.ts";
import { flowOf } from "#graph/schema/records/exchange.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Coverage, MetricDescription, MetricFindings } from "#graph/schema/answers/metric-report.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { applyFilter, layerFlowOf, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { endsOf, viewOf } from "#graph/projection/graphs/graph-ends.ts";
import { enterpriseNodes, placeNodes } from "#graph/projection/graphs/node-set.ts";
import { metrics } from "./catalogue.ts";
import { libraryVersions } from "./library-versions.ts";

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
): MetricFindings {
  return reportMetric(id, applyFilter(network, filter), options.seed ?? defaultSeed);
}

/** Several metrics under one filter, in the order asked for: the network is filtered once for all. */
export function computeMetrics(
  ids: readonly string[],
  network: Network,
  filter: NetworkFilter,
): MetricFindings[] {
  const filtered = applyFilter(network, filter);
  return ids.map((id) => reportMetric(id, filtered, defaultSeed));
}

function reportMetric(id: string, filtered: FilteredNetwork, seed: number): MetricFindings {
  const { network, filter } = filtered;
  const metric = metricById.get(id);
  if (metric === undefined)
    throw new SymbiosisError("unknown-id", `no metric has the id ${JSON.stringify(id)}`, {
      zh: `没有编号为 ${JSON.stringify(id)} 的指标`,
    });
  const { description, usesSeed = false, libraries = [] } = metric;
  if (description.needsOneLayer && filter.layers.length !== 1)
    throw new SymbiosisError(
      "metric-needs-one-layer",
      `${description.id} sums quantities, which needs exactly one layer; the filter names ${filter.layers.join(", ")}`,
      {
        zh: `${description.id} 需要汇总数量，筛选必须只有一层；现为 ${filter.layers.join("、")}`,
      },
    );
  return {
    metric: description,
    networkVersion: network.version,
    filter,
    coverage: coverageOf(filtered, description),
    seed: usesSeed ? seed : null,
    libraries: Object.fromEntries(libraries.map((library) => [library, libraryVersions[library]])),
    result: metric.compute(filtered, { seed }),
  };
}

function coverageOf(network: FilteredNetwork, { scope, reads }: MetricDescription): Coverage {
  const nodeSet = scope === "park" ? placeNodes(network) : enterpriseNodes(network);
  const { nodes, nodeCount, leaves, sources, targets } = endsOf(network, nodeSet, viewOf(reads));
  const { exchanges } = network;
  return {
    exchanges: exchanges.length,
    quantified: exchanges.filter((exchange) => layerFlowOf(exchange) !== null).length,
    steamByMassOnly: exchanges.filter(
      (exchange) => flowOf(exchange) !== null && layerFlowOf(exchange) === null,
    ).length,
    filteredOut: network.network.exchanges.length - exchanges.length,
    selfLoops: exchanges.filter((_, edge) => sources[edge] === targets[edge]).length,
    nodes: nodeCount,
    leaves: leaves.length,
    pooledNodes: nodes.filter((node) => node.pooled).length,
    outsideNodes: nodes.filter((node) => !node.inArea).length,
  };
}
