import { meanOver, randomFrom, type Figure } from "./bootstrap.ts";
import type { CaseRow } from "./case-library.ts";
import { prepare, votesFor, type Votes } from "./case-votes.ts";
import { chances, fitWeights, weighted, type Choice } from "./fit-weights.ts";
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
  /** The same by the first two digits, among the first five divisions. */
  readonly divisionRecallAt5: Figure;
  readonly calibration: ReturnType<typeof calibration>;
  readonly failures: Readonly<Record<"unseenReceiver" | "outranked", number>>;
}

const parts = ["code", "donor", "text", "popularity", "division"] as const;
const startWeights = [0.5, 0.3, 0.5, 0.3, 0.2];
const folds = 8;

/**
 * Who takes it? Every industry of the library is ranked for each row, by what the rows of other cases say: votes of like
 * codes (a common start of any length), like donors, like words, and all (see `votesFor`), joined in a conditional logit
 * whose five weights are fitted without the tested row's fold of cases. Filtered ranks: other industries that take the
 * same thing from the same case are left out. Deterministic.
 */
export function evaluateCases(
  library: readonly CaseRow[],
  { seed, control }: { readonly seed: number; readonly control?: Control },
): CaseEvaluation | null {
  const industries = [
    ...new Set(library.flatMap(({ donorIndustry, receiverIndustry }) => [donorIndustry, receiverIndustry])),
  ]
    .filter((industry) => industry !== null)
    .sort();
  const rows = control === "labels" ? shuffleLabels(library, seed) : library;
  const truths = control === "sectors" ? permuteInCases(rows, industries, seed) : rows.map(labelOf);
  const queries = queriesOf(rows, truths, industries);
  const results = queries.map((query, at) => resultOf(query, weightsFor(queries, at)));
  return reportOf(rows, results, { seed, candidates: industries.length });
}

const labelOf = ({ receiverIndustry }: CaseRow) => receiverIndustry;

interface Query {
  readonly caseId: string;
  readonly fold: number;
  readonly votes: Votes;
  /** Industries ranked, without other true ones. */
  readonly candidates: readonly string[];
  readonly truth: number;
  readonly choice: Choice;
}

function queriesOf(
  rows: readonly CaseRow[],
  truths: readonly string[],
  industries: readonly string[],
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
    const place = candidates.indexOf(truth);
    const choice = { rows: candidates.map((industry) => partsOf(votes, industry)), truth: place };
    return {
      caseId: row.caseId,
      fold: foldOf.get(row.caseId) ?? 0,
      votes,
      candidates,
      truth: place,
      choice,
    };
  });
}

/** Logarithms of shares of votes, each with half a vote that nobody cast. */
function partsOf(votes: Votes, industry: string): readonly number[] {
  const share = (of: ReadonlyMap<string, number>, floor: number) => {
    let sum = 0;
    for (const value of of.values()) sum += value;
    return Math.log(((of.get(industry) ?? 0) + floor) / (sum + floor));
  };
  let division = 0;
  for (const [other, count] of votes.popularity)
    if (other.slice(0, 2) === industry.slice(0, 2)) division += count;
  return [
    share(votes.code, 0.05),
    share(votes.donor, 0.2),
    share(votes.text, 0.05),
    share(votes.popularity, 0.5),
    Math.log(division + 0.5),
  ];
}

const weightsByFold = new WeakMap<readonly Query[], Map<number, readonly number[]>>();

function weightsFor(queries: readonly Query[], at: number): readonly number[] {
  const known = weightsByFold.get(queries) ?? new Map<number, readonly number[]>();
  weightsByFold.set(queries, known);
  const fold = queries[at]?.fold ?? 0;
  const weights =
    known.get(fold) ??
    fitWeights(
      queries.filter((query) => query.fold !== fold).map(({ choice }) => choice),
      startWeights,
      [...parts.keys()],
    );
  known.set(fold, weights);
  return weights;
}

interface CaseResult {
  readonly query: Query;
  readonly method: Standing;
  readonly baseline: Readonly<Record<CaseBaseline, Standing>>;
  readonly division: Standing;
  readonly forecasts: readonly { readonly stated: number; readonly came: boolean }[];
}

function resultOf(query: Query, weights: readonly number[]): CaseResult {
  const { votes, candidates, truth, choice } = query;
  const scores = choice.rows.map((row) => weighted(row, weights));
  const by = (of: ReadonlyMap<string, number>) =>
    standingOf(
      candidates.map((industry) => of.get(industry) ?? 0),
      truth,
    );
  const popularity = (industry: string) => (votes.popularity.get(industry) ?? 0) / 1e4;
  const shares = chances(choice.rows, weights);
  const order = [...candidates.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const best = new Map<string, number>();
  for (const [at, industry] of candidates.entries()) {
    const division = industry.slice(0, 2);
    best.set(division, Math.max(best.get(division) ?? -Infinity, scores[at] ?? -Infinity));
  }
  const backOff = candidates.map((industry) => (votes.code.get(industry) ?? 0) + popularity(industry));
  return {
    query,
    method: standingOf(scores, truth),
    baseline: {
      popularity: by(votes.popularity),
      exactCode: by(votes.exact),
      backOff: standingOf(backOff, truth),
      donor: by(votes.donor),
      text: by(votes.text),
    },
    division: standingOf([...best.values()], [...best.keys()].indexOf((candidates[truth] ?? "").slice(0, 2))),
    forecasts: order.slice(0, 10).map((at) => ({ stated: shares[at] ?? 0, came: at === truth })),
  };
}

function reportOf(
  rows: readonly CaseRow[],
  results: readonly CaseResult[],
  { seed, candidates }: { readonly seed: number; readonly candidates: number },
): CaseEvaluation | null {
  const groups = results.map(({ query }) => query.caseId);
  const standings = results.map(({ method }) => method);
  const method = measure(standings, groups, seed);
  const seen = results.map(({ query: { votes, candidates: ranked, truth } }) =>
    votes.popularity.has(ranked[truth] ?? "") ? 1 : 0,
  );
  const [ceiling, divisions] = [seen, results.map(({ division }) => recallAt(division, 5))].map((values) =>
    meanOver(values, groups, seed),
  );
  if (method === null || !ceiling || !divisions) return null;
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
    divisionRecallAt5: divisions,
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
