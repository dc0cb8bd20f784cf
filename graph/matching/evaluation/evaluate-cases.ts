import type { IndustryScheme } from "#graph/matching/knowledge/input-profiles.ts";
import { meanOver, randomFrom, type Figure } from "./bootstrap.ts";
import type { CaseRow } from "./case-library.ts";
import { fitCaseModel, prepareQuestion, takerChances, type CaseModel } from "./case-model.ts";
import { prepare, votesFor } from "./case-votes.ts";
import { calibration, compareMeasures, measure, type Measures } from "./measures.ts";
import { recallAt, standingOf, type Standing } from "./ranked.ts";

export const caseBaselines = ["popularity", "exactCode", "backOff", "donor", "text"] as const;
export type CaseBaseline = (typeof caseBaselines)[number];

/**
 * Tests of leakage: labels that carry no information must not be found.
 * - sectors: the true industry of each row is renamed by a permutation of all industries, another one in each case;
 * - labels: the true industries are dealt anew among all rows.
 */
export type Control = "sectors" | "labels";

export interface CaseEvaluation {
  readonly n: number;
  readonly cases: number;
  /** Industries ranked: every one that gives or takes in the library. */
  readonly candidates: number;
  readonly seed: number;
  readonly method: Measures;
  readonly baselines: Readonly<
    Record<CaseBaseline, { readonly measures: Measures; readonly difference: Measures }>
  >;
  /** Share of true industries that receive in another case at all. */
  readonly recallCeiling: Figure;
  /** The same by the first two digits. */
  readonly divisions: Measures;
  /** Recall among rows whose true industry receives in no other case; null where there is none. */
  readonly unseenRecallAt10: Figure | null;
  readonly calibration: ReturnType<typeof calibration>;
  readonly failures: Readonly<Record<"unseenReceiver" | "outranked", number>>;
}

const folds = 8;

/**
 * Who takes it? Every industry of the library is ranked for each row, by what the rows of other cases say (votes of like
 * codes, donors, words and families of material, see `votesFor`) and by what the industry is known to take whatever any
 * case says (`inputsOf`), joined by a model that is fitted without the tested row's fold of cases (`fitCaseModel`).
 * Filtered ranks: other industries that take the same thing from the same case are left out. Deterministic.
 */
export function evaluateCases(
  library: readonly CaseRow[],
  {
    seed,
    scheme,
    control,
  }: { readonly seed: number; readonly scheme: IndustryScheme; readonly control?: Control },
): CaseEvaluation | null {
  const industries = [
    ...new Set(library.flatMap(({ donorIndustry, receiverIndustry }) => [donorIndustry, receiverIndustry])),
  ]
    .filter((industry) => industry !== null)
    .sort();
  const rows = control === "labels" ? shuffleLabels(library, seed) : library;
  const truths = control === "sectors" ? permuteInCases(rows, industries, seed) : rows.map(labelOf);
  const queries = queriesOf(rows, truths, industries, scheme);
  const results = [...Array(folds).keys()].flatMap((fold) => {
    const model = fitCaseModel(
      queries.filter((query) => query.fold !== fold).map(({ question }) => question),
    );
    return queries.flatMap((query, at) =>
      query.fold === fold ? [{ at, result: resultOf(query, model) }] : [],
    );
  });
  results.sort((a, b) => a.at - b.at);
  return reportOf(
    rows,
    results.map(({ result }) => result),
    { seed, candidates: industries.length },
  );
}

const labelOf = ({ receiverIndustry }: CaseRow) => receiverIndustry;

interface Query {
  readonly caseId: string;
  readonly fold: number;
  readonly question: ReturnType<typeof prepareQuestion>;
}

function queriesOf(
  rows: readonly CaseRow[],
  truths: readonly string[],
  industries: readonly string[],
  scheme: IndustryScheme,
): readonly Query[] {
  const prepared = prepare(rows);
  const cases = [...new Set(rows.map(({ caseId }) => caseId))].sort();
  const foldOf = new Map(cases.map((id, nth) => [id, nth % folds]));
  const sameThing = ({ caseId, donorIndustry, resourceText }: CaseRow) =>
    `${caseId}|${donorIndustry ?? ""}|${resourceText}`;
  const takers = Map.groupBy(
    rows.map((row, at) => ({ key: sameThing(row), truth: truths[at] ?? "" })),
    ({ key }) => key,
  );
  return prepared.map((query, at) => {
    const { row } = query;
    const truth = truths[at] ?? "";
    const votes = votesFor(
      query,
      prepared.filter((other) => other.row.caseId !== row.caseId),
    );
    const others = new Set((takers.get(sameThing(row)) ?? []).map((each) => each.truth));
    const candidates = industries.filter((industry) => industry === truth || !others.has(industry));
    const question = prepareQuestion(
      { votes, families: query.families, candidates, truth: candidates.indexOf(truth) },
      scheme,
    );
    return { caseId: row.caseId, fold: foldOf.get(row.caseId) ?? 0, question };
  });
}

