import type { Issue } from "./issue.ts";
import type { RecordKind } from "#graph/schema/records/records.ts";

/** Kind of record that a column points at. */
const targetOf: Readonly<Record<string, RecordKind>> = {
  supplier_id: "enterprises",
  receiver_id: "enterprises",
  enterprise_id: "enterprises",
  park_id: "parks",
  overlaps: "parks",
  resource_code: "resources",
  resource_codes: "resources",
  parent_code: "resources",
};

/**
 * Remembers the records whose rows could not be read, and tells faults between records that only follow from that: a
 * park whose row is faulty is not "unknown" to its enterprises. Where a fault of a row or file does not say which
 * record was meant, no reference to that kind is called unknown.
 */
export class LostRecords {
  readonly #keys = new Set<string>();

  /** Takes an issue of a row or file. */
  add({ code, severity, recordKind, recordId }: Issue): void {
    if (severity === "error" && recordKind !== null && code !== "unknown-column")
      this.#keys.add(`${recordKind}:${recordId ?? "*"}`);
  }

  /** Whether a fault between records follows from a lost one. */
  explain({ code, column, value }: Issue): boolean {
    const target = targetOf[column ?? ""];
    if (target === undefined || (code !== "unknown-id" && code !== "unknown-code")) return false;
    return this.#keys.has(`${target}:${value}`) || this.#keys.has(`${target}:*`);
  }
}

/** The faults between records without those that follow from faults of rows. */
export function withoutFollowUps(ofRows: readonly Issue[], between: readonly Issue[]): Issue[] {
  const lost = new LostRecords();
  for (const issue of ofRows) lost.add(issue);
  return between.filter((issue) => !lost.explain(issue));
}
