import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";

interface Verdict {
  readonly matches: RegExp;
  readonly code: ErrorCode;
  readonly sentence: (store: string) => string;
}

/** First match wins: against the code and message of what the driver threw. */
const verdicts: readonly Verdict[] = [
  {
    matches: /^Neo\.ClientError\.Security\./,
    code: "store-access-denied",
    sentence: (store) => `${store} refuses our user name or password; correct the address of the store`,
  },
  {
    matches: /certificate|self[- ]signed|TLS connection/i,
    code: "store-access-denied",
    sentence: (store) => `The certificate of ${store} is not trusted or has expired`,
  },
  {
    matches: /^Neo\.ClientError\.Database\.DatabaseNotFound/,
    code: "unsupported-store-url",
    sentence: (store) => `There is no database at ${store}; create it or name another one`,
  },
  {
    matches:
      /^Neo\.(?:ClientError|TransientError)\.Transaction\.(?:TransactionTimedOut|LockClientStopped|Terminated)/,
    code: "analysis-too-long",
    sentence: (store) => `${store} stopped our question because it took too long; try again or ask for less`,
  },
  {
    matches: /^Neo\.TransientError\.Transaction\.(?:DeadlockDetected|LockAcquisitionTimeout)/,
    code: "store-locked",
    sentence: (store) => `${store} is busy with another import; try again in a moment`,
  },
  {
    matches: /^Neo\.(?:ClientError|DatabaseError)\.Schema\./,
    code: "store-corrupt",
    sentence: (store) => `What lies in ${store} does not fit this program; nothing was changed`,
  },
  {
    matches: /^Neo\.ClientError\.Statement\.|^Neo\.DatabaseError\.Statement\./,
    code: "store-corrupt",
    sentence: (store) => `${store} does not understand this program; it needs Neo4j 5.26 or newer`,
  },
  {
    matches: /OutOfDisk|No space left/i,
    code: "store-full",
    sentence: (store) => `The disk of ${store} is full; nothing was changed`,
  },
  {
    matches: /^Neo\.|ServiceUnavailable|SessionExpired|acquisition timed out|closed|ECONN|connection/i,
    code: "store-unavailable",
    sentence: (store) => `${store} does not answer; try again when it is back`,
  },
];

/** Turns what the driver threw into the product's own error; passes what is no driver's error through. */
export function toNeo4jError(error: unknown, store: string): unknown {
  if (error instanceof SymbiosisError || !(error instanceof Error) || !isDriverError(error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const verdict = verdicts.find(({ matches }) => matches.test(code) || matches.test(error.message));
  if (verdict === undefined) return error;
  return new SymbiosisError(verdict.code, `${verdict.sentence(store)} (${code || error.message})`, {
    cause: error,
  });
}

function isDriverError(error: Error): boolean {
  return error.name === "Neo4jError" || error.constructor.name === "Neo4jError" || "retriable" in error;
}
