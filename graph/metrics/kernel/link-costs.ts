import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/**
 * What it costs to follow each link: the reciprocal of its flow, for a large flow is a short way. Infinite, so that no
 * path runs there, where the flow is not known or 0. A reason where no link has a cost.
 */
export function linkCosts({ flows, quantifiedCounts }: GraphLinks): Float64Array | NullReason {
  if (flows === null) return "several-layers";
  const costs = flows.map((flow, link) => (quantifiedCounts[link] !== 0 && flow > 0 ? 1 / flow : Infinity));
  if (costs.some((cost) => cost < Infinity)) return costs;
  return costs.length === 0 ? "no-links" : "no-known-quantity";
}
