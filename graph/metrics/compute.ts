import { SymbiosisError } from "#graph/errors.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { Coverage, MetricFindings } from "#graph/schema/answers/metric-report.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { kindOf } from "#graph/projection/graphs/graph-ends.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { openViews, type RecordViews } from "#graph/projection/graphs/record-views.ts";
import { metrics } from "./catalogue.ts";
import { libraryVersions } from "./library-versions.ts";
import type { Metric } from "./metric.ts";
import { fillIn } from "./parameters.ts";

const metricById = new Map(metrics.map((metric) => [metric.description.id, metric]));

/** A metric of the catalogue. Throws `unknown-id`. */
export function metricOf(id: string): Metric {
  const metric = metricById.get(id);
  if (metric !== undefined) return metric;
  throw new SymbiosisError("unknown-id", `no metric has the id ${JSON.stringify(id)}`, {
    zh: `没有编号为 ${JSON.stringify(id)} 的指标`,
  });
}

/**
 * One metric of the catalogue under a filter, with everything needed to judge and repeat it: coverage, filter, version of
 * the network, parameters and libraries. Throws `unknown-id`, `invalid-request` for a parameter that the metric does not
 * have or a value out of its range, and `metric-needs-one-layer` where the metric sums quantities and the filter names
 * several layers.
 */
export function computeMetric(
  id: string,
  network: Network,
  filter: NetworkFilter,
  given: ParameterValues = {},
): MetricFindings {
  return reportMetric(id, openViews(applyFilter(network, filter)), given);
}

/** The same on views that are open already: what one metric has cast, the next one finds. */
export function reportMetric(id: string, views: RecordViews, given: ParameterValues = {}): MetricFindings {
  const { network, filter } = views.filtered;
  const metric = metricOf(id);
  const { description, libraries = [] } = metric;
  const parameters = fillIn(description, given);
  if (description.needsOneLayer && filter.layers.length !== 1)
    throw new SymbiosisError(
      "metric-needs-one-layer",
      `${description.id} sums quantities, which needs exactly one layer; the filter names ${filter.layers.join(", ")}`,
      {
        zh: `${description.id} 需要汇总数量，筛选必须只有一层；现为 ${filter.layers.join("、")}`,
      },
    );
  const view = viewOfScope(views, description.scope);
  return {
    metric: description,
    networkVersion: network.version,
    filter,
    coverage: coverageOf(view, description),
    parameters,
    seed: typeof parameters["seed"] === "number" ? parameters["seed"] : null,
    libraries: Object.fromEntries(libraries.map((library) => [library, libraryVersions[library]])),
    result: metric.compute(view, { parameters }),
  };
}

function viewOfScope(views: RecordViews, scope: MetricDescription["scope"]): GraphView {
  return scope === "park" || scope === "city" ? views[scope] : views.enterprise;
}

export function coverageOf(view: GraphView, { reads }: Pick<MetricDescription, "reads">): Coverage {
  const { edges, basis } = view;
  const { nodes, leaves, csr, selfLoops } = view[kindOf(reads)];
  return {
    exchanges: edges.count,
    ...basis,
    selfLoops,
    nodes: csr.nodeCount,
    leaves: leaves.length,
    pooledNodes: nodes.filter((node) => node.pooled).length,
    outsideNodes: nodes.filter((node) => !node.inArea).length,
  };
}
