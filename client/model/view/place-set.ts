import { PlaceId } from "#graph/schema/answers/place.ts";

/** Places an address can hold beside all else it says. */
export const mostPlaces = 80;
const longestText = 1400;
const parkPrefix = "park:";

/** Whether so many places fit into an address. */
export function fitsAddress(placeIds: readonly string[]): boolean {
  return placeIds.length <= mostPlaces && writePlaceSet(placeIds).length <= longestText;
}

/** `js-sip,city:320400` → ids of places, each once; parks are written without their kind. Null where one is none, or there are too many. */
export function readPlaceSet(text: string): readonly string[] | null {
  if (text.length > longestText) return null;
  const ids = text.split(",").map((one) => (one.includes(":") ? one : parkPrefix + one));
  const areIds = ids.every((id) => PlaceId.safeParse(id).success);
  return areIds && ids.length <= mostPlaces && new Set(ids).size === ids.length ? ids : null;
}

export const writePlaceSet = (placeIds: readonly string[]): string =>
  placeIds.map((id) => (id.startsWith(parkPrefix) ? id.slice(parkPrefix.length) : id)).join(",");
