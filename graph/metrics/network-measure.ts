import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { MetricResult, ShareBasis } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import { kindOf } from "#graph/projection/graphs/graph-ends.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { Library } from "./library-versions.ts";
import type { Metric, MetricOptions } from "./metric.ts";

/** What is said of a measure of the whole network. */
export interface NetworkText extends Omit<MetricDescription, "id" | "scope" | "columns"> {
  /** Second half of the metric's id. */
  readonly name: string;
  readonly columns?: MetricDescription["columns"];
  readonly libraries?: readonly Library[];
}

export interface Measured {
  /** A number, or why there is none; null where the parts stand in its place. */
  readonly value: number | NullReason | null;
  /** By name of the description's columns. */
  readonly parts?: Readonly<Record<string, number | null>>;
  /** Exchanges the value stands on, told apart; null where all count. */
  readonly basis?: ShareBasis | null;
}

/** A number read from the graph of enterprises that the definition names. */
export function onLinks(
  definition: NetworkText,
  measure: (links: GraphLinks, options: MetricOptions, view: GraphView) => number | NullReason | Measured,
): Metric {
  const kind = kindOf(definition.reads);
  return onNetwork(definition, (view, options) => measure(view[kind], options, view));
}

/** A number read from the view itself. */
export function onNetwork(
  definition: NetworkText,
  measure: (view: GraphView, options: MetricOptions) => number | NullReason | Measured,
): Metric {
  return ofNetwork(definition, (view, options) => {
    const measured = measure(view, options);
    const { value, parts = {}, basis = null } = typeof measured === "object" ? measured : { value: measured };
    const isReason = typeof value === "string";
    return {
      kind: "scalar",
      value: isReason ? null : value,
      parts: Object.entries(parts).map(([name, part]) => ({ name, value: part })),
      reason: isReason ? value : null,
      basis,
    };
  });
}

/** A measure of the whole network of any kind of result. */
export function ofNetwork(
  { name, columns = [], libraries = [], ...text }: NetworkText,
  compute: (view: GraphView, options: MetricOptions) => MetricResult,
): Metric {
  return {
    description: { id: `network.${name}`, scope: "network", ...text, columns },
    libraries,
    compute,
  };
}
