/** Every expected failure of the product has one stable code; `graph/schema/api/problem.ts` maps it to HTTP. */
export type ErrorCode =
  | "invalid-request"
  | "unknown-id"
  | "unknown-job"
  | "host-not-allowed"
  | "invalid-cursor"
  | "metric-needs-one-layer"
  | "import-rejected"
  | "not-utf8-or-gb18030"
  | "store-unavailable"
  | "store-access-denied"
  | "store-locked"
  | "store-corrupt"
  | "store-newer-than-program"
  | "store-full"
  | "unsupported-store-url"
  | "too-many-requests"
  | "payload-too-large"
  | "unsupported-media-type"
  | "method-not-allowed"
  | "not-permitted"
  | "precondition-required"
  | "changed-meanwhile"
  | "work-queue-full"
  | "analysis-too-long"
  | "analysis-too-big"
  | "queue-unavailable"
  | "seed-unreadable"
  | "internal";

/** Base of all errors the product throws on purpose: `code` is the contract, `message` says what, where and what to do. */
export class SymbiosisError extends Error {
  readonly code: ErrorCode;
  /** The message in Chinese; null where only programs read it. */
  readonly messageZh: string | null;
  readonly details: readonly ErrorDetail[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: readonly ErrorDetail[]; zh?: string } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "SymbiosisError";
    this.code = code;
    this.messageZh = options.zh ?? null;
    this.details = options.details ?? [];
  }
}

/** One faulty place inside a request or a file. `pointer` names it (a parameter, or file:line:column). */
export interface ErrorDetail {
  readonly pointer: string;
  readonly message: string;
}
