import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { placeKindOf, type Place } from "#graph/schema/answers/place.ts";
import { layers, type Layer } from "#graph/schema/records/layer.ts";
import { byEnds } from "./known-ends.ts";

/** Where a layer has most exchanges. */
export interface BusiestCity {
  readonly layer: Layer;
  readonly cityCode: string;
  /** Exchanges with an end in the city. */
  readonly exchanges: number;
}

/** What the picture holds, as the sentence above it says it. All counts are under the filter. */
export interface PictureFacts {
  /** Corridors between two known places, and how many of them join two parks. */
  readonly corridors: number;
  readonly betweenParks: number;
  /** Exchanges of which one end is not known: drawn as stubs. */
  readonly oneEndUnknown: number;
  /** Exchanges without a known end: not drawn. */
  readonly bothEndsUnknown: number;
  /** One row a layer where one city leads, most exchanges first. */
  readonly busiest: readonly BusiestCity[];
}

const sum = (corridors: readonly Corridor[]) =>
  corridors.reduce((total, { flow }) => total + flow.exchangeCount, 0);

const isPark = (placeId: string) => placeKindOf(placeId) === "park";

/** Places and corridors under the filter, those inside places included → what is drawn, in numbers. */
export function pictureFacts(places: readonly Place[], corridors: readonly Corridor[]): PictureFacts {
  const { lines, halves, unplaced } = byEnds(corridors);
  return {
    corridors: lines.length,
    betweenParks: lines.filter(({ from, to }) => isPark(from) && isPark(to)).length,
    oneEndUnknown: sum(halves.map(({ corridor }) => corridor)),
    bothEndsUnknown: sum(unplaced),
    busiest: layers
      .flatMap((layer) => busiestCity(layer, places, corridors))
      .toSorted((left, right) => right.exchanges - left.exchanges),
  };
}

/** The city with most exchanges of a layer; none where several share the lead or the lead is a single exchange. */
function busiestCity(layer: Layer, places: readonly Place[], corridors: readonly Corridor[]): BusiestCity[] {
  const cityById = new Map(places.map(({ id, cityCode }) => [id, cityCode]));
  const counts = new Map<string, number>();
  const add = (cityCode: string | null | undefined, exchanges: number) => {
    if (cityCode != null) counts.set(cityCode, (counts.get(cityCode) ?? 0) + exchanges);
  };
  for (const place of places) add(place.cityCode, place.exchangeCountByLayer[layer]);
  // An exchange between two places of one city was counted at both.
  for (const { from, to, flow } of corridors)
    if (from !== to && flow.layer === layer && cityById.get(from) === cityById.get(to))
      add(cityById.get(from), -flow.exchangeCount);
  const [first, second] = [...counts].toSorted((left, right) => right[1] - left[1]);
  if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return [];
  return [{ layer, cityCode: first[0], exchanges: first[1] }];
}
