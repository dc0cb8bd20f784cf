import { SymbiosisError, type ErrorDetail } from "#graph/errors.ts";
import type { RecordKind } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";

/** Why a reference of a stored record is a fault, and the way out. */
export function danglingReason(column: string, target: RecordKind): Text {
  return {
    zh: `${column} 指向的记录不在 ${target} 中：请导入该记录，或改正本记录的 ${column}`,
    en: `${column} points at a record that is not in ${target}; import it, or this record with another ${column}`,
  };
}

/** Rejection of an import for references that lead nowhere; the cause itself where there is none. */
export function danglingError(details: readonly ErrorDetail[], cause?: Error): unknown {
  const [first] = details;
  if (first === undefined) return cause;
  const more = details.length > 1 ? ` (and ${details.length - 1} more)` : "";
  return new SymbiosisError(
    "import-rejected",
    `${first.pointer}: ${first.message}${more}; nothing was imported`,
    { cause, details },
  );
}
