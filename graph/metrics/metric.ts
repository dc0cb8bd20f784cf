import { SymbiosisError } from "#graph/errors.ts";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { ParameterName, ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { Library } from "./library-versions.ts";

export interface MetricOptions {
  /** A value for every parameter of the description. */
  readonly parameters: ParameterValues;
}

/**
 * One measure: what it is, and how it is computed from a view of a network.
 * `compute` may rely on the view having one unit when `description.needsOneLayer` is true.
 */
export interface Metric {
  readonly description: MetricDescription;
  /** Libraries whose code computes the value. */
  readonly libraries?: readonly Library[];
  compute(view: GraphView, options: MetricOptions): MetricResult;
}

/** A number among the parameters. Throws `internal` where the description does not name it. */
export function numberOf({ parameters }: MetricOptions, name: ParameterName): number {
  const value = parameters[name];
  if (typeof value !== "number")
    throw new SymbiosisError("internal", `the metric has no number called ${name}`);
  return value;
}

/** A word among the parameters. Throws `internal` where the description does not name it. */
export function wordOf({ parameters }: MetricOptions, name: ParameterName): string {
  const value = parameters[name];
  if (typeof value !== "string")
    throw new SymbiosisError("internal", `the metric has no choice called ${name}`);
  return value;
}