interface CaseResult {
  readonly caseId: string;
  /** Whether the true industry takes something in another case. */
  readonly isSeen: boolean;
  readonly method: Standing;
  readonly baseline: Readonly<Record<CaseBaseline, Standing>>;
  readonly division: Standing;
  readonly forecasts: readonly { readonly stated: number; readonly came: boolean }[];
}

function resultOf({ caseId, question }: Query, model: CaseModel): CaseResult {
  const { votes, candidates, truth } = question;
  const shares = takerChances(question, model);
  const by = (of: ReadonlyMap<string, number>) =>
    standingOf(
      candidates.map((industry) => of.get(industry) ?? 0),
      truth,
    );
  const popularity = (industry: string) => (votes.popularity.get(industry) ?? 0) / 1e4;
  const order = [...candidates.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const backOff = candidates.map((industry) => (votes.code.get(industry) ?? 0) + popularity(industry));
  return {
    caseId,
    isSeen: question.seen.truth >= 0,
    method: standingOf(shares, truth),
    baseline: {
      popularity: by(votes.popularity),
      exactCode: by(votes.exact),
      backOff: standingOf(backOff, truth),
      donor: by(votes.donor),
      text: by(votes.text),
    },
    division: divisionStanding(candidates, shares, candidates[truth] ?? ""),
    forecasts: order.slice(0, 10).map((at) => ({ stated: shares[at] ?? 0, came: at === truth })),
  };
}

/** The same by the first two digits: a division is as likely as its industries together. */
function divisionStanding(candidates: readonly string[], shares: readonly number[], truth: string): Standing {
  const sums = new Map<string, number>();
  for (const [at, industry] of candidates.entries()) {
    const division = industry.slice(0, 2);
    sums.set(division, (sums.get(division) ?? 0) + (shares[at] ?? 0));
  }
  return standingOf([...sums.values()], [...sums.keys()].indexOf(truth.slice(0, 2)));
}

function reportOf(
  rows: readonly CaseRow[],
  results: readonly CaseResult[],
  { seed, candidates }: { readonly seed: number; readonly candidates: number },
): CaseEvaluation | null {
  const groups = results.map(({ caseId }) => caseId);
  const standings = results.map(({ method }) => method);
  const method = measure(standings, groups, seed);
  const seen = results.map(({ isSeen }) => (isSeen ? 1 : 0));
  const news = results.filter(({ isSeen }) => !isSeen);
  const ceiling = meanOver(seen, groups, seed);
  const divisions = measure(
    results.map(({ division }) => division),
    groups,
    seed,
  );
  if (method === null || ceiling === null || divisions === null) return null;
  const ofBaselines = caseBaselines.map((name) => {
    const own = results.map(({ baseline }) => baseline[name]);
    return [
      name,
      { measures: measure(own, groups, seed), difference: compareMeasures(standings, own, { groups, seed }) },
    ];
  });
  const missed = results.map(({ method: standing }, at) => ({ isMissed: recallAt(standing, 10) < 0.5, at }));
  const unseen = missed.filter(({ isMissed, at }) => isMissed && seen[at] === 0).length;
  return {
    n: rows.length,
    cases: new Set(groups).size,
    candidates,
    seed,
    method,
    baselines: Object.fromEntries(ofBaselines) as CaseEvaluation["baselines"],
    recallCeiling: ceiling,
    divisions,
    unseenRecallAt10: meanOver(
      news.map(({ method: standing }) => recallAt(standing, 10)),
      news.map(({ caseId }) => caseId),
      seed,
    ),
    calibration: calibration(results.flatMap(({ forecasts }) => forecasts)),
    failures: {
      unseenReceiver: unseen,
      outranked: missed.filter(({ isMissed }) => isMissed).length - unseen,
    },
  };
}

function shuffleLabels(rows: readonly CaseRow[], seed: number): readonly CaseRow[] {
  const labels = shuffled(rows.map(labelOf), randomFrom(seed));
  return rows.map((row, at) => ({ ...row, receiverIndustry: labels[at] ?? row.receiverIndustry }));
}

/** Truths renamed by one permutation of all industries a case; what other cases show keeps its names. */
function permuteInCases(
  rows: readonly CaseRow[],
  industries: readonly string[],
  seed: number,
): readonly string[] {
  const random = randomFrom(seed);
  const renamed = new Map(
    [...new Set(rows.map(({ caseId }) => caseId))].sort().map((id) => [id, shuffled(industries, random)]),
  );
  return rows.map(
    ({ caseId, receiverIndustry }) =>
      renamed.get(caseId)?.[industries.indexOf(receiverIndustry)] ?? receiverIndustry,
  );
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
