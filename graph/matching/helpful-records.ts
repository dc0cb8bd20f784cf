import type { HelpfulRecords } from "#graph/schema/answers/helpful-records.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Text } from "#graph/schema/text.ts";
import { expectedRoadKm } from "./ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import type { End } from "./ends/end.ts";
import type { EndList } from "./ends/end-columns.ts";
import type { Buckets } from "./generation/buckets.ts";
import { compare } from "./ends/order.ts";
import type { Party } from "./ends/parties.ts";
import { nameOf } from "./explanation/ends-in-words.ts";
import type { MatchIndex } from "./generation/match-index.ts";
import { isRuledOut } from "./knowledge/processes.ts";
import type { RuleCase } from "./rules/fit.ts";

const mostRecords = 3;

/**
 * Why a place has no open candidate and which three records would help it most: those whose thing has most partners on
 * record within its reach. `hasBlocked`: it has candidates that gates hold back.
 */
export function helpfulRecords(
  placeId: string,
  hasBlocked: boolean,
  network: Network,
  index: MatchIndex,
): HelpfulRecords {
  const parties = index.partyIndex.parties.filter(({ place }) => place.header.id === placeId);
  const ids = new Set(parties.map(({ enterprise }) => enterprise.id));
  const open = [...index.offers.ends, ...index.needs.ends].filter(({ party }) =>
    ids.has(party.enterprise.id),
  );
  const listed = network.listings.filter(({ enterpriseId }) => ids.has(enterpriseId));
  const because = becauseOf({ parties, listed: listed.length, open: open.length, hasBlocked });
  const ideas = parties.flatMap((party) => ideasOf(party, index));
  const ranked = ideas.filter(({ partners }) => partners > 0).toSorted(byPartners);
  const general = because === "no-enterprise" ? ofPark(placeId, network) : ofParties(parties);
  const own = listed.flatMap((listing) => ofListing(listing, index) ?? []);
  return {
    because,
    why: whyText[because],
    records: eachOnce([...onePerThing(ranked).map(({ text }) => text), ...own, ...general]).slice(
      0,
      mostRecords,
    ),
  };
}

interface Counts {
  readonly parties: readonly Party[];
  readonly listed: number;
  readonly open: number;
  readonly hasBlocked: boolean;
}

function becauseOf({ parties, listed, open, hasBlocked }: Counts): HelpfulRecords["because"] {
  if (parties.length === 0) return "no-enterprise";
  if (hasBlocked) return "only-blocked";
  if (listed === 0) return "no-listing";
  return open === 0 ? "all-served" : "no-counterpart";
}

const whyText: Readonly<Record<HelpfulRecords["because"], Text>> = {
  "no-enterprise": { zh: "库里还没有这里的企业", en: "No enterprise of this place is on record" },
  "no-listing": {
    zh: "这里的企业还没有登记任何供应或需求",
    en: "The enterprises of this place have listed no offer and no need",
  },
  "all-served": {
    zh: "这里登记的供需都已利用、已满足或已过期，没有余量可配",
    en: "What is listed here is used, met, over or expired; nothing is left to match",
  },
  "only-blocked": {
    zh: "这里的候选都被门槛挡住了，多半因为太远或缺许可信息",
    en: "All candidates of this place are held back by gates, mostly for distance or for want of a licence",
  },
  "no-counterpart": {
    zh: "这里登记的供需，在可及范围内还没有对得上的对象",
    en: "What is listed here meets nobody on record within its reach",
  },
};

interface Idea {
  readonly thing: string;
  readonly partners: number;
  readonly text: Text;
}

const byPartners = (left: Idea, right: Idea) =>
  right.partners - left.partners || compare(left.thing, right.thing);

function onePerThing(ideas: readonly Idea[]): readonly Idea[] {
  const seen = new Set<string>();
  return ideas.filter(({ thing }) => !seen.has(thing) && seen.add(thing));
}

/** Two listings of one thing may lack the same. */
function eachOnce(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}

/** What the trade of a plant has or uses by rule, with how many on record within reach would take or give it. */
function ideasOf(party: Party, index: MatchIndex): readonly Idea[] {
  const { industryCode, kind } = party.enterprise;
  if (industryCode === null || kind !== "plant" || party.closed) return [];
  return [
    ...index.rules.ofMaker(industryCode).map((ruleCase) => giving(party, ruleCase, index)),
    ...index.rules.ofUser(industryCode).map((ruleCase) => taking(party, ruleCase, index)),
  ].filter((idea) => idea !== null);
}

function giving(party: Party, ruleCase: RuleCase, index: MatchIndex): Idea | null {
  const { rule, streams } = ruleCase;
  const [code] = rule.resourceCodes;
  if (code === undefined || isRuledOut(party.processes, "gives", streams)) return null;
  if (isListed(party, code, index.offers, index.offersByCode)) return null;
  const users = index.rules.usersOf(ruleCase);
  const takers = index.partyIndex.parties.filter(({ enterprise }) =>
    users.includes(enterprise.industryCode ?? ""),
  );
  const needs = index.needs.ends.filter(({ codes }) => codes.includes(code));
  const partners = countNear(party, code, [...needs.map((end) => end.party), ...takers]);
  const [name, waste] = [nameOf(party), { zh: rule.wasteZh, en: rule.wasteEn ?? code }];
  const km = party.reaches.of(code).hardKm;
  return {
    thing: `${party.enterprise.id} gives ${rule.wasteZh}`,
    partners,
    text: {
      zh: `登记${name.zh}的${waste.zh}：年产量和去向（${km}公里内有${partners}家可能用得上）`,
      en: `List the ${waste.en} of ${name.en}: yearly amount and where it goes (${partners} within ${km} km might use it)`,
    },
  };
}

