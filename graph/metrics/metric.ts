import type { MetricDescription, MetricResult } from "#graph/schema/answers/metric-report.ts";
import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import type { Library } from "./library-versions.ts";

/**
 * One measure: what it is, and how it is computed from a filtered network.
 * `compute` may rely on the filter naming exactly one layer when `description.needsOneLayer` is true.
 */
export interface Metric {
  readonly description: MetricDescription;
  readonly usesSeed?: boolean;
  /** Libraries whose code computes the value. */
  readonly libraries?: readonly Library[];
  compute(network: FilteredNetwork, options: { readonly seed: number }): MetricResult;
}
