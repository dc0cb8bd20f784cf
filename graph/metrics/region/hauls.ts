import { greatCircleKm, onSphere } from "#graph/projection/places/great-circle.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/** An exchange between two nodes of which both points are known. */
export interface Haul {
  readonly km: number;
  /** NaN where it is not known. */
  readonly quantity: number;
}

/** How far the exchanges of a view are hauled, in a straight line over the sphere. What stays inside a node is no haul. */
export function haulsOf({ nodes, ends, edges }: GraphView): readonly Haul[] {
  const points = nodes.map(({ lon, lat }) => (lon === null || lat === null ? null : onSphere(lon, lat)));
  return [...ends.sources.entries()].flatMap(([edge, source]) => {
    const target = ends.targets[edge] ?? -1;
    const [from = null, to = null] = [points[source], points[target]];
    if (source === target || from === null || to === null) return [];
    return [{ km: greatCircleKm(from, to), quantity: edges.quantities[edge] ?? Number.NaN }];
  });
}

/** Why the known flow over the hauls is no weight; null where it is one. */
export function reasonAgainst({ edges }: GraphView, hauls: readonly Haul[]): NullReason | null {
  if (edges.count === 0) return "no-links";
  if (hauls.length === 0) return "no-points";
  const known = hauls.filter(({ quantity }) => !Number.isNaN(quantity));
  if (known.length === 0) return "no-known-quantity";
  return known.some(({ quantity }) => quantity > 0) ? null : "zero-total";
}