function isListed(party: Party, code: string, { ends }: EndList, byCode: Buckets): boolean {
  return byCode.of(code).some((item) => ends[item]?.party === party);
}

function taking(party: Party, { rule, streams }: RuleCase, index: MatchIndex): Idea | null {
  const [code] = rule.resourceCodes;
  if (code === undefined || isRuledOut(party.processes, "takes", streams)) return null;
  if (isListed(party, code, index.needs, index.needsByCode)) return null;
  const offers: readonly End[] = index.offers.ends.filter(({ codes }) => codes.includes(code));
  const partners = countNear(
    party,
    code,
    offers.map((end) => end.party),
  );
  const [name, waste] = [nameOf(party), { zh: rule.wasteZh, en: rule.wasteEn ?? code }];
  const km = party.reaches.of(code).hardKm;
  return {
    thing: `${party.enterprise.id} takes ${rule.wasteZh}`,
    partners,
    text: {
      zh: `登记${name.zh}用不用${waste.zh}、一年要多少（${km}公里内有${partners}家在供）`,
      en: `List whether ${name.en} takes ${waste.en} and how much a year (${partners} within ${km} km offer it)`,
    },
  };
}

/** Parties within the reach of a code, each once, the plant itself and its own company left out. */
function countNear(from: Party, code: string, others: readonly Party[]): number {
  const { hardKm } = from.reaches.of(code);
  const near = others.filter((other) => {
    if (other === from || (other.company >= 0 && other.company === from.company)) return false;
    if (from.point === null || other.point === null) return false;
    return expectedRoadKm(greatCircleKm(from.point, other.point), 0) <= hardKm;
  });
  return new Set(near).size;
}

/** What a listing lacks: a rest that is open, an amount, an eight-digit code, a licence. Null where it lacks nothing. */
function ofListing(listing: Listing, { partyIndex }: MatchIndex): Text | null {
  const party = partyIndex.partyById.get(listing.enterpriseId);
  if (party === undefined) return null;
  const { direction, status, quantity, resourceCodes, resourceZh, resourceEn } = listing;
  const [name, thing] = [nameOf(party), { zh: resourceZh, en: resourceEn ?? resourceCodes.join(", ") }];
  const isOffer = direction === "offer";
  if (status === "utilised" || status === "used-in-house" || status === "historic")
    return isOffer
      ? {
          zh: `问${name.zh}：${thing.zh}还有没有余量，有就登记数量`,
          en: `Ask ${name.en} whether some ${thing.en} is left, and list how much`,
        }
      : {
          zh: `问${name.zh}：${thing.zh}还缺不缺，缺就登记数量`,
          en: `Ask ${name.en} whether it still lacks ${thing.en}, and list how much`,
        };
  if (resourceCodes.some(isHazardousCode))
    return isOffer
      ? {
          zh: `把${name.zh}的${thing.zh}写到八位废物代码`,
          en: `Record the eight-digit code of the ${thing.en} of ${name.en}`,
        }
      : {
          zh: `写明${name.zh}许可证的类别、方式和余量`,
          en: `State classes, modes and free capacity of the licence of ${name.en}`,
        };
  if (quantity !== null) return null;
  return isOffer
    ? {
        zh: `写明${name.zh}的${thing.zh}一年能供多少`,
        en: `State how much ${thing.en} ${name.en} can give a year`,
      }
    : { zh: `写明${name.zh}一年要多少${thing.zh}`, en: `State how much ${thing.en} ${name.en} wants a year` };
}

/** Where no rule speaks of the trades: the names behind a total, else the plain question to each plant. */
function ofParties(parties: readonly Party[]): readonly Text[] {
  return parties
    .filter(({ closed }) => !closed)
    .toSorted((left, right) => Number(left.pooled) - Number(right.pooled))
    .map((party) => {
      const name = nameOf(party);
      return party.pooled
        ? {
            zh: `登记${name.zh}里的具体企业：名称、位置和用量`,
            en: `Record the firms behind ${name.en}: name, place and amounts`,
          }
        : {
            zh: `登记${name.zh}产量最大的废物或余热：名称、年产量和去向`,
            en: `List the largest waste or waste heat of ${name.en}: what it is, yearly amount and where it goes`,
          };
    });
}

function ofPark(placeId: string, { parks }: Network): readonly Text[] {
  const park = parks.find(({ id }) => `park:${id}` === placeId);
  const zh = (park?.mainIndustriesZh ?? []).join("、");
  const en = (park?.mainIndustriesEn ?? []).join(", ");
  return [
    {
      zh:
        zh === ""
          ? "登记园区内规模最大的几家企业：名称、行业和位置"
          : `登记园区主导产业（${zh}）的骨干企业：名称、行业和位置`,
      en:
        en === ""
          ? "Record the largest plants of the park: name, industry and place"
          : `Record the main plants of its trades (${en}): name, industry and place`,
    },
    {
      zh: "登记园区热源（热电厂、锅炉）的供汽能力、余量和压力",
      en: "List the heat source of the park: steam capacity, what is left of it, and pressure",
    },
    {
      zh: "登记园区污水处理厂的污泥和再生水：年产量和去向",
      en: "List sludge and reclaimed water of the park's sewage works: yearly amount and where they go",
    },
  ];
}
