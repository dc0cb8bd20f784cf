import { arithmeticOf } from "#graph/inventory/arithmetic.ts";
import { isRangeAssumed } from "#graph/inventory/band.ts";
import type { EstimateTerm } from "#graph/inventory/estimates.ts";
import type { EstimateView } from "#graph/schema/answers/estimate.ts";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import type { SeenEstimate } from "#server/use-cases/inventory-selections.ts";
import type { LoadedNetwork } from "#server/use-cases/loaded-network.ts";

export function viewEstimate(
  { placeIdByEnterprise }: LoadedNetwork,
  { estimate, site, standing, usedShare }: SeenEstimate,
): EstimateView {
  const { id, siteId, enterpriseId, direction, resourceCode, resourceZh, resourceEn, layer, unit } = estimate;
  const { low, best, high, terms } = estimate;
  return {
    id,
    siteId,
    enterpriseId,
    ...siteFacts(site),
    placeId: placeIdByEnterprise.get(siteId) ?? null,
    direction,
    resourceCode,
    resourceZh,
    resourceEn,
    layer,
    unit,
    amount: { low, best, high },
    grade: "inferred",
    assumedRange: terms.some(({ path }) => path.steps.some(isRangeAssumed)),
    usedShare,
    stated: standing?.stated ?? null,
    disagrees: standing?.disagrees ?? null,
    arithmetic: arithmeticOf(estimate),
    terms: terms.map(viewTerm),
  };
}

type SiteFacts = Pick<EstimateView, "nameZh" | "nameEn" | "provinceCode" | "cityCode" | "countyCode">;

function siteFacts(site: SeenEstimate["site"]): SiteFacts {
  if (site === null)
    return { nameZh: null, nameEn: null, provinceCode: null, cityCode: null, countyCode: null };
  const { nameZh, nameEn, provinceCode, cityCode, countyCode } = site;
  return { nameZh, nameEn, provinceCode, cityCode, countyCode };
}

function viewTerm({ activity, path, best }: EstimateTerm): EstimateView["terms"][number] {
  const { id, activityZh, activityEn, amount, activityUnit, basis, year, evidence } = activity;
  return {
    activityId: id,
    activityZh,
    activityEn,
    amount: amount ?? 0,
    activityUnit,
    basis,
    year,
    best,
    evidence,
    steps: path.steps.map((step) => ({
      coefficientId: step.id,
      role: step.role,
      resultZh: step.resultZh,
      resultEn: step.resultEn,
      low: step.low,
      best: step.best,
      high: step.high,
      resultUnit: step.resultUnit,
      inputUnit: step.inputUnit,
      evidence: step.evidence,
    })),
  };
}

/** What is said of a selection of estimates beside its length. */
export function countEstimates(items: readonly SeenEstimate[]): ResponseOf<"estimates">["counts"] {
  const plants = new Set(items.map(({ estimate }) => estimate.siteId));
  const outside = items.filter(({ estimate }) => estimate.enterpriseId === null);
  const replaced = items.filter(({ standing }) => standing !== null && standing.stated !== null);
  return {
    plants: plants.size,
    outside: new Set(outside.map(({ estimate }) => estimate.siteId)).size,
    replaced: replaced.length,
    disagreeing: replaced.filter(({ standing }) => standing?.disagrees === true).length,
  };
}
