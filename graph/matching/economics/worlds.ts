import { randomFrom } from "#graph/matching/evaluation/bootstrap.ts";

/** Worlds of one calculation: the ends of an 80 % band then rest on 20 worlds each. */
export const worldCount = 200;

/** Numbers of every world that belong to one name. The same seed and name give the same numbers. */
export interface Worlds {
  /** From 0 to 1, what all links of a world share, such as a price. */
  common(name: string): Float64Array;
  /** From 0 to 1, what belongs to one link alone. */
  apart(name: string): Float64Array;
  /** Standard normal, what belongs to one link alone, such as where its ends stand. */
  apartNormal(name: string): Float64Array;
}

/** Drawn once: links take one of them, turned to begin with another world, for drawing costs more than all else. */
const columnCount = 64;

export function makeWorlds(seed: number): Worlds {
  const common = new Map<string, Float64Array>();
  const draw = (name: string) => stratified(randomFrom(hashOf(`${seed}|${name}`)));
  const columns = Array.from({ length: columnCount }, (_, nth) => draw(`apart ${nth}`));
  const normals = columns.map((radius, nth) => normalOf(radius, draw(`angle ${nth}`)));
  const turnedOf = (list: readonly Float64Array[], name: string) => {
    const hash = hashOf(`${seed}|${name}`) >>> 0;
    return turned(
      list[hash % columnCount] ?? new Float64Array(),
      Math.floor(hash / columnCount) % worldCount,
    );
  };
  return {
    common: (name) => {
      const before = common.get(name);
      if (before !== undefined) return before;
      const drawn = draw(name);
      common.set(name, drawn);
      return drawn;
    },
    apart: (name) => turnedOf(columns, name),
    apartNormal: (name) => turnedOf(normals, name),
  };
}

/** A standard normal number of each world from two uniform ones (Box and Muller 1958). */
function normalOf(radius: Float64Array, angle: Float64Array): Float64Array {
  return radius.map(
    (u, world) => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * (angle[world] ?? 0)),
  );
}

/** The same numbers, begun at another one. */
function turned(numbers: Float64Array, start: number): Float64Array {
  const result = new Float64Array(numbers.length);
  result.set(numbers.subarray(start));
  result.set(numbers.subarray(0, start), numbers.length - start);
  return result;
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
