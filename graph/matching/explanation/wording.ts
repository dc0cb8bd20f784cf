import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { PlaceHeader } from "#graph/projection/places/headers.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import type { Party } from "#graph/matching/ends/parties.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { Link } from "#graph/matching/link.ts";

/** A sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

type Distance = Candidate["distance"];

const unitZh = { "t/a": "吨/年", "GJ/a": "吉焦/年", "m3/a": "立方米/年" } as const;
const unitEn = { "t/a": "t/a", "GJ/a": "GJ/a", "m3/a": "m³/a" } as const;

const rounded = (value: number) => String(Number(value.toPrecision(3)));

/** 2000000 t/a → 200万吨/年; 2 Mt/a. Three significant digits. */
export function amountText(perYear: number, unit: Quantity["perYearUnit"]): Bilingual {
  const [divisorZh, wordZh] = perYear >= 1e8 ? [1e8, "亿"] : perYear >= 1e4 ? [1e4, "万"] : [1, ""];
  const [divisorEn, wordEn] =
    perYear >= 1e6 ? [1e6, " million"] : perYear >= 1e4 ? [1e3, " thousand"] : [1, ""];
  return {
    zh: `${rounded(perYear / divisorZh)}${wordZh}${unitZh[unit]}`,
    en: `${rounded(perYear / divisorEn)}${wordEn} ${unitEn[unit]}`,
  };
}

/** A listed quantity with what kind of number it is; empty where none is known. */
export function quantityText({ listing }: End): Bilingual {
  if (listing?.quantity === null || listing?.quantity === undefined) return { zh: "", en: "" };
  const { quantity, direction, status } = listing;
  const { zh, en } = amountText(quantity.perYear, quantity.perYearUnit);
  if (status === "stock") return { zh: "（堆存量，非年产量）", en: " (a heap, not a yearly flow)" };
  if (quantity.kind === "capacity")
    return direction === "need"
      ? { zh: `（接收能力上限${zh}）`, en: ` (intake capacity up to ${en})` }
      : { zh: `（设计能力${zh}）`, en: ` (design capacity ${en})` };
  if (quantity.kind === "planned" || status === "planned")
    return { zh: `（规划${zh}）`, en: ` (planned ${en})` };
  if (status === "under-construction")
    return { zh: `（在建或调试，${zh}）`, en: ` (under construction, ${en})` };
  return { zh: `（约${zh}）`, en: ` (about ${en})` };
}

/** Name of an end with where it stands and what kind of end it is. */
export function partyPhrase({ enterprise, place }: Party): Bilingual {
  const { header } = place;
  const mark = kindMark(enterprise, header);
  const where = wherePhrase(header);
  return {
    zh: `${enterprise.nameZh}（${[where.zh, mark.zh].filter(Boolean).join("；")}）`,
    en: `${enterprise.nameEn ?? enterprise.nameZh} (${[where.en, mark.en].filter(Boolean).join("; ")})`,
  };
}

/** Where a place is: a site bears the name of its enterprise, so it is its county or city that tells. */
function wherePhrase(header: PlaceHeader): Bilingual {
  const { kind, nameZh, nameEn, countyCode, cityCode } = header;
  if (kind === "park" || kind === "province" || kind === "outside")
    return { zh: nameZh, en: nameEn ?? nameZh };
  const county = countyByCode.get(countyCode ?? "");
  const city = cityByCode.get(cityCode ?? "");
  const label = county === undefined ? city : { nameZh: county.labelZh, nameEn: county.labelEn };
  return { zh: `${label?.nameZh ?? ""}，园区未知`, en: `${label?.nameEn ?? ""}, park not known` };
}

function kindMark({ kind, nameZh }: Party["enterprise"], header: Party["place"]["header"]): Bilingual {
  if (kind === "plant") return { zh: "", en: "" };
  if (kind === "anonymised") return { zh: "企业未具名", en: "firm not named" };
  if (header.kind === "park")
    return { zh: "园区内多家合计，非单个企业", en: "total of several firms in the park, not one firm" };
  return header.kind === "city" && nameZh.includes(header.nameZh.replace(/市$/, ""))
    ? { zh: "市级合计，非单个企业", en: "city total, not one firm" }
    : { zh: "多家合计，非单个企业", en: "total of several firms, not one firm" };
}

