import { isHazardous, type CodeTable } from "#graph/matching/knowledge/codes.ts";
import type { LegalCase } from "#graph/matching/knowledge/law/legal-row.ts";
import { isWasteTreatment } from "#graph/matching/knowledge/industries.ts";
import type { GateLink } from "./gate.ts";

/** What the resource is before the waste law, as far as code and flags tell. */
export type WasteState = "hazardous" | "general" | "unidentified" | "by-product" | "goods" | "no-solid-waste";

/** Goods by nature, traded as such; other MA codes are by-products that must first be told apart from waste. */
const goods: ReadonlySet<string> = new Set([
  "MA10",
  "MA11",
  "MA12",
  "MA13",
  "MA22",
  "MA24",
  "MA30",
  "MA31",
  "MA40",
  "MA60",
  "MA80",
]);
/** Liquids that may be liquid waste when they are handed on and not let into a water body. */
const liquidWaste = /废液|母液|残液/;

/** Where a flag contradicts itself the stricter reading wins. */
export function wasteStateOf(link: GateLink, table: CodeTable): WasteState {
  const { code, match } = link;
  const hazardous = statedHazard(link);
  if (isHazardous(code, table) || hazardous === true) return "hazardous";
  const isLiquidWaste = liquidWaste.test(namesOf(link));
  if (/^(?:EN|WA)/.test(code)) return isLiquidWaste ? "unidentified" : "no-solid-waste";
  if (hazardous === null || match === "class-unknown") return "unidentified";
  if (!code.startsWith("MA")) return "general";
  return goods.has(code) && !isLiquidWaste ? "goods" : "by-product";
}

/** What the supplier says, else the receiver, else the rule; null where nobody does. */
function statedHazard({ supplier, receiver, ruleCase }: GateLink): boolean | null {
  return supplier.listing?.hazardous ?? receiver.listing?.hazardous ?? ruleCase?.rule.hazardous ?? null;
}

const namesOf = ({ supplier, receiver }: GateLink) =>
  `${supplier.listing?.resourceZh ?? ""} ${receiver.listing?.resourceZh ?? ""}`;

/** The case of the law a transfer across the border falls under. */
export function legalCaseOf(link: GateLink, waste: WasteState): LegalCase {
  if (waste === "general") return wastePurposeOf(link);
  return caseByState[waste];
}

const caseByState: Record<Exclude<WasteState, "general">, LegalCase> = {
  hazardous: "hazardous-waste",
  goods: "not-waste",
  "no-solid-waste": "not-solid-waste",
  "by-product": "identification-needed",
  unidentified: "identification-needed",
};

/** Use, disposal or open, from what the receiver is and says. */
function wastePurposeOf({ receiver, ruleCase }: GateLink): LegalCase {
  const wording = receiver.listing?.resourceZh ?? "";
  const industry = receiver.party.enterprise.industryCode;
  if (/填埋|焚烧|堆存|贮存/.test(wording)) return "general-waste-disposal";
  const open = industry === null || isWasteTreatment(industry) || industry === "4417" || /处置/.test(wording);
  return open && ruleCase === null ? "general-waste-purpose-unknown" : "general-waste-use";
}
