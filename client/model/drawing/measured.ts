import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import { isKnownPlace, type Place } from "#graph/schema/answers/place.ts";

/** What a place shows of a measure: its own value, that of its city, or of its enterprises the one farthest from 0. */
export type Carried = "own" | "city" | "farthest";

/** A measure as the marks of the stage carry it. */
export interface Measured {
  readonly metric: MetricDescription;
  readonly carried: Carried;
  /** Of every known place; null where it has none. */
  readonly valueById: ReadonlyMap<string, number | null>;
}

type ByNode = Extract<MetricResult, { kind: "byNode" }>;

/** Values of the nodes of a result → values of places. */
export function measurePlaces(
  metric: MetricDescription,
  { nodes, columns }: ByNode,
  places: readonly Place[],
): Measured {
  const values = columns[0]?.values ?? [];
  const byPlace = new Map<string, number>();
  for (const [row, placeId] of nodes.placeIds.entries()) {
    const value = values[row] ?? null;
    if (placeId === null || value === null) continue;
    const known = byPlace.get(placeId);
    if (known === undefined || Math.abs(value) > Math.abs(known)) byPlace.set(placeId, value);
  }
  const isOfCities = metric.scope === "city";
  const keyOf = ({ id, cityCode }: Place) => (isOfCities ? `city:${cityCode ?? ""}` : id);
  return {
    metric,
    carried: isOfCities ? "city" : metric.scope === "enterprise" ? "farthest" : "own",
    valueById: new Map(
      places.flatMap((place) =>
        isKnownPlace(place.kind) ? [[place.id, byPlace.get(keyOf(place)) ?? null] as const] : [],
      ),
    ),
  };
}
