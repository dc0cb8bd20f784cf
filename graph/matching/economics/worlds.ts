import { randomFrom } from "#graph/matching/evaluation/bootstrap.ts";

/** Worlds of one calculation: the ends of an 80 % band then rest on 20 worlds each. */
export const worldCount = 200;

/** Numbers from 0 to 1, one of each world, that belong to one name. The same seed and name give the same numbers. */
export interface Worlds {
  /** What all links of a world share, such as a price: kept, for many links ask for it. */
  common(name: string): Float64Array;
  /** What belongs to one link alone, such as where its ends stand. */
  apart(name: string): Float64Array;
}

export function makeWorlds(seed: number): Worlds {
  const known = new Map<string, Float64Array>();
  const draw = (name: string) => stratified(randomFrom(hashOf(`${seed}|${name}`)));
  return {
    common: (name) => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const drawn = draw(name);
      known.set(name, drawn);
      return drawn;
    },
    apart: draw,
  };
}

/** One number from each of 200 equal strata, in random order (Latin hypercube; McKay, Beckman, Conover 1979). */
function stratified(random: () => number): Float64Array {
  const numbers = Float64Array.from(
    { length: worldCount },
    (_, stratum) => (stratum + random()) / worldCount,
  );
  for (let last = worldCount - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
  return numbers;
}

/** FNV-1a, 32 bit. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
