import type { Network } from "#graph/schema/records/network.ts";
import { industriesOf, learnPractice } from "#graph/matching/evidence/practice.ts";
import { listParties } from "#graph/matching/ends/parties.ts";
import { baselineNames, baselines, type BaselineName } from "./baselines.ts";
import { meanOver, randomFrom, type Figure } from "./bootstrap.ts";
import { countCauses, failureOf, type FailureCause } from "./failures.ts";
import { chances } from "./fit-weights.ts";
import { calibration, compareMeasures, measure, type Forecast, type Measures } from "./measures.ts";
import { caseSets, networkCases, type CaseOptions, type CaseSet, type NetworkCase } from "./network-cases.ts";
import { rankByProduct, scoreOutOfFold, type ProductRanking } from "./product-ranking.ts";
import { isFound, notFound, recallAt, standingOf, type Standing } from "./ranked.ts";

export interface NetworkEvaluationOptions extends CaseOptions {
  /** ISO date the candidates are judged by. */
  readonly asOf: string;
  /** Seed of the bootstrap. */
  readonly seed: number;
  /** Default every set; a set alone is cheaper. */
  readonly sets?: readonly CaseSet[];
  /** Exchanges tested at most, a sample drawn by the seed; default all. */
  readonly most?: number;
}

export interface SetReport {
  /** Exchanges tested. */
  readonly n: number;
  readonly method: Measures;
  /** Each with its own figures, and the paired differences product − baseline. */
  readonly baselines: Readonly<
    Record<BaselineName, { readonly measures: Measures; readonly difference: Measures }>
  >;
  /** Share of true receivers that the product ranks at all. */
  readonly recallCeiling: Figure;
  /** The receiver's city, or the group (3 digits) of its industry, among the first five cities or groups. */
  readonly cityRecallAt5: Figure | null;
  readonly industryRecallAt5: Figure | null;
  /** Of the first ten receivers of each case: an unobserved link counts as one that did not come true. */
  readonly calibration: ReturnType<typeof calibration>;
  readonly failures: Readonly<Record<FailureCause, number>>;
}

export interface NetworkEvaluation extends CaseOptions {
  readonly asOf: string;
  readonly seed: number;
  readonly networkVersion: number;
  /** Exchanges of the sets; more than are tested where a sample was drawn. */
  readonly available: number;
  /** Exchanges that make no case, by reason. */
  readonly untested: Readonly<Record<string, number>>;
  /** Null where a set has no case. */
  readonly sets: Readonly<Partial<Record<CaseSet, SetReport | null>>>;
}

/**
 * The product's own recall: each recorded exchange is hidden, its supplier offers the thing anew in the exchange's own
 * words, and the product ranks every enterprise that may receive it. Other true receivers are left out of the ranking
 * (filtered ranks); equal scores count by expectation. Who is not known to take a thing may take it all the same: recall
 * says what is found of what is known, and nothing of the rest.
 *
 * Cost: one matcher per exchange tested. Deterministic in its arguments.
 */
export function evaluateNetwork(network: Network, options: NetworkEvaluationOptions): NetworkEvaluation {
  const { asOf, seed, protocol, strict } = options;
  const names = options.sets ?? (Object.keys(caseSets) as CaseSet[]);
  const { cases, untested } = networkCases(network, listParties(network), options);
  const wanted = cases.filter((each) => names.some((name) => caseSets[name](each)));
  const rankings = sampleOf(wanted, options).map((tested) => rankByProduct(network, tested, asOf));
  const scores = scoreOutOfFold(rankings);
  const results = rankings.map((ranking, at) => resultOf(network, ranking, scores[at] ?? []));
  const sets = names.map((name) => {
    const members = results.filter(({ ranking }) => caseSets[name](ranking.tested));
    return [name, reportOf(members, seed)] as const;
  });
  return {
    protocol,
    strict,
    asOf,
    seed,
    networkVersion: network.version,
    available: wanted.length,
    untested,
    sets: Object.fromEntries(sets),
  };
}

/** At most `most` of the cases, each as likely as another, in the order given. */
function sampleOf(
  cases: readonly NetworkCase[],
  { most = Infinity, seed }: NetworkEvaluationOptions,
): readonly NetworkCase[] {
  if (cases.length <= most) return cases;
  const random = randomFrom(seed);
  const drawn = cases.map((tested) => ({ tested, lot: random() })).toSorted((a, b) => a.lot - b.lot);
  const kept = new Set(drawn.slice(0, most).map(({ tested }) => tested));
  return cases.filter((tested) => kept.has(tested));
}

