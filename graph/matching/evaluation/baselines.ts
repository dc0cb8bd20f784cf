import { codeFamilies, type Practice } from "#graph/matching/evidence/practice.ts";
import { expectedRoadKm, combinedErrorKm } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import type { Party } from "#graph/matching/ends/parties.ts";
import type { NetworkCase } from "./network-cases.ts";

export const baselineNames = ["distance", "popularity", "exactCode", "backOff", "nearestNeighbours"] as const;
export type BaselineName = (typeof baselineNames)[number];

/** Scores of every party of a case's universe, in its order; higher = likelier. */
export type Baseline = (tested: NetworkCase, practice: Practice) => readonly number[];

/**
 * What a few lines reach without the product. Each ranks every enterprise that may stand at an end.
 *
 * - distance: nearest first, with the error of both points;
 * - popularity: share of all exchanges that the receiver's industry takes (4, 3 or 2 digits);
 * - exactCode: exchanges of this very code that the industry of all four digits takes;
 * - backOff: the same by 4 → 3 → 2 digits of the industry, then by the family of the code, then popularity;
 * - nearestNeighbours: level of the industry's support for the code (4 → 3 → 2 digits), nearest first inside a level.
 */
export const baselines: Readonly<Record<BaselineName, Baseline>> = {
  distance: ({ supplier, universe }) => universe.map((party) => -roadKm(supplier, party)),
  popularity: ({ universe }, practice) =>
    universe.map(({ enterprise }) => practice.intakeShare(enterprise.industryCode)),
  exactCode: ({ universe, code }, practice) =>
    universe.map(({ enterprise: { industryCode } }) => {
      const { level, exchanges } = practice.supportOf(code, industryCode);
      return level === 4 ? exchanges : 0;
    }),
  backOff: ({ universe, code }, practice) => {
    const family = codeFamilies(code).at(-1) ?? code;
    return universe.map(({ enterprise: { industryCode } }) => {
      const [own, wide] = [code, family].map((each) => practice.supportOf(each, industryCode));
      if (own !== undefined && own.level > 0) return 20 * own.level + own.share;
      if (wide !== undefined && wide.level > 0) return 2 * wide.level + wide.share;
      return practice.intakeShare(industryCode);
    });
  },
  nearestNeighbours: ({ supplier, universe, code }, practice) =>
    universe.map(
      (party) =>
        practice.supportOf(code, party.enterprise.industryCode).level * 1e5 - roadKm(supplier, party),
    ),
};

/** Expected road length, km; where a point is not known, farther than any two points of the region are apart. */
function roadKm({ point: from }: Party, { point: to }: Party): number {
  if (from === null || to === null) return 5000;
  return expectedRoadKm(greatCircleKm(from, to), combinedErrorKm(from, to));
}
