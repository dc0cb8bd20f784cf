import type { Layer } from "#graph/schema/records/layer.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { nameIn, type Locale } from "#client/model/locale.ts";
import { placePositions, regionCentre } from "./place-positions.ts";
import type { Scale } from "./scales.ts";
import type { Selection } from "#client/model/view/selection.ts";
import type { MarkKind, StageEdge, StageNode } from "./stage-spec.ts";
import { colours } from "#client/model/tokens.ts";

export interface PlacesToDraw {
  readonly places: readonly Place[];
  /** Between and inside places (from = to); the inside ones are counted on the mark. */
  readonly corridors: readonly Corridor[];
  readonly selection: Selection | null;
  readonly locale: Locale;
  /** Positions of the relation view (`layoutByForce`); the map's own where a place has none. */
  readonly forcePositions?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

const emptyRadius = 2.7;

/** Parks are always drawn; another place only where it has exchanges, a drawn line or the selection. */
export function placeMarks(input: PlacesToDraw, edges: readonly StageEdge[], radius: Scale): StageNode[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const selected = selectedPlaceId(input.selection);
  const inside = insideCounts(input.corridors);
  const positions = placePositions(input.places);
  return input.places
    .filter(
      ({ id, kind, exchangeCount }) =>
        kind === "park" || exchangeCount > 0 || ends.has(id) || id === selected,
    )
    .map((place): StageNode => {
      const point = positions.get(place.id) ?? regionCentre;
      const force = input.forcePositions?.get(place.id) ?? point;
      return {
        id: place.id,
        ...markOf(place, radius),
        x: point.x,
        y: point.y,
        forceX: force.x,
        forceY: force.y,
        label: nameIn(input.locale, place),
        rank: place.exchangeCount,
        inside: inside.get(place.id) ?? null,
        selection: { kind: "place", placeId: place.id },
      };
    })
    .sort((left, right) => right.size - left.size || (left.id < right.id ? -1 : 1));
}

function markOf(place: Place, radius: Scale): { mark: MarkKind; size: number; colour: string } {
  const size = Math.max(emptyRadius, radius(place.exchangeCount));
  if (place.kind === "park")
    return place.exchangeCount > 0
      ? { mark: "park", size, colour: colours.park }
      : { mark: "park-empty", size: emptyRadius, colour: colours.secondary };
  // Half the side of a square of the disc's area, but never too small to show its dashes.
  const half = Math.max(5, (size * Math.sqrt(Math.PI)) / 2);
  return { mark: place.lon === null ? "margin" : "place", size: half, colour: colours.park };
}

function insideCounts(corridors: readonly Corridor[]): Map<string, Record<Layer, number>> {
  const counts = new Map<string, Record<Layer, number>>();
  for (const { from, to, flow } of corridors) {
    if (from !== to || flow.exchangeCount === 0) continue;
    const count = counts.get(from) ?? { material: 0, energy: 0, water: 0 };
    count[flow.layer] += flow.exchangeCount;
    counts.set(from, count);
  }
  return counts;
}

function selectedPlaceId(selection: Selection | null): string | null {
  return selection?.kind === "place" || selection?.kind === "enterprise" ? selection.placeId : null;
}
