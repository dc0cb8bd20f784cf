import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import type { GateRule } from "./gate.ts";
import { wasteStateOf, type WasteState } from "./waste-state.ts";

export interface IdentificationFacts {
  readonly state: WasteState;
  /** Code of the family where one side names no class; null otherwise. */
  readonly familyCode: string | null;
}

const known: ReadonlySet<WasteState> = new Set<WasteState>([
  "hazardous",
  "general",
  "goods",
  "no-solid-waste",
]);

/** What the resource is before the waste law. */
export const wasteIdentification: GateRule<IdentificationFacts> = {
  id: "waste-identification",
  judge: (link, { table, asOf }) => {
    const state = wasteStateOf(link, table);
    const familyCode = link.match === "class-unknown" ? link.code : null;
    const legal = state === "by-product" || state === "goods" ? legalRowOf("not-waste", asOf) : null;
    return {
      verdict: familyCode === null && known.has(state) ? "pass" : "unknown",
      facts: { state, familyCode },
      legal: state === "no-solid-waste" ? legalRowOf("not-solid-waste", asOf) : legal,
    };
  },
};
