import type { Text } from "#graph/schema/text.ts";
import { yearOf, type End } from "#graph/matching/ends/end.ts";
import type { Told } from "#graph/matching/explanation/told.ts";
import type { OpenDatum } from "./open-datum.ts";

type Side = "supplier" | "receiver";

/** Half of what was told is no longer so after this many years. */
const halfLifeYears = 15;
const staleYears = 5;

/** What is not known of one end: whether it gives or takes the thing at all, how much, and whether still. */
export function endData(told: Told, side: Side): readonly OpenDatum[] {
  const { listing } = told.link[side];
  return listing === null ? [wishDatum(told, side)] : listingData(told, side, listing);
}

const byCall: Text = { zh: "打电话问", en: "a call tells" };
/** Every plant with a discharge permit states its solid wastes there, on the national platform. */
const fromPermit: Text = {
  zh: "查它的排污许可证（全国平台公开，列有固废），或打电话问",
  en: "its discharge permit on the national platform lists its wastes, or a call tells",
};
const fromApproval: Text = {
  zh: "查它的环评批复里的原料表，或打电话问",
  en: "the raw-material table of its environmental approval says, or a call tells",
};

const isWasteCode = (code: string) => code.startsWith("SW");

const nameIn = ({ from, to }: Told, side: Side) => (side === "supplier" ? from : to);
const thingIn = ({ given, wanted }: Told, side: Side) => (side === "supplier" ? given : (wanted ?? given));

/** An end that has listed nothing: its industry or practice elsewhere speaks for it, and a record of its own more. */
function wishDatum(told: Told, side: Side): OpenDatum {
  const { link, given } = told;
  const name = nameIn(told, side);
  const { party } = link[side];
  if (side === "supplier")
    return {
      zh: `${name.zh}有没有${given.zh}外供（按行业推断，未登记）`,
      en: `whether ${name.en} has ${given.en} to give (inferred, not listed)`,
      how: isWasteCode(link.code) ? fromPermit : byCall,
      ask: {
        of: side,
        text: {
          zh: `一年产多少${given.zh}、现在去哪`,
          en: `how much ${given.en} it has a year and where that goes now`,
        },
      },
      risk: party.supplies.has(link.code) ? 0.4 : 0.55,
      effort: 1,
    };
  const isUser = party.receives.has(link.code);
  return {
    zh: `${name.zh}${isUser ? "还缺不缺" : "用不用"}${given.zh}（${isUser ? "有接收记录，但未登记需求" : "按行业推断，未登记"}）`,
    en: isUser
      ? `whether ${name.en} wants more ${given.en} (it is on record as taking it, but has listed no need)`
      : `whether ${name.en} takes ${given.en} (inferred, not listed)`,
    how: isWasteCode(link.code) && !isUser ? fromApproval : byCall,
    ask: {
      of: side,
      text: isUser
        ? { zh: `今年还缺多少${given.zh}`, en: `how much more ${given.en} it wants this year` }
        : { zh: `用不用${given.zh}、一年要多少`, en: `whether it takes ${given.en} and how much a year` },
    },
    risk: isUser ? 0.45 : 0.6,
    effort: 1,
  };
}

function listingData(told: Told, side: Side, listing: NonNullable<End["listing"]>): readonly OpenDatum[] {
  return [
    restDatum(told, side),
    statusDatum(told, side, listing),
    ageDatum(told, side, listing),
    amountDatum(told, side, listing),
  ].filter((datum) => datum !== null);
}

/** Others already take or fill part of it, and how much nobody has recorded. */
function restDatum(told: Told, side: Side): OpenDatum | null {
  const { residual } = told.link[side];
  if (residual?.unknownBecause !== "cover-unknown") return null;
  const [name, thing] = [nameIn(told, side), thingIn(told, side)];
  const ids = residual.coveredBy.slice(0, 3);
  const isGiver = side === "supplier";
  return {
    zh: isGiver
      ? `${name.zh}的${thing.zh}还剩多少（已有去处：${ids.join("、")}）`
      : `${name.zh}还缺多少${thing.zh}（已有来源：${ids.join("、")}）`,
    en: isGiver
      ? `how much ${thing.en} ${name.en} has left (part of it goes elsewhere: ${ids.join(", ")})`
      : `how much ${thing.en} ${name.en} still lacks (part of it is filled: ${ids.join(", ")})`,
    how: byCall,
    ask: {
      of: side,
      text: isGiver
        ? { zh: `${thing.zh}现在给谁、还剩多少`, en: `to whom its ${thing.en} goes now and how much is left` }
        : {
            zh: `${thing.zh}现在从哪来、还缺多少`,
            en: `whence its ${thing.en} comes now and how much it still lacks`,
          },
    },
    risk: 0.5,
    effort: 1,
  };
}

