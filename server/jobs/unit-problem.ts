import { SymbiosisError } from "#graph/errors.ts";
import type { JobUnit } from "#graph/schema/answers/job.ts";
import { problemTable } from "#graph/schema/api/problem.ts";

/** What a unit that failed says of itself; faults of our own tell their title only. */
export function problemOfUnit(error: unknown): NonNullable<JobUnit["problem"]> {
  if (error instanceof SymbiosisError) return { code: error.code, message: error.message };
  return { code: "internal", message: problemTable.internal.title.en };
}
