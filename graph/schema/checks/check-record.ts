import {
  checkCodes,
  checkLocation,
  checkOrder,
  checkPartialDate,
  checkQuantity,
  yesOrNo,
  type CodedRecord,
  type Report,
} from "./check-fields.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { regionProvinceCodes } from "#graph/schema/answers/place.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";
import { checkActivity, checkCoefficient, checkTotal } from "./check-inventory.ts";
import { industryFault } from "./industry-codes.ts";
import { layerWords } from "./layer-words.ts";
import { checkPart } from "./check-part.ts";
import { checkPrice } from "./check-price.ts";
import { isHazardousCode, type Resource } from "#graph/schema/records/resource.ts";
import type { Rule } from "#graph/schema/records/rule.ts";

/** Records that others point at, by key. */
export interface Lookup {
  readonly resource: (code: string) => Resource | undefined;
  readonly park: (id: string) => Park | undefined;
  readonly enterprise: (id: string) => Enterprise | undefined;
  readonly exchange: (id: string) => Exchange | undefined;
  readonly listing: (id: string) => Listing | undefined;
  /** The record that has this id among its former ones. */
  readonly renamed: (kind: "parks" | "enterprises" | "listings", id: string) => string | undefined;
}

/** Reports everything that is wrong with one record as a member of its network. */
export function checkRecord(tagged: TaggedRecord, lookup: Lookup, report: Report): void {
  switch (tagged.kind) {
    case "resources":
      return checkResource(tagged.record, lookup, report);
    case "parks":
      return checkPark(tagged.record, lookup, report);
    case "enterprises":
      return checkEnterprise(tagged.record, lookup, report);
    case "exchanges":
      return checkExchange(tagged.record, lookup, report);
    case "listings":
      return checkListing(tagged.record, lookup, report);
    case "rules":
      return checkRule(tagged.record, lookup, report);
    case "factors":
      return undefined;
    case "activities":
      return checkActivity(tagged.record, lookup, report);
    case "coefficients":
      return checkCoefficient(tagged.record, lookup, report);
    case "totals":
      return checkTotal(tagged.record, lookup, report);
    case "prices":
      return checkPrice(tagged.record, (code) => lookup.resource(code) !== undefined, report);
  }
}

const noExchange: Text = {
  zh: "没有该编号的交换：规则仍可用，但说不出是从哪条交换读出的",
  en: "no exchange has this id: the rule still holds, but the case it was read from is not there",
};

const noPark: Text = { zh: "没有该编号的园区", en: "no park has this id" };

const isRegion = (provinceCode: string | null) =>
  provinceCode !== null && regionProvinceCodes.includes(provinceCode);

/** Layer of an own code by its two letters; the waste lists are material. */
function layerOfScheme(code: string): Layer {
  if (code.startsWith("EN")) return "energy";
  return code.startsWith("WA") ? "water" : "material";
}

function checkResource(
  { code, parentCode, layer, hazardous }: Resource,
  lookup: Lookup,
  report: Report,
): void {
  if (isHazardousCode(code) !== hazardous)
    report({
      code: "hazard-mismatch",
      column: "hazardous",
      value: yesOrNo(hazardous),
      reason: isHazardousCode(code)
        ? { zh: "危险废物名录的代码必为危险废物", en: "a code of the hazardous-waste list is hazardous" }
        : {
            zh: "只有危险废物名录的代码才是危险废物",
            en: "only codes of the hazardous-waste list are hazardous waste",
          },
    });
  if (layer !== layerOfScheme(code)) {
    const own = layerOfScheme(code);
    const reason = { zh: `${code} 属于${layerWords[own]}层`, en: `${code} belongs to the ${own} layer` };
    report({ code: "layer-mismatch", column: "layer", value: layer, reason });
  }
  if (parentCode !== null && (parentCode === code || lookup.resource(parentCode) === undefined))
    report({
      code: "unknown-code",
      column: "parent_code",
      value: parentCode,
      reason:
        parentCode === code
          ? { zh: "代码不能是自己的上级", en: "a code is not its own parent" }
          : { zh: "资源清单中没有该代码", en: "the code is not in the list of resources" },
    });
}

function checkPark(park: Park, lookup: Lookup, report: Report): void {
  checkLocation(park, isRegion(park.provinceCode), report);
  checkPartialDate("approved_on", park.approvedOn, report);
  checkPartialDate("named_on", park.namedOn, report);
  checkOrder(
    { column: "approved_on", value: park.approvedOn },
    { column: "named_on", value: park.namedOn },
    report,
  );
  for (const other of park.overlaps) {
    const fault = overlapFault(park, other, lookup);
    if (fault !== null) report({ code: fault.code, column: "overlaps", value: other, reason: fault.reason });
  }
}

function overlapFault(park: Park, other: string, lookup: Lookup) {
  if (other === park.id)
    return {
      code: "overlap-mismatch",
      reason: { zh: "园区不能与自己重叠", en: "a park does not overlap itself" },
    } as const;
  const found = lookup.park(other);
  if (found === undefined) return { code: "unknown-id", reason: noPark } as const;
  if (found.overlaps.includes(park.id)) return null;
  return {
    code: "overlap-mismatch",
    reason: {
      zh: `园区 ${other} 没有反过来写明与 ${park.id} 重叠`,
      en: `park ${other} does not name ${park.id} in turn`,
    },
  } as const;
}