interface CaseResult {
  readonly ranking: ProductRanking;
  readonly product: Standing;
  readonly baseline: Readonly<Record<BaselineName, Standing>>;
  readonly city: Standing | null;
  readonly industry: Standing | null;
  readonly forecasts: readonly Forecast[];
}

function resultOf(network: Network, ranking: ProductRanking, scores: readonly number[]): CaseResult {
  const { tested, ids, rows } = ranking;
  const { exchange, universe, hidden } = tested;
  const truth = ids.indexOf(exchange.receiverId);
  const practice = learnPractice(
    network.exchanges.filter(({ id }) => !hidden.exchangeIds.has(id)),
    industriesOf(network),
  );
  const inUniverse = universe.findIndex(({ enterprise }) => enterprise.id === exchange.receiverId);
  const standings = baselineNames.map(
    (name) => [name, standingOf(baselines[name](tested, practice), inUniverse)] as const,
  );
  const order = [...ids.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const shares = chances(
    rows.map((_, at) => [scores[at] ?? 0]),
    [1],
  );
  return {
    ranking,
    product: truth < 0 ? notFound : standingOf(scores, truth),
    baseline: Object.fromEntries(standings) as CaseResult["baseline"],
    city: groupStanding(ranking, scores, ({ cityCode }) => cityCode),
    industry: groupStanding(ranking, scores, ({ industryCode }) => industryCode?.slice(0, 3) ?? null),
    forecasts: order.slice(0, 10).map((at) => ({ stated: shares[at] ?? 0, came: at === truth })),
  };
}

/** Standing of the true receiver's group among groups, each as good as its best member; null where it has none. */
function groupStanding(
  { tested, ids }: ProductRanking,
  scores: readonly number[],
  groupOf: (enterprise: NetworkCase["receiver"]["enterprise"]) => string | null,
): Standing | null {
  const own = groupOf(tested.receiver.enterprise);
  if (own === null) return null;
  const enterpriseById = new Map(tested.universe.map(({ enterprise }) => [enterprise.id, enterprise]));
  const best = new Map<string, number>();
  for (const [at, id] of ids.entries()) {
    const enterprise = enterpriseById.get(id);
    const group = enterprise === undefined ? null : groupOf(enterprise);
    if (group !== null) best.set(group, Math.max(best.get(group) ?? -Infinity, scores[at] ?? -Infinity));
  }
  const groups = [...best.keys()];
  return best.has(own) ? standingOf([...best.values()], groups.indexOf(own)) : notFound;
}

function reportOf(results: readonly CaseResult[], seed: number): SetReport | null {
  const groups = results.map(({ ranking }) => ranking.tested.group);
  const product = results.map(({ product: standing }) => standing);
  const method = measure(product, groups, seed);
  const found = meanOver(product.map(isFound), groups, seed);
  if (method === null || found === null) return null;
  const ofBaselines = baselineNames.map((name) => {
    const standings = results.map(({ baseline }) => baseline[name]);
    const difference = compareMeasures(product, standings, { groups, seed });
    return [name, { measures: measure(standings, groups, seed) ?? method, difference: difference ?? method }];
  });
  return {
    n: results.length,
    method,
    baselines: Object.fromEntries(ofBaselines) as SetReport["baselines"],
    recallCeiling: found,
    cityRecallAt5: recallOf(results, ({ city }) => city, seed),
    industryRecallAt5: recallOf(results, ({ industry }) => industry, seed),
    calibration: calibration(results.flatMap(({ forecasts }) => forecasts)),
    failures: countCauses(results.map((result) => failureOf(result.ranking, result.product))),
  };
}

function recallOf(
  results: readonly CaseResult[],
  standingIn: (result: CaseResult) => Standing | null,
  seed: number,
): Figure | null {
  const known = results.flatMap((result) => {
    const standing = standingIn(result);
    return standing === null ? [] : [{ standing, group: result.ranking.tested.group }];
  });
  return meanOver(
    known.map(({ standing }) => recallAt(standing, 5)),
    known.map(({ group }) => group),
    seed,
  );
}
