import { yearlyOf, type Activity } from "#graph/schema/records/activity.ts";
import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { plantSpread, sumBand, type Summand } from "./band.ts";
import type { Band } from "#graph/schema/answers/band.ts";
import { createPaths, type Path } from "./paths.ts";

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
  const counted = activities.filter(({ status, amount }) => status === "operating" && amount !== null);
  const provinceById = new Map(enterprises.map(({ id, provinceCode }) => [id, provinceCode]));
  const bySite = Map.groupBy(counted, siteIdOf);
  const siteIds = [...bySite.keys()].filter((id) => id !== "").sort();
  return siteIds.flatMap((siteId) => {
    const own = bySite.get(siteId) ?? [];
    const [first] = own;
    const provinceCode = provinceById.get(siteId) ?? first?.provinceCode ?? null;
    const stated = new Set(own.map(({ activityCode }) => activityCode));
    const terms = own
      .toSorted((left, right) => (left.id < right.id ? -1 : 1))
      .flatMap((activity) => {
        const { amount, unit } = yearlyOf(activity.amount ?? 0, activity.activityUnit);
        return pathsOf(activity, unit, provinceCode)
          .filter(({ steps }) =>
            steps.every(({ resultCode }) => resultCode === null || !stated.has(resultCode)),
          )
          .map((path): EstimateTerm => ({ activity, path, best: amount * path.factor }));
      });
    const groups = Map.groupBy(
      terms,
      ({ path }) => `${path.direction} ${path.resourceCode} ${path.unit} ${path.last.resultZh}`,
    );
    return [...groups.values()].map((each) => toEstimate(siteId, each));
  });
}

/** Where an activity belongs: its enterprise, else the plant outside the network; "" where neither is named. */
export const siteIdOf = ({ enterpriseId, plantId }: Activity): string => enterpriseId ?? plantId ?? "";

function toEstimate(siteId: string, terms: readonly EstimateTerm[]): Estimate {
  const [{ path, activity }] = terms as readonly [EstimateTerm];
  const { direction, resourceCode, layer, unit, last } = path;
  const [first = last.id] = terms.map((term) => term.path.last.id).sort();
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
