import type { MetricDescription, NullReason, ShareBasis } from "#graph/schema/answers/metric-report.ts";
import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { linkNodes, type GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import { enterpriseNodes } from "#graph/projection/graphs/node-set.ts";
import { viewOf } from "#graph/projection/graphs/graph-ends.ts";
import type { Library } from "./library-versions.ts";
import type { Metric } from "./metric.ts";

/** A number for the whole network, or why there is none. */
export interface NetworkNumber extends Omit<MetricDescription, "id" | "scope"> {
  /** Second half of the metric's id. */
  readonly name: string;
  readonly libraries?: readonly Library[];
}

/** A number read from the graph of enterprises that the definition names. */
export function onLinks(
  definition: NetworkNumber,
  measure: (links: GraphLinks) => number | NullReason,
): Metric {
  const view = viewOf(definition.reads);
  return onNetwork(definition, (network) => ({
    value: measure(linkNodes(network, enterpriseNodes(network), view)),
    basis: null,
  }));
}

export interface Measured {
  readonly value: number | NullReason;
  /** Exchanges the value stands on, told apart; null where all count. */
  readonly basis: ShareBasis | null;
}

/** A number read from the filtered network itself. */
export function onNetwork(
  { name, libraries = [], ...text }: NetworkNumber,
  measure: (network: FilteredNetwork) => Measured,
): Metric {
  return {
    description: { id: `network.${name}`, scope: "network", ...text },
    libraries,
    compute(network) {
      const { value, basis } = measure(network);
      return typeof value === "number"
        ? { kind: "number", value, reason: null, basis }
        : { kind: "number", value: null, reason: value, basis };
    },
  };
}
