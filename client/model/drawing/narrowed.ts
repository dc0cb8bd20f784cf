import { isKnownPlace, placeKindOf, type Place } from "#graph/schema/answers/place.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";

/** Chosen places that belong together, and whether nothing else shall be drawn. */
export interface PlaceSet {
  readonly ids: ReadonlySet<string>;
  readonly isAlone: boolean;
}

interface Drawn {
  readonly places: readonly Place[];
  readonly corridors: readonly Corridor[];
}

/** What is left where a set stands alone: its places, and the corridors within it or with an end that is not known. */
export function narrowed<T extends Drawn>(input: T, set: PlaceSet | undefined): T {
  if (set === undefined || !set.isAlone) return input;
  const isIn = (id: string) => set.ids.has(id) || !isKnownPlace(placeKindOf(id));
  return {
    ...input,
    places: input.places.filter(({ id }) => isIn(id)),
    corridors: input.corridors.filter(
      ({ from, to }) => isIn(from) && isIn(to) && (set.ids.has(from) || set.ids.has(to)),
    ),
  };
}

interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Marks of a set and the lines between them; null where it is alone or empty. */
export function focusOn(set: PlaceSet | undefined, lines: readonly Line[]): ReadonlySet<string> | null {
  if (set === undefined || set.isAlone || set.ids.size === 0) return null;
  const within = lines.filter(({ from, to }) => set.ids.has(from) && set.ids.has(to));
  return new Set([...set.ids, ...within.map(({ id }) => id)]);
}
