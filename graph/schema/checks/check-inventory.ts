import { regionProvinceCodes } from "#graph/schema/answers/place.ts";
import type { Activity } from "#graph/schema/records/activity.ts";
import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { isUnitOfLayer } from "#graph/schema/records/quantity.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import type { Total } from "#graph/schema/records/total.ts";
import type { Text } from "#graph/schema/text.ts";
import { checkLocation, noUnitOf, type Report } from "./check-fields.ts";

interface Lookup {
  readonly enterprise: (id: string) => Enterprise | undefined;
  readonly resource: (code: string) => Resource | undefined;
  /** The record that has this id among its former ones. */
  readonly renamed: (kind: "enterprises", id: string) => string | undefined;
}

const isRegion = (provinceCode: string | null) =>
  provinceCode !== null && regionProvinceCodes.includes(provinceCode);

/** An activity is one of a known enterprise, or of a plant outside the network that is named and placed. */
export function checkActivity(activity: Activity, lookup: Lookup, report: Report): void {
  const { enterpriseId, plantId, provinceCode } = activity;
  if (enterpriseId === null) {
    if (plantId === null || provinceCode === null)
      report({
        code: "invalid-value",
        column: plantId === null ? "plant_id" : "province_code",
        value: "",
        reason: {
          zh: "没有企业编号的活动须写明厂编号和省份代码",
          en: "an activity without an enterprise names the plant and its province",
        },
      });
    checkLocation(activity, isRegion(provinceCode), report);
    return;
  }
  if (lookup.enterprise(enterpriseId) !== undefined) return;
  const now = lookup.renamed("enterprises", enterpriseId);
  const reason: Text =
    now === undefined
      ? { zh: "没有该编号的企业", en: "no enterprise has this id" }
      : { zh: `该编号已并入 ${now}：请改写为 ${now}`, en: `it has the id ${now} now: write that one` };
  report({ code: "unknown-id", column: "enterprise_id", value: enterpriseId, reason });
}

/** The bounds hold the best value, and role, result and unit say the same. */
export function checkCoefficient(coefficient: Coefficient, lookup: Lookup, report: Report): void {
  const { resourceCode } = coefficient;
  const resource = resourceCode === null ? undefined : lookup.resource(resourceCode);
  if (resourceCode !== null && resource === undefined) unknownCode(resourceCode, report);
  checkBounds(coefficient, report);
  checkResult(coefficient, report);
  checkResultUnit(coefficient, resource, report);
}

function checkBounds({ low, best, high }: Coefficient, report: Report): void {
  if (low !== null && low > best)
    report({
      code: "invalid-value",
      column: "low",
      value: String(low),
      reason: { zh: `低值应不大于 ${best}`, en: `the low value is not above ${best}` },
    });
  if (high !== null && high < best)
    report({
      code: "invalid-value",
      column: "high",
      value: String(high),
      reason: { zh: `高值应不小于 ${best}`, en: `the high value is not below ${best}` },
    });
}

/** What a role needs named. */
function checkResult({ role, resourceCode, resultCode }: Coefficient, report: Report): void {
  const isOfResource = role === "offer" || role === "need" || role === "use-rate";
  if (isOfResource && resourceCode === null)
    report({
      code: "invalid-value",
      column: "resource_code",
      value: "",
      reason: { zh: "供、需和利用率须写明资源代码", en: "an offer, a need and a use rate name a resource" },
    });
  if (role === "activity" && resultCode === null)
    report({
      code: "invalid-value",
      column: "result_code",
      value: "",
      reason: { zh: "须写明得到的活动", en: "the activity that results must be named" },
    });
}

function checkResultUnit(
  { role, resultUnit }: Coefficient,
  resource: Resource | undefined,
  report: Report,
): void {
  if ((role === "use-rate") !== (resultUnit === "share")) {
    const reason = {
      zh: "利用率的单位为 share，其他不是",
      en: "the unit of a use rate, and of nothing else, is share",
    };
    report({ code: "invalid-value", column: "result_unit", value: resultUnit, reason });
    return;
  }
  if ((role !== "offer" && role !== "need") || resource === undefined || resultUnit === "share") return;
  if (isUnitOfLayer(resultUnit, resource.layer)) return;
  const reason = noUnitOf(resultUnit, resource.layer);
  report({ code: "unit-of-other-layer", column: "result_unit", value: resultUnit, reason });
}

/** A total lies in a division that is known and speaks of a known resource or of activities. */
export function checkTotal(total: Total, lookup: Lookup, report: Report): void {
  const { provinceCode, cityCode, resourceCode } = total;
  const place = { provinceCode, cityCode, countyCode: null, lon: null, lat: null };
  checkLocation(place, isRegion(provinceCode), report);
  if (resourceCode !== null && lookup.resource(resourceCode) === undefined) unknownCode(resourceCode, report);
}

function unknownCode(value: string, report: Report): void {
  const reason = { zh: "资源清单中没有该代码", en: "the code is not in the list of resources" };
  report({ code: "unknown-code", column: "resource_code", value, reason });
}
