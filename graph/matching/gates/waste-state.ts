import { isHazardous, type CodeTable } from "#graph/matching/knowledge/codes.ts";
import type { GateLink } from "./gate.ts";
import { isIndustrialSludge } from "./industrial-sludge.ts";
import { productProofOf } from "./product-proof.ts";

/**
 * What the resource is before the waste law, as far as code, flags and words tell. `general` and `goods` are said of what
 * the supplier itself declares only: a guess from its industry stays `unidentified`, a by-product without a named standard
 * or an identification result stays `by-product`.
 */
export type WasteState = "hazardous" | "general" | "unidentified" | "by-product" | "goods" | "no-solid-waste";

/** Liquids that may be liquid waste when they are handed on and not let into a water body. */
const liquidWaste = /废液|母液|残液/;

/** Room underground is leased, not moved: no waste law speaks of it. */
const spaceCode = "MA80";

/** Where a flag contradicts itself the stricter reading wins. */
export function wasteStateOf(link: GateLink, table: CodeTable): WasteState {
  const { code, match, supplier } = link;
  if (isHazardous(code, table) || statedHazard(link) === true) return "hazardous";
  const isLiquidWaste = liquidWaste.test(namesOf(link));
  if (/^(?:EN|WA)/.test(code) || code === spaceCode) return isLiquidWaste ? "unidentified" : "no-solid-waste";
  if (match === "class-unknown") return "unidentified";
  if (code.startsWith("MA")) return productProofOf(supplier) === null ? "by-product" : "goods";
  const isDeclared = supplier.listing?.hazardous === false;
  return isDeclared && !isLiquidWaste && !isIndustrialSludge(link) ? "general" : "unidentified";
}

/** What the supplier says, else the receiver, else the rule; null where nobody does. */
function statedHazard({ supplier, receiver, ruleCase }: GateLink): boolean | null {
  return supplier.listing?.hazardous ?? receiver.listing?.hazardous ?? ruleCase?.rule.hazardous ?? null;
}

const namesOf = ({ supplier, receiver }: GateLink) =>
  `${supplier.listing?.resourceZh ?? ""} ${receiver.listing?.resourceZh ?? ""}`;
