import { isHazardousCode } from "#graph/schema/records/resource.ts";
import { yearOf } from "#graph/matching/ends/end.ts";
import { familySideOf } from "./family-side.ts";
import { namesTreatmentOf } from "#graph/matching/rules/treatment.ts";
import { hazardClassOf } from "#graph/matching/knowledge/codes.ts";
import type { Speciality } from "#graph/matching/knowledge/hazard-specialities.ts";
import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import { crossesBorder } from "./border.ts";
import type { GateLink, GateRule } from "./gate.ts";
import { licenceRecordOf, type LicenceRecord } from "./licence-record.ts";
import { wasteStateOf } from "./waste-state.ts";

/** Why a receiver may not take the waste, by its own record. */
export type LicenceFailure = "collects-only" | "other-speciality" | "other-class" | "outside-its-area";

export interface LicenceFacts {
  /** Whether a licence is needed: yes, no, not even a solid waste, or only if the waste turns out hazardous. */
  readonly need: "yes" | "no" | "no-solid-waste" | "if-hazardous";
  readonly failure: LicenceFailure | null;
  /** A question and no candidate (see `asksHazardClass`). */
  readonly asksFirst: boolean;
  /** Which side names the family only; null where neither does. */
  readonly family: "supplier" | "receiver" | null;
  readonly code: string;
  /** The receiver's own record of taking the code; null where it has none. */
  readonly taken: { readonly code: string; readonly listingId: string; readonly year: number | null } | null;
  readonly record: Omit<LicenceRecord, "speciality"> | null;
  readonly speciality: Pick<Speciality, "zh" | "en"> | null;
}

/** Whether the receiver may take hazardous waste, as far as its record says. Never `pass`: no licence is on record. */
export const hazardousLicence: GateRule<LicenceFacts> = {
  id: "hazardous-licence",
  judge: (link, { table, asOf }) => {
    const state = wasteStateOf(link, table);
    const nothing = {
      failure: null,
      asksFirst: false,
      family: null,
      code: link.code,
      taken: null,
      record: null,
      speciality: null,
    };
    if (state === "unidentified" || state === "by-product")
      return {
        verdict: "unknown",
        facts: { ...nothing, need: "if-hazardous" },
        legal: legalRowOf("hazardous-licence", asOf),
      };
    if (state === "no-solid-waste") return { verdict: "pass", facts: { ...nothing, need: state } };
    if (state !== "hazardous") return { verdict: "pass", facts: { ...nothing, need: "no" } };
    const record = licenceRecordOf(link.receiver);
    const failure = licenceFailureOf(link);
    const facts = {
      need: "yes",
      failure,
      asksFirst: asksHazardClass(link),
      family: familySideOf(link, table),
      code: link.code,
      taken: takenOf(link),
      record,
      speciality: record?.speciality ?? null,
    } as const;
    return {
      verdict: failure === null ? "unknown" : "fail",
      facts,
      legal: legalRowOf("hazardous-licence", asOf),
    };
  },
};

/**
 * A match of hazardous waste by its family alone is a question and no candidate: the supplier names no class, or the
 * receiver neither classes nor a running treatment that takes this one. Asked of every pair a search looks at.
 */
export function asksHazardClass({ code, match, receiver }: GateLink): boolean {
  if (match !== "class-unknown" || !isHazardousCode(code)) return false;
  if (code === hazardousFamily) return true;
  const record = licenceRecordOf(receiver);
  if (record === null || record.isPlanned) return true;
  if (record.classes.length > 0) return false;
  return !namesTreatmentOf(hazardClassOf(code) ?? code, receiver.listing?.resourceZh ?? "");
}

const hazardousFamily = "HW";

/** What in the receiver's own record rules the waste out; null where nothing does. Asked of every pair a search looks at. */
export function licenceFailureOf(link: GateLink): LicenceFailure | null {
  if (!isHazardousCode(link.code)) return null;
  const record = licenceRecordOf(link.receiver);
  if (record === null) return null;
  const { enterprise } = link.supplier.party;
  if (record.collectsOnly && (enterprise.kind === "pooled" || crossesBorder(link))) return "collects-only";
  if (record.speciality !== null && !suits(record.speciality, link)) return "other-speciality";
  if (record.classes.length > 0 && !isNamed(record.classes, link.code)) return "other-class";
  const isOutside = record.cityCodes.length > 0 && enterprise.cityCode !== null;
  return isOutside && !record.cityCodes.includes(enterprise.cityCode ?? "") ? "outside-its-area" : null;
}

/** The supplier's own words decide; where it is inferred, those of the rule. */
function suits({ classes, supplierWords }: Speciality, { code, supplier, ruleCase }: GateLink): boolean {
  const words = supplier.listing?.resourceZh ?? ruleCase?.rule.wasteZh ?? "";
  return classes.includes(hazardClassOf(code) ?? code) || supplierWords.test(words);
}

/** A class meets its own name and any eight-digit code of it; a family is not ruled out by a list. */
function isNamed(classes: readonly string[], code: string): boolean {
  if (code === hazardousFamily) return true;
  const own = hazardClassOf(code);
  return classes.some(
    (named) => named === code || named === own || (own === null && hazardClassOf(named) === code),
  );
}

function takenOf({ receiver, code, match }: GateLink): LicenceFacts["taken"] {
  const { listing } = receiver;
  const named = listing?.resourceCodes.includes(code) === true && match !== "class-unknown";
  return named ? { code, listingId: listing.id, year: yearOf(listing) } : null;
}
