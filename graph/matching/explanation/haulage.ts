import type { Freight } from "#graph/matching/knowledge/freight.ts";

/**
 * How a resource travels, and what a truck costs. `pipe`: heat, water and gas lines, no freight. `tanker`: gas or liquid in
 * vehicles of its own, or a pipe; no public rate is known. `hazardous`: trucks with a licence, dearer than ordinary ones.
 * `wire`: power. `none`: nothing moves.
 */
export type Haulage = "truck" | "hazardous" | "tanker" | "pipe" | "wire";

const ofCode: readonly (readonly [RegExp, Haulage])[] = [
  [/^(?:HW|\d)/, "hazardous"],
  [/^EN70/, "wire"],
  [/^(?:EN|WA|MA80)/, "pipe"],
  [/^MA(?:1\d|2[0124]|3[023]|40|60)$/, "tanker"],
];

/** By code; a hazardous thing without a hazardous code goes as hazardous, everything else that is no fluid by truck. */
export function haulageOf(code: string, isHazardous: boolean): Haulage {
  const found = ofCode.find(([pattern]) => pattern.test(code))?.[1] ?? "truck";
  return isHazardous && found === "truck" ? "hazardous" : found;
}

/** Freight over a road, yuan/t, whole; loading is not in it. Never under 1. */
export function freightRange(
  roadKm: number,
  { rate: { low, high } }: Freight,
): { readonly low: number; readonly high: number } {
  const rounded = (yuan: number) => Math.max(1, Math.round(yuan));
  return { low: rounded(low * roadKm), high: rounded(high * roadKm) };
}
