import { inputsOf, type IndustryScheme } from "#graph/matching/knowledge/input-profiles.ts";
import type { Votes } from "./case-votes.ts";
import { chances, fitWeights, type Choice } from "./fit-weights.ts";

/** One question of a case library: which of the candidates takes it? */
export interface CaseQuestion {
  readonly votes: Votes;
  /** Families of material the resource belongs to (see `familiesOf`). */
  readonly families: readonly string[];
  readonly candidates: readonly string[];
  /** Place of the true industry among the candidates. */
  readonly truth: number;
}

/** A question on numbers: candidates that take something in another case, and those of which no case is known. */
interface Prepared extends CaseQuestion {
  readonly seen: Half;
  readonly unseen: Half;
}

interface Half extends Choice {
  /** Place of each row among the candidates. */
  readonly places: readonly number[];
}

export interface CaseModel {
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
  /** Chance that the taker is an industry of which no other case is known. */
  readonly unseenRate: number;
}

/** Votes of like codes, like donors, like words, all, the division, like families; then three degrees of the profile. */
const seenStart = [0.3, 0.3, 0.3, 0.3, 0.2, 0.2, 1, 0.7, 0.5];
/** Three degrees of the profile; the division among all takers, and among those of like codes. */
const unseenStart = [1, 0.7, 0.5, 0.2, 0.2];

export function prepareQuestion(question: CaseQuestion, scheme: IndustryScheme): Prepared {
  const { votes, families, candidates, truth } = question;
  const halfOf = (isSeen: boolean, partsOf: PartsOf): Half => {
    const places = [...candidates.keys()].filter(
      (place) => votes.popularity.has(candidates[place] ?? "") === isSeen,
    );
    const rows = places.map((place) => {
      const industry = candidates[place] ?? "";
      return partsOf(industry, profileParts(families, industry, scheme));
    });
    return { places, rows, truth: places.indexOf(truth) };
  };
  return { ...question, seen: halfOf(true, seenParts(votes)), unseen: halfOf(false, unseenParts(votes)) };
}

/**
 * Two conditional logits, one for industries that take in a known case and one for the others, joined by the share of
 * questions whose taker no other case knows (Good 1953, Biometrika 40:237, the chance of what was never seen). In one
 * logit an industry without a case would be outvoted whatever its processes take.
 */
export function fitCaseModel(questions: readonly Prepared[]): CaseModel {
  const news = questions.filter(({ unseen }) => unseen.truth >= 0).length;
  return {
    seen: fitWeights(
      questions.map(({ seen }) => seen),
      seenStart,
      [...seenStart.keys()],
    ),
    unseen: fitWeights(
      questions.map(({ unseen }) => unseen),
      unseenStart,
      [...unseenStart.keys()],
    ),
    unseenRate: (news + 1) / (questions.length + 2),
  };
}

/** Chance of each candidate to be the taker, 0 to 1, together 1. */
export function takerChances({ candidates, seen, unseen }: Prepared, model: CaseModel): readonly number[] {
  const shares = candidates.map(() => 0);
  const unseenShare = seen.rows.length === 0 ? 1 : unseen.rows.length === 0 ? 0 : model.unseenRate;
  const deal = ({ rows, places }: Half, weights: readonly number[], whole: number) => {
    if (rows.length === 0) return;
    for (const [at, chance] of chances(rows, weights).entries()) shares[places[at] ?? 0] = whole * chance;
  };
  deal(seen, model.seen, 1 - unseenShare);
  deal(unseen, model.unseen, unseenShare);
  return shares;
}

type PartsOf = (industry: string, profile: readonly number[]) => readonly number[];

/** Logarithms of shares of votes, each with a part of a vote that nobody cast. */
function seenParts(votes: Votes): PartsOf {
  const shareOf = (of: ReadonlyMap<string, number>, floor: number) => {
    const total = of.values().reduce((sum, value) => sum + value, floor);
    return (industry: string) => Math.log(((of.get(industry) ?? 0) + floor) / total);
  };
  const [code, donor, text] = [
    shareOf(votes.code, 0.05),
    shareOf(votes.donor, 0.2),
    shareOf(votes.text, 0.05),
  ];
  const [popularity, family] = [shareOf(votes.popularity, 0.5), shareOf(votes.family, 0.1)];
  const division = divisionSums(votes.popularity);
  return (industry, profile) => [
    code(industry),
    donor(industry),
    text(industry),
    popularity(industry),
    Math.log(division(industry) + 0.5),
    family(industry),
    ...profile,
  ];
}

function unseenParts(votes: Votes): PartsOf {
  const [all, likeCode] = [divisionSums(votes.popularity), divisionSums(votes.code)];
  return (industry, profile) => [
    ...profile,
    Math.log(all(industry) + 0.5),
    Math.log(likeCode(industry) + 0.2),
  ];
}

/** Share of the families that the industry takes at all, commonly, and as a main material. */
function profileParts(
  families: readonly string[],
  industry: string,
  scheme: IndustryScheme,
): readonly number[] {
  if (families.length === 0) return [0, 0, 0];
  const inputs = inputsOf(industry, scheme);
  return [1, 2, 3].map(
    (least) => families.filter((family) => (inputs.get(family) ?? 0) >= least).length / families.length,
  );
}

/** Votes for all industries of an industry's first two digits. */
function divisionSums(of: ReadonlyMap<string, number>): (industry: string) => number {
  const sums = new Map<string, number>();
  for (const [industry, count] of of) {
    const division = industry.slice(0, 2);
    sums.set(division, (sums.get(division) ?? 0) + count);
  }
  return (industry) => sums.get(industry.slice(0, 2)) ?? 0;
}