function checkEnterprise(enterprise: Enterprise, lookup: Lookup, report: Report): void {
  const { parkId, cityCode } = enterprise;
  checkLocation(enterprise, isRegion(enterprise.provinceCode), report);
  checkIndustries("industry_code", enterprise.industryCode === null ? [] : [enterprise.industryCode], report);
  if (parkId === null) return;
  const park = lookup.park(parkId);
  if (park === undefined) {
    const now = lookup.renamed("parks", parkId) ?? paddedId(parkId, lookup.park);
    reportUnknown({ column: "park_id", value: parkId, now }, noPark, report);
  } else if (cityCode !== null && cityCode !== park.cityCode)
    report({
      code: "division-mismatch",
      column: "city_code",
      value: cityCode,
      reason: {
        zh: `园区 ${parkId} 在城市 ${park.cityCode}`,
        en: `park ${parkId} stands in city ${park.cityCode}`,
      },
    });
}

function checkEnd(column: string, id: string, lookup: Lookup, report: Report): void {
  if (lookup.enterprise(id) !== undefined) return;
  const now = lookup.renamed("enterprises", id) ?? paddedId(id, lookup.enterprise);
  reportUnknown(
    { column, value: id, now },
    { zh: "没有该编号的企业", en: "no enterprise has this id" },
    report,
  );
}

function reportUnknown(
  { column, value, now }: { column: string; value: string; now: string | undefined },
  unknown: Text,
  report: Report,
): void {
  report({ code: "unknown-id", column, value, reason: now === undefined ? unknown : otherId(value, now) });
}

/** The id that is meant: of the record that another one was merged into, or with the zeros a table program dropped. */
function otherId(value: string, now: string): Text {
  if (now.endsWith(value) && /^0+$/.test(now.slice(0, -value.length)))
    return {
      zh: `没有该编号：表格软件是否去掉了 ${now} 开头的零？`,
      en: `there is no such id: did your table program drop the zeros of ${now}?`,
    };
  return { zh: `该编号已并入 ${now}：请改写为 ${now}`, en: `it has the id ${now} now: write that one` };
}

/** An id with leading zeros that is known, where the one without is not. */
function paddedId(id: string, find: (id: string) => object | undefined): string | undefined {
  if (!/^\d+$/.test(id)) return undefined;
  const padded = Array.from({ length: 8 }, (_, index) => id.padStart(id.length + 1 + index, "0"));
  return padded.find((each) => find(each) !== undefined);
}

function checkExchange(exchange: Exchange, lookup: Lookup, report: Report): void {
  const { supplierId, receiverId, resourceCode } = exchange;
  checkEnd("supplier_id", supplierId, lookup, report);
  checkEnd("receiver_id", receiverId, lookup, report);
  if (supplierId === receiverId)
    report({
      code: "self-supply",
      column: "receiver_id",
      value: receiverId,
      reason: { zh: "供方与受方是同一家企业", en: "supplier and receiver are the same enterprise" },
    });
  checkCoded(exchange, resourceCode === null ? [] : [resourceCode], lookup, report);
}

function checkListing(listing: Listing, lookup: Lookup, report: Report): void {
  checkEnd("enterprise_id", listing.enterpriseId, lookup, report);
  checkCoded(listing, listing.resourceCodes, lookup, report);
  checkPart(listing, lookup, report);
  checkOrder(
    { column: "year_from", value: listing.yearFrom },
    { column: "valid_until", value: listing.validUntil },
    report,
  );
}

function checkCoded(
  record: Exchange | Listing,
  codes: readonly string[],
  lookup: Lookup,
  report: Report,
): void {
  const column = "supplierId" in record ? "resource_code" : "resource_codes";
  checkCodes({ ...pick(record), codes, column }, (code) => lookup.resource(code)?.layer, report);
  checkQuantity(record.quantity, record.layer, report);
  checkOrder(
    { column: "year_from", value: record.yearFrom },
    { column: "year_to", value: record.yearTo },
    report,
  );
}

const pick = ({ layer, hazardous }: Exchange | Listing): Pick<CodedRecord, "layer" | "hazardous"> => ({
  layer,
  hazardous,
});

function checkIndustries(column: string, codes: readonly string[], report: Report): void {
  for (const code of codes) {
    const reason = industryFault(code);
    if (reason !== null) report({ code: "unknown-industry", column, value: code, reason });
  }
}

function checkRule(rule: Rule, lookup: Lookup, report: Report): void {
  checkIndustries("source_industry_codes", rule.sourceIndustryCodes, report);
  checkIndustries("target_industry_codes", rule.targetIndustryCodes, report);
  checkCodes(
    { codes: rule.resourceCodes, column: "resource_codes", layer: null, hazardous: rule.hazardous },
    (code) => lookup.resource(code)?.layer,
    report,
  );
  for (const id of rule.shownBy)
    if (lookup.exchange(id) === undefined)
      report({ code: "unknown-id", severity: "warning", column: "shown_by", value: id, reason: noExchange });
}
