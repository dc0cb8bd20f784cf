import { meanOver, rounded, type Figure } from "./bootstrap.ts";
import { isFound, recallAt, reciprocalRank, type Standing } from "./ranked.ts";

const sizes = [1, 5, 10, 20, 50] as const;

/** How one method ranks the true answers of a set of queries. Each figure is a mean over queries. */
export type Measures = Readonly<Record<`recallAt${(typeof sizes)[number]}` | "mrr" | "found", Figure>>;

export type MeasureName = keyof Measures;

const measures: Readonly<Record<MeasureName, (standing: Standing) => number>> = {
  recallAt1: (standing) => recallAt(standing, 1),
  recallAt5: (standing) => recallAt(standing, 5),
  recallAt10: (standing) => recallAt(standing, 10),
  recallAt20: (standing) => recallAt(standing, 20),
  recallAt50: (standing) => recallAt(standing, 50),
  mrr: reciprocalRank,
  found: isFound,
};
const names = Object.keys(measures) as MeasureName[];

/** `groups[i]` is the park or case the i-th query belongs to. Null where there is no query. */
export function measure(
  standings: readonly Standing[],
  groups: readonly string[],
  seed: number,
): Measures | null {
  const of = (name: MeasureName) => meanOver(standings.map(measures[name]), groups, seed);
  return assemble(of);
}

/** Differences `left − right`, query by query. */
export function compareMeasures(
  left: readonly Standing[],
  right: readonly Standing[],
  { groups, seed }: { readonly groups: readonly string[]; readonly seed: number },
): Measures | null {
  return assemble((name) =>
    meanOver(
      left.map((standing, at) => measures[name](standing) - measures[name](right[at] ?? standing)),
      groups,
      seed,
    ),
  );
}

function assemble(of: (name: MeasureName) => Figure | null): Measures | null {
  const figures = names.map((name) => [name, of(name)] as const);
  return figures.some(([, figure]) => figure === null) ? null : (Object.fromEntries(figures) as Measures);
}

/** A stated probability and whether it came true. */
export interface Forecast {
  readonly stated: number;
  readonly came: boolean;
}

/**
 * Brier score: mean squared error of stated probabilities, 0 best. ECE: mean distance of stated and observed share in ten
 * bins of equal width, weighted by their forecasts. Null without a forecast. An unobserved link counts as one that did
 * not come true, which it may yet: both are upper bounds.
 */
export function calibration(
  forecasts: readonly Forecast[],
): { readonly brier: number; readonly ece: number; readonly forecasts: number } | null {
  if (forecasts.length === 0) return null;
  const bins = Array.from({ length: 10 }, () => ({ stated: 0, came: 0 }));
  let squared = 0;
  for (const { stated, came } of forecasts) {
    const truth = came ? 1 : 0;
    squared += (stated - truth) ** 2;
    const bin = bins[Math.min(9, Math.floor(stated * 10))];
    if (bin === undefined) continue;
    bin.stated += stated;
    bin.came += truth;
  }
  const gap = bins.reduce((sum, bin) => sum + Math.abs(bin.stated - bin.came), 0);
  return {
    brier: rounded(squared / forecasts.length),
    ece: rounded(gap / forecasts.length),
    forecasts: forecasts.length,
  };
}
