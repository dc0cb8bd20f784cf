import type { LegalBasis } from "#graph/schema/answers/legal-basis.ts";
import type { LegalRow } from "#graph/matching/knowledge/law/legal-row.ts";
import { remarksOn, type RemarkId } from "#graph/matching/knowledge/law/remarks.ts";
import { transferClock } from "#graph/matching/knowledge/law/transfer-clock.ts";

/** A row of the law as a gate records it, with its days counted from `asOf` and what else it brings with it. */
export function legalBasisOf(row: LegalRow, remarks: ReadonlySet<RemarkId>, asOf: string): LegalBasis {
  const { instrumentZh, instrumentEn, article, inForceFrom, checkedOn, permission, noteZh, noteEn } = row;
  return {
    instrumentZh,
    instrumentEn,
    article,
    inForceFrom,
    checkedOn,
    permission,
    noteZh,
    noteEn,
    clock: permission === "approval-and-manifest" ? transferClock(asOf) : null,
    remarks: remarksOn(remarks, asOf).map(({ id, text }) => ({ id, ...text })),
  };
}
