import { isWasteTreatment } from "#graph/matching/knowledge/industries.ts";
import type { LegalCase } from "#graph/matching/knowledge/law/legal-row.ts";
import type { GateLink } from "./gate.ts";
import type { WasteState } from "./waste-state.ts";

/** The case of the law a transfer falls under, across the border or inside one province. */
export function transferCaseOf(link: GateLink, state: WasteState, crosses: boolean): LegalCase {
  if (!crosses) return withinProvince[state];
  return state === "general" ? wastePurposeOf(link) : acrossBorder[state];
}

const withinProvince: Record<WasteState, LegalCase> = {
  hazardous: "hazardous-same-province",
  general: "general-waste-same-province",
  unidentified: "identification-needed-same-province",
  "by-product": "identification-needed-same-province",
  goods: "not-waste",
  "no-solid-waste": "not-solid-waste",
};

const acrossBorder: Record<Exclude<WasteState, "general">, LegalCase> = {
  hazardous: "hazardous-waste",
  unidentified: "identification-needed",
  "by-product": "identification-needed",
  goods: "not-waste",
  "no-solid-waste": "not-solid-waste",
};

/** Plants that burn a fuel: power (waste-fired stations apart), heat, cement, bricks. Waste burnt there is fuel or is disposed of. */
const burnsFuel = /^(?:44(?!17)|301|303)/;

/** Use, disposal, burning as fuel, or open, from what the receiver is and says and what the rule puts the waste to. */
function wastePurposeOf({ receiver, ruleCase }: GateLink): LegalCase {
  const wording = receiver.listing?.resourceZh ?? "";
  const industry = receiver.party.enterprise.industryCode;
  if (isCoFiring(`${wording} ${ruleCase?.rule.useZh ?? ""}`, industry ?? "")) return "co-firing";
  if (/填埋|焚烧|堆存|贮存/.test(wording)) return "general-waste-disposal";
  const open = isPurposeOpen(industry) || wording.includes("处置");
  return open && ruleCase === null ? "general-waste-purpose-unknown" : "general-waste-use";
}

const isCoFiring = (words: string, industry: string) =>
  /掺烧|燃料|协同处置/.test(words) || (/焚烧|发电/.test(words) && burnsFuel.test(industry));

const isPurposeOpen = (industry: string | null) =>
  industry === null || isWasteTreatment(industry) || industry === "4417";
