import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";

/** Corridors by what is known of their ends. */
export interface CorridorsByEnds {
  /** Between two different known places: these are lines. */
  readonly lines: readonly Corridor[];
  /** With one known end: these are stubs. */
  readonly halves: readonly HalfCorridor[];
  /** Without a known end: counted, not drawn. */
  readonly unplaced: readonly Corridor[];
}

export interface HalfCorridor {
  readonly knownId: string;
  /** As the known end sees it. */
  readonly direction: "out" | "in";
  readonly corridor: Corridor;
}

const isKnown = (placeId: string) => isKnownPlace(placeKindOf(placeId));

/** Sorts corridors, those inside one place included; an exchange inside a known place is no line and is in no list. */
export function byEnds(corridors: readonly Corridor[]): CorridorsByEnds {
  const lines: Corridor[] = [];
  const halves: HalfCorridor[] = [];
  const unplaced: Corridor[] = [];
  for (const corridor of corridors) {
    const { from, to } = corridor;
    if (isKnown(from) && isKnown(to)) {
      if (from !== to) lines.push(corridor);
    } else if (isKnown(from)) halves.push({ knownId: from, direction: "out", corridor });
    else if (isKnown(to)) halves.push({ knownId: to, direction: "in", corridor });
    else unplaced.push(corridor);
  }
  return { lines, halves, unplaced };
}