export function distanceText({ greatCircleKm, roadKmEstimate, errorKm, uncertain }: Distance): Bilingual {
  if (greatCircleKm === null || roadKmEstimate === null || errorKm === null)
    return { zh: "两地距离未知", en: "the distance is not known" };
  const km = Math.round(greatCircleKm);
  const road = Math.round(roadKmEstimate);
  const error = Math.round(errorKm);
  return uncertain
    ? {
        zh: `直线约${km}公里（位置误差${error}公里，距离不确定）`,
        en: `about ${km} km apart (points uncertain by ${error} km)`,
      }
    : {
        zh: `直线约${km}公里，公路估算${road}公里`,
        en: `about ${km} km apart, ${road} km by road (estimate)`,
      };
}

/** The thing an end gives or takes, in its own words, else the name of the code. */
export function resourcePhrase({ listing }: End, fallback: Bilingual): Bilingual {
  if (listing === null) return fallback;
  return { zh: listing.resourceZh, en: listing.resourceEn ?? fallback.en };
}

export interface ReasonParts {
  readonly link: Link;
  readonly resource: Bilingual;
  readonly distance: Distance;
  readonly precedent: Candidate["precedent"];
}

/** One sentence: who, what, how far, and who does it already. */
export function reasonText({ link, resource, distance, precedent }: ReasonParts): Bilingual {
  const claim = claimText(link, resource);
  const far = distanceText(distance);
  const before = precedentText(precedent);
  return { zh: `${claim.zh}，${far.zh}${before.zh}。`, en: `${claim.en}; ${far.en}${before.en}.` };
}

function claimText(link: Link, resource: Bilingual): Bilingual {
  const { supplier, receiver, basis, ruleCase, match } = link;
  const [from, to] = [partyPhrase(supplier.party), partyPhrase(receiver.party)];
  const [has, takes] = [quantityText(supplier), quantityText(receiver)];
  const given = resourcePhrase(supplier, wasteText(link, resource));
  const wanted = resourcePhrase(receiver, wasteText(link, resource));
  const use = ruleCase === null ? null : useText(link);
  if (basis === "offer-industry")
    return {
      zh: `${from.zh}可供${given.zh}${has.zh}，${to.zh}所属行业按规则可将其${use?.zh ?? "利用"}（需求为推断，未经其申报）`,
      en: `${from.en} offers ${given.en}${has.en}; by rule the industry of ${to.en} can use it${use?.en ?? ""} (its need is inferred, not declared)`,
    };
  if (basis === "industry-need")
    return {
      zh: `${to.zh}需要${wanted.zh}${takes.zh}，${from.zh}所属行业通常产生${given.zh}（供应为推断，未经其申报）`,
      en: `${to.en} needs ${wanted.en}${takes.en}; the industry of ${from.en} usually yields ${given.en} (its offer is inferred, not declared)`,
    };
  const doubt =
    match === "class-unknown"
      ? {
          zh: "，但至少一方只写明大类，具体类别未知",
          en: ", but at least one side names only the family, not the class",
        }
      : { zh: "", en: "" };
  const byRule =
    match === "rule" && use !== null
      ? { zh: `，按规则前者可${use.zh}`, en: `; by rule the former can be used${use.en}` }
      : { zh: "", en: "" };
  return {
    zh: `${from.zh}可供${given.zh}${has.zh}，${to.zh}需要${wanted.zh}${takes.zh}${byRule.zh}${doubt.zh}`,
    en: `${from.en} offers ${given.en}${has.en} and ${to.en} needs ${wanted.en}${takes.en}${byRule.en}${doubt.en}`,
  };
}

function wasteText({ ruleCase }: Link, resource: Bilingual): Bilingual {
  if (ruleCase === null) return resource;
  return { zh: ruleCase.rule.wasteZh, en: ruleCase.rule.wasteEn ?? resource.en };
}

function useText({ ruleCase }: Link): Bilingual {
  const rule = ruleCase?.rule;
  return {
    zh: `用于${rule?.useZh ?? ""}`,
    en: rule?.useEn === null || rule === undefined ? "" : ` ${rule.useEn}`,
  };
}

function precedentText(precedent: Candidate["precedent"]): Bilingual {
  if (precedent === null) return { zh: "", en: "" };
  const { supplierZh, receiverZh, supplierEn, receiverEn, year } = precedent;
  return {
    zh: `；同类先例：${supplierZh}→${receiverZh}${year === null ? "" : `（${year}年）`}`,
    en: `; precedent: ${supplierEn ?? supplierZh} → ${receiverEn ?? receiverZh}${year === null ? "" : ` (${year})`}`,
  };
}
