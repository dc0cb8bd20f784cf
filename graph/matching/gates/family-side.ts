import { isFamilyCode, type CodeTable } from "#graph/matching/knowledge/codes.ts";
import type { GateLink } from "./gate.ts";

/** Which side of a match by family names the family only: the supplier, whose code the link carries, or the receiver. */
export function familySideOf({ match, code }: GateLink, table: CodeTable): "supplier" | "receiver" | null {
  if (match !== "class-unknown") return null;
  return isFamilyCode(code, table) ? "supplier" : "receiver";
}
