import { yearlyOf, type Activity } from "#graph/schema/records/activity.ts";
import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { plantSpread, sumBand, type Summand } from "./band.ts";
import type { Band } from "#graph/schema/answers/band.ts";
import { createPaths, type Path, type PathsOf } from "./paths.ts";

/** One activity on one path: a line of the arithmetic behind an estimate. */
export interface EstimateTerm {
  readonly activity: Activity;
  readonly path: Path;
  /** In the unit of the estimate, best values. */
  readonly best: number;
}

/**
 * 估算. What the activities of an enterprise make it offer or need of one resource under one name. Worked out when it is
 * asked for, never stored; its evidence is `inferred`.
 */
export interface Estimate extends Band {
  /** Equal in every reading of equal records. */
  readonly id: string;
  /** The enterprise, or the plant outside the network, by which it stands. */
  readonly siteId: string;
  /** Null for a plant outside the network. */
  readonly enterpriseId: string | null;
  readonly direction: "offer" | "need";
  readonly resourceCode: string;
  readonly resourceZh: string;
  readonly resourceEn: string | null;
  readonly layer: Layer;
  readonly unit: YearlyUnit;
  readonly terms: readonly EstimateTerm[];
}

export interface EstimateInput {
  readonly activities: readonly Activity[];
  readonly coefficients: readonly Coefficient[];
  readonly enterprises: readonly Pick<Enterprise, "id" | "provinceCode">[];
  readonly resources: readonly Resource[];
}

/**
 * Activities × coefficients → estimated offers and needs, sites in the order of their ids.
 *
 * - Counted: activities that operate and whose amount is known; a capacity counts as fully used unless a coefficient
 *   says for how many hours.
 * - An activity that the enterprise states itself (waste burnt, t/d) replaces the one that would be derived (from MW).
 * - One estimate sums what has one direction, resource, name and unit. Band: `sumBand`.
 *
 * The order of the activities and coefficients does not matter. Cost: one pass over the activities.
 */
export function estimate({ activities, coefficients, enterprises, resources }: EstimateInput): Estimate[] {
  const pathsOf = createPaths(coefficients, resources);
  const provinceById = new Map(enterprises.map(({ id, provinceCode }) => [id, provinceCode]));
  const bySite = new Map<string, Activity[]>();
  for (const activity of activities) {
    const siteId = siteIdOf(activity);
    if (activity.status !== "operating" || activity.amount === null || siteId === "") continue;
    const own = bySite.get(siteId);
    if (own === undefined) bySite.set(siteId, [activity]);
    else own.push(activity);
  }
  const estimates: Estimate[] = [];
  for (const siteId of [...bySite.keys()].sort()) {
    const own = bySite.get(siteId) ?? [];
    const provinceCode = provinceById.get(siteId) ?? own[0]?.provinceCode ?? null;
    const groups = new Map<string, EstimateTerm[]>();
    for (const term of termsOf(own, provinceCode, pathsOf)) {
      const group = groups.get(term.path.key);
      if (group === undefined) groups.set(term.path.key, [term]);
      else group.push(term);
    }
    for (const terms of groups.values()) estimates.push(toEstimate(siteId, terms));
  }
  return estimates;
}

/** Every path of every activity of a site, less what a stated activity replaces. */
function termsOf(
  own: readonly Activity[],
  provinceCode: string | null,
  pathsOf: PathsOf,
): readonly EstimateTerm[] {
  const ordered = own.length === 1 ? own : own.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const stated = new Set(own.map(({ activityCode }) => activityCode));
  const terms: EstimateTerm[] = [];
  for (const activity of ordered) {
    const { amount, unit } = yearlyOf(activity.amount ?? 0, activity.activityUnit);
    for (const path of pathsOf(activity, unit, provinceCode))
      if (
        own.length === 1 ||
        !path.steps.some(({ resultCode }) => resultCode !== null && stated.has(resultCode))
      )
        terms.push({ activity, path, best: amount * path.factor });
  }
  return terms;
}

/** Where an activity belongs: its enterprise, else the plant outside the network; "" where neither is named. */
export const siteIdOf = ({ enterpriseId, plantId }: Activity): string => enterpriseId ?? plantId ?? "";

function toEstimate(siteId: string, terms: readonly EstimateTerm[]): Estimate {
  const [{ path, activity }] = terms as readonly [EstimateTerm];
  const { direction, resourceCode, layer, unit, last } = path;
  let first = last.id;
  for (const term of terms) if (term.path.last.id < first) first = term.path.last.id;
  return {
    id: `${siteId}:${direction}:${resourceCode}:${first}`,
    siteId,
    enterpriseId: activity.enterpriseId,
    direction,
    resourceCode,
    resourceZh: last.resultZh,
    resourceEn: last.resultEn,
    layer,
    unit,
    ...sumBand(terms.map((term) => summandOf(term))),
    terms,
  };
}

/** A term as a part of a larger sum, such as that of a city. */
export function summandOf({ best, path }: EstimateTerm): Summand {
  return { best, common: path.spread, own: plantSpread ** 2 };
}
