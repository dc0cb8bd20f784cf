import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import type { LegalCase } from "#graph/matching/knowledge/law/legal-row.ts";
import { familySideOf } from "./family-side.ts";
import type { GateRule } from "./gate.ts";
import { isIndustrialSludge } from "./industrial-sludge.ts";
import { productProofOf, type ProductProof } from "./product-proof.ts";
import { wasteStateOf, type WasteState } from "./waste-state.ts";

export interface IdentificationFacts {
  readonly state: WasteState;
  /** The supplier has declared nothing: its waste is guessed from its industry. */
  readonly inferred: boolean;
  /** Which side names the family only; null where none does. */
  readonly family: "supplier" | "receiver" | null;
  readonly industrialSludge: boolean;
  /** What shows that it is no waste; null where nothing does. */
  readonly proof: ProductProof | null;
}

const settled: ReadonlySet<WasteState> = new Set<WasteState>([
  "hazardous",
  "general",
  "goods",
  "no-solid-waste",
]);

/** The law speaks of what is outside it; a hazardous or ordinary waste is judged by the permission it needs. */
const caseOf: Readonly<Partial<Record<WasteState, LegalCase>>> = {
  goods: "not-waste",
  "by-product": "goods-unproven",
  "no-solid-waste": "not-solid-waste",
};

/** What the resource is before the waste law; settled only by what the supplier itself declares. */
export const wasteIdentification: GateRule<IdentificationFacts> = {
  id: "waste-identification",
  judge: (link, { table, asOf }) => {
    const state = wasteStateOf(link, table);
    const inferred = link.supplier.listing === null;
    const family = familySideOf(link, table);
    const isSettled = settled.has(state) && !inferred && family === null;
    const legalCase = caseOf[state];
    return {
      verdict: isSettled ? "pass" : "unknown",
      facts: {
        state,
        inferred,
        family,
        industrialSludge: isIndustrialSludge(link),
        proof: productProofOf(link.supplier),
      },
      legal: legalCase === undefined ? null : legalRowOf(legalCase, asOf),
    };
  },
};