type OfListing = (told: Told, side: Side, listing: NonNullable<End["listing"]>) => OpenDatum | null;

const statusDatum: OfListing = (told, side, { status }) => {
  const name = nameIn(told, side);
  if (status !== "planned" && status !== "under-construction") return null;
  const isPlanned = status === "planned";
  return {
    zh: `${name.zh}${isPlanned ? "建成没有（登记时为规划）" : "投产没有（登记时在建）"}`,
    en: isPlanned
      ? `whether ${name.en} has been built (listed as planned)`
      : `whether ${name.en} is running (listed as under construction)`,
    how: { zh: "打电话问，或查环保验收公示", en: "a call tells, or the public acceptance notice" },
    ask: {
      of: side,
      text: isPlanned
        ? { zh: "项目建成没有", en: "whether the project has been built" }
        : { zh: "投产没有", en: "whether it is running" },
    },
    risk: isPlanned ? 0.5 : 0.3,
    effort: 1,
  };
};

const ageDatum: OfListing = (told, side, listing) => {
  const year = yearOf(listing);
  const age = year === null ? null : told.asOfYear - year;
  const isToCome = listing.status === "planned" || listing.status === "under-construction";
  if (isToCome || (age !== null && age <= staleYears)) return null;
  const [name, thing] = [nameIn(told, side), thingIn(told, side)];
  const dated: Text =
    year === null
      ? { zh: "资料无年份", en: "the record has no year" }
      : { zh: `资料为${year}年`, en: `the record is of ${year}` };
  return {
    zh:
      side === "supplier"
        ? `${name.zh}现在还有没有${thing.zh}外供（${dated.zh}）`
        : `${name.zh}现在还收不收${thing.zh}（${dated.zh}）`,
    en:
      side === "supplier"
        ? `whether ${name.en} still has ${thing.en} to give (${dated.en})`
        : `whether ${name.en} still takes ${thing.en} (${dated.en})`,
    how: side === "supplier" && isWasteCode(told.link.code) ? fromPermit : byCall,
    ask: {
      of: side,
      text:
        side === "supplier"
          ? {
              zh: `现在一年还有多少${thing.zh}、去哪`,
              en: `how much ${thing.en} it has now and where that goes`,
            }
          : {
              zh: `现在还收不收${thing.zh}、一年缺多少`,
              en: `whether it still takes ${thing.en} and how much it lacks`,
            },
    },
    risk: age === null ? 0.3 : 1 - 0.5 ** (age / halfLifeYears),
    effort: 1,
  };
};

const amountDatum: OfListing = (told, side, { quantity, status }) => {
  const [name, thing] = [nameIn(told, side), thingIn(told, side)];
  const isGiver = side === "supplier";
  if (told.link[side].residual?.unknownBecause === "cover-unknown") return null;
  if (status !== "stock" && quantity !== null && quantity.kind !== "capacity") return null;
  const why: Text =
    status === "stock"
      ? { zh: "只知堆存量", en: "only a heap is recorded" }
      : quantity === null
        ? { zh: "数量未登记", en: "no amount is recorded" }
        : { zh: "登记的是能力上限", en: "a capacity is recorded, an upper bound" };
  return {
    zh: isGiver ? `${name.zh}每年实际能供多少（${why.zh}）` : `${name.zh}每年实际还要多少（${why.zh}）`,
    en: isGiver
      ? `how much ${name.en} can really give a year (${why.en})`
      : `how much ${name.en} really wants a year (${why.en})`,
    how: { zh: "打电话问，并看去年台账", en: "a call tells, and last year's ledger" },
    ask: {
      of: side,
      text: isGiver
        ? { zh: `每年能供多少${thing.zh}`, en: `how much ${thing.en} it can give a year` }
        : { zh: `每年还要多少${thing.zh}`, en: `how much ${thing.en} it still wants a year` },
    },
    risk: status === "stock" ? 0.4 : quantity === null ? 0.25 : 0.3,
    effort: 1,
  };
};
