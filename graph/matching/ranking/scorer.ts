import { lnScore, scoreWeights, type ScoreInput } from "./score.ts";

/** Turns parts into one number for the order. Generation knows only the bound, so weights may be changed behind it. */
export interface Scorer {
  /** ln of the score; grows with every part. */
  score(parts: ScoreInput): number;
  /** No partner scores higher, whatever the parts that are not known yet turn out to be. */
  bound(known: Partial<ScoreInput>): number;
  /** What the part of distance adds to a score, by its ln: never above 0. */
  distance(lnDistance: number): number;
  /** How far these two parts at least hold a score under the bound without them. */
  loss(lnEvidence: number, lnCover: number): number;
}

const best: ScoreInput = { fit: 1, practice: 1, lnDistance: 0, lnEvidence: 0, lnCover: 0 };

export const scorer: Scorer = {
  score: (parts) => lnScore(parts),
  bound: (known) => lnScore({ ...best, ...known }),
  distance: (lnDistance) => scoreWeights.distance * lnDistance,
  loss: (lnEvidence, lnCover) => -scoreWeights.evidence * lnEvidence - scoreWeights.cover * lnCover,
};
