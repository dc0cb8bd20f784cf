import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";

interface Verdict {
  readonly code: ErrorCode;
  readonly sentence: (path: string) => string;
}

/** First match wins: beginnings of SQLite's result codes. */
const verdicts: readonly (readonly [beginning: string, verdict: Verdict])[] = [
  [
    "SQLITE_BUSY",
    {
      code: "store-locked",
      sentence: (path) => `The store ${path} is held by another process; try again when it has finished`,
    },
  ],
  [
    "SQLITE_LOCKED",
    { code: "store-locked", sentence: (path) => `The store ${path} is in use; try again in a moment` },
  ],
  [
    "SQLITE_FULL",
    {
      code: "store-full",
      sentence: (path) =>
        `The disk under ${path} or the folder for temporary files is full; nothing was changed, free some space and try again`,
    },
  ],
  [
    "SQLITE_CORRUPT",
    {
      code: "store-corrupt",
      sentence: (path) => `The store ${path} is damaged; it was left as it is, restore a backup`,
    },
  ],
  [
    "SQLITE_NOTADB",
    {
      code: "store-corrupt",
      sentence: (path) => `${path} is not a store of this program; it was left as it is`,
    },
  ],
  [
    "SQLITE_READONLY",
    {
      code: "store-unavailable",
      sentence: (path) => `The store ${path} cannot be written: the file or its folder is read-only`,
    },
  ],
  [
    "SQLITE_CANTOPEN",
    {
      code: "store-unavailable",
      sentence: (path) =>
        `The store ${path} cannot be opened: check that its folder exists and may be written`,
    },
  ],
  [
    "SQLITE_IOERR",
    { code: "store-unavailable", sentence: (path) => `The store ${path} cannot be read or written` },
  ],
];

/** Turns what better-sqlite3 or the file system threw into the product's own error; passes others through. */
export function toStoreError(error: unknown, path: string): unknown {
  if (error instanceof SymbiosisError || !(error instanceof Error)) return error;
  const resultCode = "code" in error ? String(error.code) : "";
  if (resultCode === "ENOSPC") return verdictError("SQLITE_FULL", error, path);
  if (/^E[A-Z]+$/.test(resultCode)) return verdictError("SQLITE_CANTOPEN", error, path);
  if (error instanceof TypeError && error.message === "The database connection is not open")
    return new SymbiosisError("store-unavailable", `The store ${path} is closed`, { cause: error });
  return resultCode.startsWith("SQLITE_") ? verdictError(resultCode, error, path) : error;
}

function verdictError(resultCode: string, cause: Error, path: string): unknown {
  const verdict = verdicts.find(([beginning]) => resultCode.startsWith(beginning))?.[1];
  if (verdict === undefined) return cause;
  return new SymbiosisError(verdict.code, `${verdict.sentence(path)} (${cause.message})`, { cause });
}
