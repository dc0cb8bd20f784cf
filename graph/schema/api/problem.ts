import { z } from "zod";
import type { ErrorCode } from "#graph/errors.ts";

/** RFC 9457 problem details, media type application/problem+json. */
export const Problem = z
  .strictObject({
    type: z.string().describe("/problems/<code>"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), message: z.string() })),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

export interface ProblemRow {
  readonly status: number;
  readonly title: string;
}

/** The one table from error code to HTTP status and title. */
export const problemTable: Record<ErrorCode, ProblemRow> = {
  "invalid-request": { status: 400, title: "A parameter of the request is not valid" },
  "unknown-id": { status: 404, title: "There is no such thing here" },
  "host-not-allowed": { status: 421, title: "The service is not known under this host name" },
  "invalid-cursor": {
    status: 400,
    title: "The cursor is not one of ours or belongs to an older network version",
  },
  "metric-needs-one-layer": { status: 422, title: "This metric sums quantities and needs exactly one layer" },
  "import-rejected": { status: 422, title: "The import has faulty rows; nothing was imported" },
  "not-utf8-or-gb18030": { status: 415, title: "The text is neither UTF-8 nor GB 18030" },
  "store-unavailable": { status: 503, title: "The store does not answer" },
  "store-access-denied": {
    status: 503,
    title: "The store refuses our login or its certificate is not valid",
  },
  "store-locked": { status: 503, title: "Another process holds the store" },
  "store-corrupt": { status: 500, title: "The store is damaged" },
  "store-newer-than-program": { status: 500, title: "The store was written by a newer program" },
  "store-full": { status: 507, title: "The disk is full" },
  "unsupported-store-url": { status: 500, title: "No store is known for this address" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "payload-too-large": { status: 413, title: "The request is too large" },
  "unsupported-media-type": { status: 415, title: "The media type is not supported" },
  "method-not-allowed": { status: 405, title: "This address does not answer this method" },
  "work-queue-full": { status: 503, title: "Too many analyses are waiting" },
  "analysis-too-long": { status: 504, title: "The analysis took too long and was stopped" },
  "seed-unreadable": { status: 500, title: "The seed files cannot be read" },
  internal: { status: 500, title: "Something went wrong on our side" },
};
