import type { TotalCheck, TruthSummary } from "#graph/schema/answers/total-check.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Estimate } from "./estimates.ts";
import { standingsOf } from "./stated.ts";

/** An estimated amount beside one that was reported of the same. */
export interface TruthError {
  /** ln(estimate / reported). */
  readonly logError: number;
  readonly isInBand: boolean;
}

/** An estimate of one plant beside a flow that was reported of it. */
export interface TruthPair extends TruthError {
  readonly estimate: Estimate;
  readonly recordId: string;
  readonly perYear: number;
  readonly year: number | null;
  /** Whether a coefficient was read from this record, or all are definitions: the pair then proves nothing. */
  readonly isCircular: boolean;
  /** Whether the flow is more than ten years from the capacity it is set beside: plants grow. */
  readonly isOfOtherTime: boolean;
}

const sameTimeYears = 10;

/** Every estimate for which a record reports a flow (neither a capacity nor a plan), by enterprise. */
export function truthPairs(network: Network, estimates: readonly Estimate[]): readonly TruthPair[] {
  const standings = standingsOf(network, estimates);
  return estimates.flatMap((estimate) => {
    const { stated, disagrees, logError } = standings.get(estimate.id) ?? {};
    if (stated === null || stated === undefined || logError === null || logError === undefined) return [];
    if (stated.kind !== "reported" && stated.kind !== "approximate") return [];
    const { recordId, perYear, year } = stated;
    const steps = estimate.terms.flatMap(({ path }) => path.steps);
    const isDefinition = steps.every(({ low, best, high }) => low === best && high === best);
    const isOfOtherTime = estimate.terms.some(
      ({ activity }) =>
        year !== null && activity.year !== null && Math.abs(activity.year - year) > sameTimeYears,
    );
    return {
      estimate,
      recordId,
      perYear,
      year,
      logError,
      isInBand: disagrees === false,
      isCircular: isDefinition || steps.some(({ restsOn }) => restsOn.includes(recordId)),
      isOfOtherTime,
    };
  });
}

/**
 * Sums of cities beside the totals that were reported for them: those of one waste (of a family only some kinds are
 * estimated), from which no coefficient was read.
 */
export function cityErrors(checks: readonly TotalCheck[]): readonly TruthError[] {
  return checks.flatMap(({ total, verdict, sum, publishedPerYear, ratio }) => {
    const isOpen = verdict === "near" || verdict === "low" || verdict === "high" || verdict === "covered";
    if (total.cityCode === null || total.kind !== "generation" || !isOpen) return [];
    if (sum === null || publishedPerYear === null || ratio === null) return [];
    const isInBand = publishedPerYear >= sum.low && publishedPerYear <= sum.high;
    return { logError: Math.log(ratio), isInBand };
  });
}

export function summariseTruth(errors: readonly TruthError[]): TruthSummary {
  const sizes = errors.map(({ logError }) => Math.abs(logError)).toSorted((left, right) => left - right);
  const middle = sizes.length / 2;
  const [below, above] = [sizes[Math.ceil(middle) - 1], sizes[Math.floor(middle)]];
  return {
    count: errors.length,
    medianAbsLogError: below === undefined || above === undefined ? null : (below + above) / 2,
    bandCoverage:
      errors.length === 0 ? null : errors.filter(({ isInBand }) => isInBand).length / errors.length,
  };
}

/** All reported flows of the records, and those of them that can prove something. */
export function truthOf(
  network: Network,
  estimates: readonly Estimate[],
  checks: readonly TotalCheck[],
): { readonly all: TruthSummary; readonly heldOut: TruthSummary } {
  const pairs = truthPairs(network, estimates);
  const cities = cityErrors(checks);
  const open = pairs.filter(({ isCircular, isOfOtherTime }) => !isCircular && !isOfOtherTime);
  return {
    all: summariseTruth([...pairs, ...cities]),
    heldOut: summariseTruth([...open, ...cities]),
  };
}
