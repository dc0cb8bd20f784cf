import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import type { LegalCase, PermissionClass } from "#graph/matching/knowledge/law/legal-row.ts";
import type { GateLink, GateRule } from "./gate.ts";
import { legalCaseOf, wasteStateOf, type WasteState } from "./waste-state.ts";

export interface PermissionFacts {
  readonly crosses: boolean;
  readonly state: WasteState;
  /** Null where no row of the law covers the day. */
  readonly permission: PermissionClass | null;
  readonly asOf: string;
}

const sameProvince: Record<WasteState, LegalCase> = {
  hazardous: "hazardous-same-province",
  general: "general-waste-same-province",
  unidentified: "identification-needed-same-province",
  "by-product": "identification-needed-same-province",
  goods: "not-waste",
  "no-solid-waste": "not-solid-waste",
};

/**
 * The permission to move the resource. `pass` only where nobody has to grant anything: inside one province, goods, energy
 * and water, and use of ordinary waste under the Code, which asks for information in advance only (the duty is said).
 */
export const crossProvincePermission: GateRule<PermissionFacts> = {
  id: "cross-province-permission",
  judge: (link, { table, asOf }) => {
    const state = wasteStateOf(link, table);
    const crosses = crossesBorder(link);
    const legal = legalRowOf(crosses ? legalCaseOf(link, state) : sameProvince[state], asOf);
    const permission = legal?.permission ?? null;
    const granted = permission === "none" || permission === "information-in-advance";
    return { verdict: granted ? "pass" : "unknown", facts: { crosses, state, permission, asOf }, legal };
  },
};

/** Whether the two ends lie in two provinces; an unknown province counts as another one, the stricter reading. */
function crossesBorder({ supplier, receiver }: GateLink): boolean {
  const [from, to] = [supplier, receiver].map(({ party }) => party.enterprise.provinceCode);
  return from === null || from !== to;
}
