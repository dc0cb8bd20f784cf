import type { Network } from "#graph/schema/records/network.ts";
import { createMatcher } from "#graph/matching/matcher.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import type { Link } from "#graph/matching/link.ts";
import { lnCover, lnDistanceScore, pairEvidence, scoreWeights } from "#graph/matching/ranking/score.ts";
import { fitWeights, weighted, type Choice } from "./fit-weights.ts";
import type { NetworkCase } from "./network-cases.ts";

/** The product's own ranking of a case: parts of the score of each receiver it may reach. */
export interface ProductRanking {
  readonly tested: NetworkCase;
  /** Enterprise ids, one a row. */
  readonly ids: readonly string[];
  /** Parts of each, as logarithms, in the order of `partNames`. */
  readonly rows: readonly (readonly number[])[];
  readonly blocked: readonly boolean[];
}

const partNames = ["fit", "practice", "distance", "evidence", "cover"] as const;
/** Parts that recorded exchanges speak of; the other weights are set by judgement (see `scoreWeights`). */
const fittedParts = [partNames.indexOf("practice"), partNames.indexOf("distance")];
/** The shipped weights are a mean; as a logit they stand on this scale. */
const scale = 5.7;
const folds = 8;

/** Asks the product with the records of the case hidden. */
export function rankByProduct(network: Network, tested: NetworkCase, asOf: string): ProductRanking {
  const { supplier, code, exchange, hidden } = tested;
  const matcher = createMatcher(network, { asOf, hidden });
  const allowed = new Set(tested.universe.map(({ enterprise }) => enterprise.id));
  const ranked = matcher
    .rankReceivers({ supplierId: supplier.enterprise.id, code, wordsZh: exchange.resourceZh })
    .filter(({ enterpriseId }) => allowed.has(enterpriseId));
  return {
    tested,
    ids: ranked.map(({ enterpriseId }) => enterpriseId),
    rows: ranked.map(({ link }) => partsOf(link)),
    blocked: ranked.map(({ blocked }) => blocked),
  };
}

function partsOf({ supplier, receiver, fit, practice, code, ruleCase }: Link): readonly number[] {
  return [
    Math.log(fit),
    Math.log(practice),
    lnDistanceScore(roadRange(supplier, receiver).expectedKm, supplier.party.reaches.of(code).typicalKm),
    pairEvidence(supplier, receiver, ruleCase),
    lnCover(supplier, receiver),
  ];
}

/**
 * Scores of each ranking by weights that its own fold had no part in: the supplier's grounds are dealt into eight folds,
 * and practice and distance are fitted on the other seven. So no exchange is tested with a weight that it helped to set.
 */
export function scoreOutOfFold(rankings: readonly ProductRanking[]): readonly (readonly number[])[] {
  const grounds = [...new Set(rankings.map(({ tested }) => tested.group))].sort();
  const foldOf = new Map(grounds.map((ground, nth) => [ground, nth % folds]));
  const choices = rankings.map((ranking): Choice & { readonly fold: number } => ({
    rows: ranking.rows,
    truth: ranking.tested.sameCompany ? -1 : ranking.ids.indexOf(ranking.tested.exchange.receiverId),
    fold: foldOf.get(ranking.tested.group) ?? 0,
  }));
  const given = partNames.map((name) => scoreWeights[name] * scale);
  const weightsByFold = Array.from({ length: folds }, (_, fold) =>
    fitWeights(
      choices.filter((choice) => choice.fold !== fold),
      given,
      fittedParts,
    ),
  );
  return choices.map(({ rows, fold }) => rows.map((row) => weighted(row, weightsByFold[fold] ?? given)));
}
