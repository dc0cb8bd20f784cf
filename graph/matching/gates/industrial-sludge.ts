import type { GateLink } from "./gate.ts";

const sludgeCodes: ReadonlySet<string> = new Set(["SW07", "SW90"]);

/** Words of a works that takes industrial effluent, wherever its sludge is filed. */
const industrialWords =
  /化工|石化|园区|工业|产业基地|开发区|印染|电镀|制药|医药|皮革|焦化|industrial park|chemical/i;

/** Trades whose own sludge may carry what makes it hazardous: dyeing, leather, coking, chemicals, drugs, metal surfaces. */
const doubtfulTrades = ["17", "19", "25", "26", "27", "28", "33", "39"];

/**
 * Sludge that must be identified (GB 5085, HJ 298) before anybody calls it ordinary waste: of works that treat industrial
 * effluent, by name, place or park, and of trades whose effluent may be hazardous. False for what is no sludge.
 */
export function isIndustrialSludge({ supplier, code }: GateLink): boolean {
  if (!sludgeCodes.has(code) && !(supplier.listing?.resourceZh ?? "").includes("污泥")) return false;
  const { enterprise, place } = supplier.party;
  const { nameZh, nameEn, areaZh, noteZh, industryCode } = enterprise;
  if (doubtfulTrades.some((trade) => industryCode?.startsWith(trade))) return true;
  const isWorks = industryCode === null || industryCode.startsWith("46");
  const words = [nameZh, nameEn, areaZh, noteZh, supplier.listing?.resourceZh].join(" ");
  return isWorks && (place.header.kind === "park" || industrialWords.test(words));
}
