import { SymbiosisError, type ErrorDetail } from "#graph/errors.ts";

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
