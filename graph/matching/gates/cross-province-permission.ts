import { isHazardousChemical, type RemarkId } from "#graph/matching/knowledge/law/remarks.ts";
import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import type { PermissionClass } from "#graph/matching/knowledge/law/legal-row.ts";
import { crossesBorder } from "./border.ts";
import type { GateLink, GateRule } from "./gate.ts";
import { transferCaseOf } from "./transfer-case.ts";
import { wasteStateOf, type WasteState } from "./waste-state.ts";

export interface PermissionFacts {
  readonly crosses: boolean;
  readonly state: WasteState;
  /** The supplier has declared nothing. */
  readonly inferred: boolean;
  readonly coFiring: boolean;
  /** Null where no row of the law covers the day. */
  readonly permission: PermissionClass | null;
  readonly asOf: string;
}

/**
 * The permission to move the resource. `pass` only where nobody has to grant anything: inside one province, proven goods,
 * energy and water, and use of ordinary waste under the Code, which asks for information in advance only (the duty is said).
 */
export const crossProvincePermission: GateRule<PermissionFacts> = {
  id: "cross-province-permission",
  judge: (link, { table, asOf }) => {
    const state = wasteStateOf(link, table);
    const crosses = crossesBorder(link);
    const legalCase = transferCaseOf(link, state, crosses);
    const legal = legalRowOf(legalCase, asOf);
    const permission = legal?.permission ?? null;
    const granted = permission === "none" || permission === "information-in-advance";
    const inferred = link.supplier.listing === null;
    const facts = { crosses, state, inferred, coFiring: legalCase === "co-firing", permission, asOf };
    const remarks = remarksOf(link, state, crosses);
    return { verdict: granted ? "pass" : "unknown", facts, legal, remarks };
  },
};

/** What besides the permission has to be said of such a transfer. */
function remarksOf({ code }: GateLink, state: WasteState, crosses: boolean): ReadonlySet<RemarkId> {
  const remarks = new Set<RemarkId>();
  if (crosses && state === "hazardous")
    for (const id of ["exemption", "transit", "proximity"] as const) remarks.add(id);
  if (crosses && state !== "goods" && state !== "no-solid-waste") remarks.add("lighter-rule");
  if (isHazardousChemical(code)) remarks.add("hazardous-chemical");
  if (state === "by-product") remarks.add("by-product-sale");
  return remarks;
}
