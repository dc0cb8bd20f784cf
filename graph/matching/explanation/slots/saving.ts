import type { Rule } from "#graph/schema/records/rule.ts";
import type { Text } from "#graph/schema/text.ts";
import { freightRange, haulageOf } from "#graph/matching/explanation/haulage.ts";
import type { Told } from "#graph/matching/explanation/told.ts";

/** What the use replaces as far as the rule knows; what it saves in money nobody has recorded, so whom to ask. */
export function savingSlot(told: Told): Text {
  const replaced = replacedText(told);
  const money = moneyText(told);
  return {
    zh: replaced === null ? money.zh : `${replaced.zh}；${money.zh}`,
    en:
      replaced === null
        ? money.en
        : `${replaced.en}; ${money.en.charAt(0).toLowerCase()}${money.en.slice(1)}`,
  };
}

function replacedText({ link: { ruleCase, code } }: Told): Text | null {
  const rule = ruleCase?.rule;
  if (rule?.replacesZh == null) return null;
  const { replacesZh, replacesEn, substitutionRatio, ghgSavingKgPerTonne } = rule;
  const en = replacesEn ?? "what is bought now";
  const isByMass = !/^(?:EN|WA)/.test(code);
  const [ratioZh, ratioEn] =
    substitutionRatio === null
      ? [`可代替${replacesZh}`, `It replaces ${en}`]
      : substitutionRatio === 1
        ? [`可等量代替${replacesZh}`, `It replaces ${en} one for one`]
        : isByMass
          ? [
              `1吨约代替${substitutionRatio}吨${replacesZh}`,
              `1 t replaces about ${substitutionRatio} t of ${en}`,
            ]
          : [`可代替${replacesZh}`, `It replaces ${en}`];
  if (ghgSavingKgPerTonne === null) return { zh: ratioZh, en: ratioEn };
  const kg = Math.round(ghgSavingKgPerTonne);
  return {
    zh: `${ratioZh}，每吨约少排${kg}千克二氧化碳当量（未扣运输）`,
    en: `${ratioEn}, about ${kg} kg CO2e less per tonne (transport not deducted)`,
  };
}

/** Whom to ask what it saves; for a waste in a truck also the break-even, which is known though its parts are not. */
function moneyText(told: Told): Text {
  const { link, waste, roadKm } = told;
  const { code, ruleCase } = link;
  const line = lineQuestions.find(([family]) => code.startsWith(family));
  if (line !== undefined) return ask(line[1], line[2]);
  const haulage = haulageOf(code, waste === "hazardous");
  if (haulage === "hazardous")
    return ask("供方现在每吨处置价", "what the supplier pays per tonne for disposal now");
  if (haulage === "tanker" || roadKm === null || !code.startsWith("SW"))
    return ask("需方现在的到厂价", "what the receiver pays at its gate now");
  const range = freightText(told, roadKm);
  return breakEven(range, ruleCase?.rule ?? null);
}

/** Power before the other energy codes. */
const lineQuestions: readonly (readonly [family: string, zh: string, en: string])[] = [
  ["EN70", "需方现在的电价", "what the receiver pays for power now"],
  ["EN", "需方现在的热价或燃料费", "what the receiver pays for heat or fuel now"],
  ["WA", "需方现在的水价", "what the receiver pays for water now"],
];

/** Freight as a break-even names it. */
function freightText({ freight }: Told, roadKm: number): Text {
  if (freight === null) return { zh: "运费", en: "the freight" };
  const { low, high } = freightRange(roadKm, freight);
  const range = low === high ? String(high) : `${low}–${high}`;
  return { zh: `运费${range}元`, en: `the freight of ${range} yuan` };
}

function breakEven(freight: Text, rule: Rule | null): Text {
  if (rule === null)
    return {
      zh: `省多少钱不明：问供方现在每吨处置费、需方每吨收费还是付钱；差额高过${freight.zh}加装卸才划算`,
      en: `What it saves is not known: ask the supplier's cost of disposal and the receiver's price or charge per tonne; the difference must exceed ${freight.en} plus loading`,
    };
  const { replacesZh, replacesEn } = rule;
  return {
    zh: `省多少钱不明：问供方现在每吨处置费、需方现在的${replacesZh ?? "原料"}价，两项合计高过${freight.zh}加装卸才划算`,
    en: `What it saves is not known: ask the supplier's cost of disposal and the receiver's price of ${replacesEn ?? "its raw material"}; together they must exceed ${freight.en} plus loading`,
  };
}

const ask = (zh: string, en: string): Text => ({
  zh: `省多少钱不明：问${zh}`,
  en: `What it saves is not known: ask ${en}`,
});
