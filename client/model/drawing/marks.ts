import type { Layer } from "#graph/schema/records/layer.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { isKnownPlace, type Place } from "#graph/schema/answers/place.ts";
import { nameIn, type Locale } from "#client/model/locale.ts";
import { articulationPoints } from "./articulation.ts";
import { placePositions } from "./place-positions.ts";
import type { Looks } from "./looks.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { placeOfSelection } from "#client/model/view/view-state.ts";
import type { StageEdge, StageNode } from "./stage-spec.ts";
import { colours } from "#client/model/tokens.ts";

export interface PlacesToDraw {
  readonly places: readonly Place[];
  /** Between and inside places (from = to); the inside ones are counted on the mark. */
  readonly corridors: readonly Corridor[];
  /** Places of which any exchange is recorded, whatever the filter says; absent while that is not known. */
  readonly recordedIds?: ReadonlySet<string>;
  /** Leaves out parks without an exchange under the filter: the relation view says how many there are instead. */
  readonly hidesQuiet?: boolean;
  readonly selection: Selection | null;
  readonly locale: Locale;
  /** Positions of the relation view (`layoutNetwork`); the map's own where a place has none. */
  readonly forcePositions?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

const emptyRadius = 2.7;
/** So that the fill of a class can be seen, and the rim of a mark that has none. */
const smallestFilled = 5.5;
const smallestUnfilled = 3.2;
/** Names of bridges come before all others. */
const bridgeRank = 1_000_000;

/**
 * Parks are always drawn, a plant or county where it has exchanges, a city only where a drawn line ends or it is
 * selected. What has no point is never drawn: a line to it would say where it is.
 */
export function placeMarks(input: PlacesToDraw, edges: readonly StageEdge[], looks: Looks): StageNode[] {
  const wanted = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const selected = placeOfSelection(input.selection);
  if (selected !== null) wanted.add(selected);
  const inside = insideCounts(input.corridors);
  const bridges = articulationPoints(edges.filter(({ carriesPath }) => carriesPath));
  const positions = placePositions(input.places);
  return input.places
    .flatMap((place): StageNode[] => {
      const point = positions.get(place.id);
      const isShown = isDrawn(place, input.hidesQuiet ?? false) || wanted.has(place.id);
      if (point === undefined || !isShown) return [];
      const force = input.forcePositions?.get(place.id) ?? point;
      return [
        {
          id: place.id,
          ...markOf(place, looks, input.recordedIds),
          x: point.x,
          y: point.y,
          forceX: force.x,
          forceY: force.y,
          label: nameIn(input.locale, place),
          rank: place.exchangeCount + (bridges.has(place.id) ? bridgeRank : 0),
          // Rings of layers around a mark would be read as a part of its value.
          inside: looks.classOf === undefined ? (inside.get(place.id) ?? null) : null,
          selection: { kind: "place", placeId: place.id },
        },
      ];
    })
    .sort((left, right) => right.size - left.size || (left.id < right.id ? -1 : 1));
}

const isDrawn = ({ kind, exchangeCount }: Place, hidesQuiet: boolean) =>
  (kind === "park" && !hidesQuiet) || (isKnownPlace(kind) && exchangeCount > 0);

/** Half the side of a square of the disc's area, but never too small to show its form. */
const halfSide = (radius: number) => Math.max(4.5, (radius * Math.sqrt(Math.PI)) / 2);

type Appearance = Pick<StageNode, "mark" | "size" | "colour" | "fill">;

function markOf(place: Place, looks: Looks, recordedIds: ReadonlySet<string> | undefined): Appearance {
  const radius = Math.max(emptyRadius, looks.radiusOf(place));
  const plain = plainMark(place, radius, recordedIds);
  if (looks.classOf === undefined) return { ...plain, fill: "plain" };
  const found = looks.classOf(place.id);
  const isFilled = found !== null && found.level !== 0;
  return {
    mark: place.kind === "park" ? "park" : plain.mark,
    size: Math.max(plain.size, isFilled ? smallestFilled : smallestUnfilled),
    colour: found?.colour ?? colours.noValue,
    fill: found?.level ?? "none",
  };
}

function plainMark(
  { id, kind, exchangeCount }: Place,
  size: number,
  recordedIds: ReadonlySet<string> | undefined,
): Omit<Appearance, "fill"> {
  const colour = colours.park;
  if (kind === "site") return { mark: "site", size: Math.max(4, size), colour };
  if (kind !== "park") return { mark: kind === "county" ? "county" : "city", size: halfSide(size), colour };
  if (exchangeCount > 0) return { mark: "park", size, colour };
  const mark = recordedIds?.has(id) === false ? "park-empty" : "park-quiet";
  return { mark, size, colour: colours.secondary };
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
