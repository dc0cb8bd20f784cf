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
 * Takes out of the faults between records those that only follow from rows which could not be read: a park whose row
 * is faulty is not "unknown" to its enterprises. Where a fault of a row or file does not say which record was meant,
 * no reference to that kind is called unknown.
 */
export function withoutFollowUps(ofRows: readonly Issue[], between: readonly Issue[]): Issue[] {
  const lost = new Set<string>();
  for (const { code, recordKind, recordId } of ofRows)
    if (recordKind !== null && code !== "unknown-column") lost.add(`${recordKind}:${recordId ?? "*"}`);
  if (lost.size === 0) return [...between];
  return between.filter(({ code, column, value }) => {
    const target = targetOf[column ?? ""];
    if (target === undefined || (code !== "unknown-id" && code !== "unknown-code")) return true;
    return !lost.has(`${target}:${value}`) && !lost.has(`${target}:*`);
  });
}
