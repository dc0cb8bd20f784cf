import { WeightedDraw, type Random } from "./random.ts";

/** Exponent of the Pareto law of how busy an enterprise is: the mean exists, the variance does not. */
const busynessExponent = 1.8;

/** Exponent of the Zipf law of park sizes. */
const parkSizeExponent = 0.8;

/** Where enterprises stand and how busy they are. Enterprises of one park follow each other. */
export interface Sites {
  /** Park of each enterprise; all 0 where there are no parks. */
  readonly parkOf: Uint32Array;
  /** First enterprise of each park, and the number of enterprises at the end. */
  readonly firstOf: Uint32Array;
  readonly busyness: WeightedDraw;
}

/** Two enterprises for each park as far as they go, the rest by the law of park sizes. */
export function settle(
  { parks, enterprises }: { readonly parks: number; readonly enterprises: number },
  random: Random,
): Sites {
  const groups = Math.max(1, parks);
  const settled = Math.max(1, Math.min(groups, enterprises >>> 1));
  const sizes = new Uint32Array(groups);
  const grow = (park: number) => (sizes[park] = (sizes[park] ?? 0) + 1);
  const size = new WeightedDraw(settled, (rank) => (rank + 1) ** -parkSizeExponent);
  for (let number = 0; number < enterprises; number += 1)
    grow(number < 2 * settled ? number >>> 1 : size.draw(random));
  const firstOf = new Uint32Array(groups + 1);
  const parkOf = new Uint32Array(enterprises);
  for (let park = 0; park < groups; park += 1) {
    const first = firstOf[park] ?? 0;
    const end = first + (sizes[park] ?? 0);
    firstOf[park + 1] = end;
    parkOf.fill(park, first, end);
  }
  const busyness = new WeightedDraw(enterprises, () => (1 - random()) ** (-1 / busynessExponent));
  return { parkOf, firstOf, busyness };
}

/** Two different enterprises, busy ones more often: of one park, or of two where there are two. */
export function drawEnds(
  { parkOf, firstOf, busyness }: Sites,
  inside: boolean,
  random: Random,
): { readonly supplier: number; readonly receiver: number } {
  const supplier = busyness.draw(random);
  const park = parkOf[supplier] ?? 0;
  const start = firstOf[park] ?? 0;
  const end = firstOf[park + 1] ?? 0;
  if (!inside && end - start < parkOf.length)
    return { supplier, receiver: busyness.drawOutside(random, start, end) };
  for (let tries = 0; tries < 8; tries += 1) {
    const receiver = busyness.draw(random, start, end);
    if (receiver !== supplier) return { supplier, receiver };
  }
  // One enterprise does nearly everything in this park: take its neighbour.
  return { supplier, receiver: supplier + 1 < end ? supplier + 1 : start };
}
