import type { Placement } from "#graph/schema/answers/candidate.ts";
import { combinedErrorKm } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import type { PartyPlace } from "#graph/matching/ends/parties.ts";

/**
 * What the places of two ends say of each other. A park and a plant's own point are ground of their own; a county
 * or a city only says "somewhere in it", so two ends of which one is known so widely may stand in one park unless their
 * counties or cities differ, or their points lie farther from each other than twice their error.
 */
export function placementOf(from: PartyPlace, to: PartyPlace): Placement {
  const [left, right] = [from.header, to.header];
  if (from.group === to.group && left.kind === "park") return "same-park";
  const kinds = [left.kind, right.kind];
  if (!kinds.includes("county") && !kinds.includes("city")) return "apart";
  if (left.cityCode === null || left.cityCode !== right.cityCode || areFarApart(from, to)) return "apart";
  if (kinds.includes("city") || left.countyCode === null || right.countyCode === null)
    return "same-city-parks-open";
  return left.countyCode === right.countyCode ? "same-city-parks-open" : "apart";
}

function areFarApart({ point: from }: PartyPlace, { point: to }: PartyPlace): boolean {
  return from !== null && to !== null && greatCircleKm(from, to) > 2 * combinedErrorKm(from, to);
}
