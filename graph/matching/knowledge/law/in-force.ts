import type { LegalCase, LegalRow } from "./legal-row.ts";
import { legalRows } from "./rows.ts";

/** The row in force on `asOf` (ISO date), or null where no row covers the day. */
export function legalRowOf(legalCase: LegalCase, asOf: string): LegalRow | null {
  return (
    legalRows.find(
      (row) =>
        row.case === legalCase &&
        row.inForceFrom <= asOf &&
        (row.inForceTo === null || asOf <= row.inForceTo),
    ) ?? null
  );
}
