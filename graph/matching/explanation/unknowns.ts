import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { yearOf, type End } from "#graph/matching/ends/end.ts";
import { isWideCode, relateSubstances } from "#graph/matching/knowledge/substances.ts";
import type { Link } from "#graph/matching/link.ts";
import type { PlaceHeader } from "#graph/projection/places/headers.ts";
import type { Bilingual } from "./wording.ts";

const staleYears = 5;

type Say = (zh: string, en: string) => void;

/** What is not known about a candidate and would have to be asked, most telling first. */
export function unknownsOf(link: Link, distance: Candidate["distance"], asOfYear: number): Bilingual[] {
  const { supplier, receiver } = link;
  return [
    ...resourceUnknowns(link),
    ...endUnknowns(supplier, { zh: "供方", en: "supplier", thing: "供应" }, asOfYear),
    ...endUnknowns(receiver, { zh: "需方", en: "receiver", thing: "需求" }, asOfYear),
    ...unitUnknowns(link),
    ...placeUnknowns(link),
    ...(distance.uncertain ? [distanceUnknown(distance)] : []),
  ];
}

/** An end that stands "somewhere in the county" or city may stand in the very park of the other. */
function placeUnknowns({ supplier, receiver }: Link): Bilingual[] {
  const [from, to] = [supplier.party.place.header, receiver.party.place.header];
  if (hasPoint(from) && hasPoint(to)) return [];
  const [left, right] =
    from.countyCode !== null && to.countyCode !== null
      ? [from.countyCode, to.countyCode]
      : [from.cityCode, to.cityCode];
  if (left === null || left !== right) return [];
  return [{ zh: "两者是否在同一园区", en: "whether the two stand in one park" }];
}

/** Whether a place is a point, and not an area that it may lie anywhere in. */
const hasPoint = ({ kind }: PlaceHeader) => kind === "park" || kind === "site";

function distanceUnknown({ greatCircleKm }: Candidate["distance"]): Bilingual {
  return greatCircleKm === null
    ? { zh: "两地距离", en: "distance between the two" }
    : { zh: "准确距离：小于位置误差的两倍", en: "true distance: under twice the error of the points" };
}

function resourceUnknowns({ match, code, supplier, receiver, ruleCase }: Link): Bilingual[] {
  if (match === "class-unknown")
    return [
      {
        zh: "废物的具体类别：至少一方只写明大类",
        en: "class of the waste: at least one side names only the family",
      },
    ];
  if (supplier.listing === null || receiver.listing === null || !isWideCode(code)) return [];
  const other = ruleCase === null || match !== "rule" ? receiver.substances : ruleCase.substances;
  const relation = relateSubstances(supplier.substances, other);
  if (relation === "kin" || relation === "unnamed")
    return [
      {
        zh: `是否为同一种物质：${code}包含多种`,
        en: `whether it is the same substance: ${code} holds several`,
      },
    ];
  return [];
}

function endUnknowns(end: End, role: Bilingual & { readonly thing: string }, asOfYear: number): Bilingual[] {
  const { enterprise, place } = end.party;
  const unknowns: Bilingual[] = [];
  const say: Say = (zh, en) => unknowns.push({ zh: `${role.zh}${zh}`, en: `${role.en}: ${en}` });
  if (end.listing === null)
    say(
      "是否真有此需求或供应：由行业推断",
      "whether it really wants or has this; inferred from its industry",
    );
  else listingUnknowns(end.listing, asOfYear, say);
  placeUnknown(place.header.kind, say);
  if (enterprise.kind === "pooled") say("具体企业：目前是多家合计", "which firm; this is a total of several");
  if (enterprise.kind === "anonymised") say("企业名称：来源未具名", "its name; the source does not give it");
  return unknowns;
}

function placeUnknown(kind: PlaceHeader["kind"], say: Say): void {
  if (kind === "site") say("所在园区：只知其坐标", "its park; only its point is known");
  else if (kind === "county")
    say("所在园区：距离按县级驻地估算", "its park; the distance is from the county seat");
  else if (kind === "city")
    say("所在县和园区：距离按城市驻地估算", "its county and park; the distance is from the city seat");
  else if (kind !== "park") say("所在城市和园区", "its city and park");
}

function listingUnknowns(listing: NonNullable<End["listing"]>, asOfYear: number, say: Say): void {
  const { quantity, status, direction } = listing;
  if (status === "stock") say("年可供量：目前只知堆存", "its yearly flow; only a heap is known");
  else if (quantity === null) say("数量", "its quantity");
  else if (quantity.kind === "capacity")
    say(
      direction === "need" ? "实际接收量：数字是能力上限" : "实际供应量：数字是能力",
      "its real flow; the figure is a capacity, an upper bound",
    );
  if (status === "planned") say("是否建成：目前为规划", "whether it is built; it is planned");
  if (status === "under-construction")
    say("投产时间：在建或调试", "when it starts; it is under construction");
  const year = yearOf(listing);
  if (year === null) say("信息年份", "the year of the information");
  else if (asOfYear - year > staleYears)
    say(`现状：信息为${year}年`, `its present state; the information is of ${year}`);
}

function unitUnknowns({ supplier, receiver }: Link): Bilingual[] {
  const both = !Number.isNaN(supplier.lnQuantity) && !Number.isNaN(receiver.lnQuantity);
  if (!both || supplier.unit === receiver.unit) return [];
  return [
    {
      zh: "供需数量无法比较：计量单位不同",
      en: "how much of the need is covered: the two quantities have different units",
    },
  ];
}
