import { yearOf } from "#graph/matching/ends/end.ts";
import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import type { GateRule } from "./gate.ts";
import { wasteStateOf } from "./waste-state.ts";

export interface LicenceFacts {
  /** Whether a licence is needed: yes, no, or only if the waste turns out hazardous. */
  readonly need: "yes" | "no" | "if-hazardous";
  /** The receiver's own record of taking the code; null where it has none. */
  readonly record: { readonly code: string; readonly listingId: string; readonly year: number | null } | null;
}

/** Whether the receiver may take hazardous waste, as far as the records say. */
export const hazardousLicence: GateRule<LicenceFacts> = {
  id: "hazardous-licence",
  judge: (link, { table, asOf }) => {
    const state = wasteStateOf(link, table);
    if (state === "unidentified" && /^(?:SW|MA|WA)/.test(link.code))
      return { verdict: "unknown", facts: { need: "if-hazardous", record: null } };
    if (state !== "hazardous") return { verdict: "pass", facts: { need: "no", record: null } };
    const { listing } = link.receiver;
    const named = listing?.resourceCodes.includes(link.code) === true && link.match !== "class-unknown";
    const record = named ? { code: link.code, listingId: listing.id, year: yearOf(listing) } : null;
    return {
      verdict: "unknown",
      facts: { need: "yes", record },
      legal: legalRowOf("hazardous-licence", asOf),
    };
  },
};
