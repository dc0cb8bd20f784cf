import { yearlyOf, type Activity } from "#graph/schema/records/activity.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { daysPerYear } from "#graph/schema/records/quantity.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { Total } from "#graph/schema/records/total.ts";
import type { TotalCheck, TotalVerdict } from "#graph/schema/answers/total-check.ts";
import { sumBand } from "./band.ts";
import type { Band } from "#graph/schema/answers/band.ts";
import { siteIdOf, summandOf, type Estimate, type EstimateTerm } from "./estimates.ts";
import { sitesOf, type Site } from "./sites.ts";

/**
 * Sets every published total beside what the records add up to, in the order of the totals.
 *
 * - A total of activities: their amounts, operating, a year. Of a resource: the estimated offers of its code and of the
 *   codes below it, or of the coefficients it names. Statements do not enter: it is the estimates that are checked.
 * - Division: the city, province or whole region that the plant stands in. Fewer than twelve months are scaled up.
 * - Coverage: listed / published of the activity the sum rests on most, in the same division and the year nearest.
 */
export function checkTotals(network: Network, estimates: readonly Estimate[]): readonly TotalCheck[] {
  const { resources } = network;
  const context: Context = {
    network,
    estimates,
    siteById: sitesOf(network),
    parentOf: new Map(resources.map(({ code, parentCode }) => [code, parentCode])),
    families: new Set(resources.filter(({ familyOnly }) => familyOnly).map(({ code }) => code)),
  };
  return network.totals.map((total) => checkTotal(total, context));
}

interface Context {
  readonly network: Network;
  readonly estimates: readonly Estimate[];
  readonly siteById: ReadonlyMap<string, Site>;
  readonly parentOf: ReadonlyMap<string, string | null>;
  /** Codes that name only a family of wastes. */
  readonly families: ReadonlySet<string>;
}

function checkTotal(total: Total, context: Context): TotalCheck {
  const { amount, months, resourceCode } = total;
  const { factor, unit } = yearlyUnit(total.totalUnit);
  const publishedPerYear = amount === null ? null : (amount * factor * 12) / months;
  const isOfActivity = total.activityCodes.length > 0;
  const terms = isOfActivity ? [] : termsOf(total, unit, context);
  const listed = isOfActivity ? activitiesOf(total, unit, context) : [];
  const activities = listed.filter((each) => each.amount !== null);
  const parts = isOfActivity ? activities : terms.map(({ activity }) => activity);
  const sum = parts.length === 0 ? null : isOfActivity ? amountOf(activities) : sumBand(terms.map(summandOf));
  const ratio = sum === null || publishedPerYear === null ? null : sum.best / publishedPerYear;
  const coverage = isOfActivity ? null : coverageOf(total, terms, context);
  return {
    total,
    ...areaOf(total),
    publishedPerYear,
    unit,
    sum,
    plantCount: new Set(parts.map(siteIdOf)).size,
    unknownCount: listed.length - activities.length,
    ratio,
    coverage,
    verdict: verdictOf({ total, ratio, coverage, terms, isFamily: context.families.has(resourceCode ?? "") }),
  };
}

function areaOf({ cityCode, provinceCode }: Total): Pick<TotalCheck, "areaNameZh" | "areaNameEn"> {
  const division = cityByCode.get(cityCode ?? "") ?? provinceByCode.get(provinceCode ?? "");
  return { areaNameZh: division?.nameZh ?? "全国", areaNameEn: division?.nameEn ?? "China" };
}

function yearlyUnit(unit: Total["totalUnit"]): { factor: number; unit: string } {
  if (unit === "t/d") return { factor: daysPerYear, unit: "t/a" };
  return unit === "m3/d" ? { factor: daysPerYear, unit: "m3/a" } : { factor: 1, unit };
}

const isWithin = (ratio: number) => ratio >= 0.5 && ratio <= 2;

function verdictOf({
  total,
  ratio,
  coverage,
  terms,
  isFamily,
}: Pick<TotalCheck, "total" | "ratio" | "coverage"> & {
  readonly terms: readonly EstimateTerm[];
  readonly isFamily: boolean;
}): TotalVerdict {
  if (total.amount === null) return "no-number";
  if (ratio === null) return "none";
  if (total.provinceCode === null) return "part";
  if (isFamily) return "family";
  const isSetBy = terms.some(({ path }) => path.steps.some(({ restsOn }) => restsOn.includes(total.id)));
  if (isSetBy) return "set-by";
  if (isWithin(ratio)) return "near";
  if (coverage !== null && coverage.share < 1 && isWithin(ratio / coverage.share)) return "covered";
  return ratio < 1 ? "low" : "high";
}

function isInDivision({ provinceCode, cityCode }: Total, site: Site | undefined): boolean {
  if (site === undefined) return false;
  if (cityCode !== null) return site.cityCode === cityCode;
  return provinceCode === null || site.provinceCode === provinceCode;
}

function activitiesOf(total: Total, unit: string, { network, siteById }: Context): readonly Activity[] {
  return network.activities.filter(
    (activity) =>
      total.activityCodes.includes(activity.activityCode) &&
      activity.status === "operating" &&
      yearlyOf(0, activity.activityUnit).unit === unit &&
      isInDivision(total, siteById.get(siteIdOf(activity))),
  );
}

/** What is listed is taken as it stands: it has no band. */
function amountOf(activities: readonly Activity[]): Band {
  const best = activities.reduce(
    (sum, { amount, activityUnit }) => sum + yearlyOf(amount ?? 0, activityUnit).amount,
    0,
  );
  return { low: best, best, high: best };
}

function termsOf(total: Total, unit: string, { estimates, siteById, parentOf }: Context) {
  const { kind, resourceCode, coefficientIds } = total;
  if (kind === "use-rate" || (resourceCode === null && coefficientIds.length === 0)) return [];
  const isBelow = (code: string | null): boolean =>
    code !== null && (code === resourceCode || isBelow(parentOf.get(code) ?? null));
  return estimates
    .filter(
      (each) =>
        each.direction === "offer" && each.unit === unit && isInDivision(total, siteById.get(each.siteId)),
    )
    .flatMap(({ terms }) => terms)
    .filter(({ path }) =>
      coefficientIds.length === 0 ? isBelow(path.resourceCode) : coefficientIds.includes(path.last.id),
    );
}

function coverageOf(total: Total, terms: readonly EstimateTerm[], context: Context): TotalCheck["coverage"] {
  const weights = new Map<string, number>();
  for (const { activity, best } of terms)
    weights.set(activity.activityCode, (weights.get(activity.activityCode) ?? 0) + best);
  const [main] = [...weights].toSorted((left, right) => right[1] - left[1]);
  if (main === undefined) return null;
  const [nearest] = context.network.totals
    .filter(
      (each) =>
        each.activityCodes.includes(main[0]) &&
        each.amount !== null &&
        each.cityCode === total.cityCode &&
        each.provinceCode === total.provinceCode,
    )
    .toSorted(
      (left, right) => distance(left, total) - distance(right, total) || (left.id < right.id ? -1 : 1),
    );
  if (nearest === undefined) return null;
  const { publishedPerYear, sum } = checkTotal(nearest, context);
  if (publishedPerYear === null || sum === null) return null;
  return { share: sum.best / publishedPerYear, totalId: nearest.id };
}

const distance = (left: Total, right: Total) => Math.abs((left.year ?? 0) - (right.year ?? 0));
