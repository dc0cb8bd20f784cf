import type { Text } from "#graph/schema/text.ts";
import { amountInBrackets } from "#graph/matching/explanation/amounts.ts";
import { industryOf } from "#graph/matching/explanation/ends-in-words.ts";
import type { Told } from "#graph/matching/explanation/told.ts";

/** Who gives what, who takes it for what, how much, and which side has said nothing itself. */
export function whatSlot(told: Told): Text {
  const { supplier, receiver } = told.link;
  if (supplier.listing === null) return receiver.listing === null ? guessedBoth(told) : guessedSupplier(told);
  return receiver.listing === null ? guessedReceiver(told) : listedBoth(told);
}

/** Hazardous waste is nobody's supply: whoever has it must find somebody who may take it. */
function offered(told: Told): Text {
  const { from, given, waste, link } = told;
  const amount = amountInBrackets(link.supplier);
  if (waste === "hazardous")
    return {
      zh: `${from.zh}产生${given.zh}${amount.zh}，需委托处置`,
      en: `${from.en} ${verb(told, "supplier", "produces")} ${given.en}${amount.en}, which must go to a licensed firm`,
    };
  return {
    zh: `${from.zh}有${given.zh}${amount.zh}可供`,
    en: `${from.en} ${verb(told, "supplier", "has")} ${given.en}${amount.en} to give`,
  };
}

function wanted(told: Told): Text {
  const { to, wanted: thing, given, link } = told;
  const amount = amountInBrackets(link.receiver);
  const { zh, en } = thing ?? given;
  const isWaste = /^(?:SW|HW|\d)/.test(link.code);
  return {
    zh: `${to.zh}${isWaste ? "接收" : "需要"}${zh}${amount.zh}`,
    en: `${to.en} ${verb(told, "receiver", isWaste ? "takes" : "needs")} ${en}${amount.en}`,
  };
}

const plural = { has: "have", produces: "produce", takes: "take", needs: "need" } as const;

/** A total is mostly named in the plural: "generators", "users", "plants". */
function verb({ link }: Told, side: "supplier" | "receiver", word: keyof typeof plural): string {
  const { kind, nameEn } = link[side].party.enterprise;
  const isPlural = kind === "pooled" && /[a-rt-z]s\b/.test((nameEn ?? "").replaceAll(/\(.*?\)/g, ""));
  return isPlural ? plural[word] : word;
}

/** What the rule says the thing is good for; null where no rule makes the match. */
function useOf({ link: { ruleCase } }: Told): Text | null {
  if (ruleCase === null) return null;
  const { useZh, useEn } = ruleCase.rule;
  return { zh: useZh, en: useEn ?? "" };
}

function listedBoth(told: Told): Text {
  const [gives, takes, use] = [offered(told), wanted(told), useOf(told)];
  const isByRule = told.link.match === "rule" && use !== null;
  return {
    zh: `${gives.zh}；${takes.zh}${isByRule ? `，前者可用于${use.zh}` : ""}`,
    en: `${gives.en}; ${takes.en}${isByRule ? `, and what is offered can be used ${use.en}` : ""}`,
  };
}

function guessedReceiver(told: Told): Text {
  const { to, link } = told;
  const [gives, use, industry] = [offered(told), useOf(told), industryOf(link.receiver.party.enterprise)];
  const trade = industry === null ? "" : `属${industry.zh}行业，`;
  return {
    zh: `${gives.zh}；${to.zh}${trade}${use === null ? "同行有接收记录" : `这一行可将其用于${use.zh}`}，但它没有登记过需求`,
    en: `${gives.en}; ${to.en} has listed no need, but ${use === null ? "others of its trade take this" : `its trade can use it ${use.en}`}`,
  };
}

function guessedSupplier(told: Told): Text {
  const { from, given, waste, link } = told;
  const [takes, industry] = [wanted(told), industryOf(link.supplier.party.enterprise)];
  const has = waste === "hazardous" ? { zh: "产生", en: "produces" } : { zh: "有", en: "has" };
  return {
    zh: `${takes.zh}；${from.zh}${industry === null ? "" : `属${industry.zh}行业，`}这一行通常${has.zh}${given.zh}，但它没有登记过供应`,
    en: `${takes.en}; ${from.en} has listed no offer, but its trade usually ${has.en} ${given.en}`,
  };
}

function guessedBoth(told: Told): Text {
  const { from, to, given, link } = told;
  const use = useOf(told);
  const [makes, uses] = [
    industryOf(link.supplier.party.enterprise),
    industryOf(link.receiver.party.enterprise),
  ];
  return {
    zh: `${from.zh}${makes === null ? "" : `（${makes.zh}）`}通常有${given.zh}，${to.zh}${uses === null ? "" : `（${uses.zh}）`}${use === null ? "的同行有接收记录" : `可将其用于${use.zh}`}；两家都没有登记，只是假设`,
    en: `${from.en} usually has ${given.en}, and ${use === null ? `others of the trade of ${to.en} take it` : `${to.en} could use it ${use.en}`}; neither has listed it`,
  };
}
