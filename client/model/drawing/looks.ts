import { isKnownPlace, type Place } from "#graph/schema/answers/place.ts";
import { classify, type ClassMethod, type ValueClass } from "./classes.ts";
import type { Measured } from "./measured.ts";
import { measureRadiusScale, radiusScale, roundSamples, type Scale } from "./scales.ts";
import type { LegendRow, LegendSample } from "./stage-spec.ts";

/** What decides how marks look. */
export interface LooksInput {
  readonly places: readonly Place[];
  /** Measure that colours the marks, and how its values are put into classes. */
  readonly colourBy?: { readonly measured: Measured; readonly method: ClassMethod };
  /** Measure that gives the marks their size; default the number of exchanges. */
  readonly sizeBy?: Measured;
}

export interface Looks {
  /** Radius of a disc, CSS px. */
  readonly radiusOf: (place: Place) => number;
  /** Class of a place's value, null where it has none; absent where no measure colours. */
  readonly classOf?: (placeId: string) => ValueClass | null;
  /** What the legend says of it. */
  readonly rows: readonly LegendRow[];
}

export function looksOf(input: LooksInput): Looks {
  const size = sizeOf(input);
  const { colourBy } = input;
  if (colourBy === undefined) return size;
  const { metric, carried, valueById } = colourBy.measured;
  const classes = classify([...valueById.values()], colourBy.method);
  return {
    radiusOf: size.radiusOf,
    classOf: (placeId) => classes.classOf(valueById.get(placeId) ?? null),
    rows: [{ kind: "classes", metric, carried, classes }, ...size.rows],
  };
}

function sizeOf({ places, sizeBy }: LooksInput): Looks {
  if (sizeBy === undefined) {
    const peak = Math.max(
      0,
      ...places.map(({ kind, exchangeCount }) => (isKnownPlace(kind) ? exchangeCount : 0)),
    );
    const radius = radiusScale([peak]);
    // A reader sees how the scale grows even where all that is drawn is of one size.
    const samples = samplesOf(radius, Math.max(peak, 2), Math.min(1, peak));
    return {
      radiusOf: ({ exchangeCount }) => radius(exchangeCount),
      rows: peak > 0 ? [{ kind: "size", metric: null, samples }] : [],
    };
  }
  const { metric, valueById } = sizeBy;
  const known = [...valueById.values()].filter((value) => value !== null);
  const radius = measureRadiusScale(known);
  const peak = Math.max(0, ...known.map(Math.abs));
  const smallest = known.every(Number.isInteger) ? Math.min(1, peak) : peak / 32;
  return {
    radiusOf: ({ id }) => {
      const value = valueById.get(id) ?? null;
      return value === null ? 0 : radius(value);
    },
    rows: peak > 0 ? [{ kind: "size", metric, samples: samplesOf(radius, peak, smallest) }] : [],
  };
}

const samplesOf = (scale: Scale, top: number, smallest: number): LegendSample[] =>
  roundSamples(top, smallest).map((value) => ({ value, pixels: scale(value) }));
