import { z } from "zod";
import type { ErrorCode } from "#graph/errors.ts";
import { NetworkFilter, recordMembers } from "#graph/schema/filter/filter.ts";
import { worded, type Text } from "#graph/schema/text.ts";
import { viewerClasses, type ViewerClass } from "./viewer.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/**
 * What a request must state besides its parameters. `if-match`: the entity tag of what a GET of the same address answers
 * at that moment, so that nobody overwrites what he has not seen.
 */
export type Precondition = "if-match";

/** Media types of answers that are not JSON, with the JSON schema of the body; it is streamed. */
export interface RawResponse {
  readonly mediaTypes: Readonly<Record<string, { readonly type: "string" | "object" }>>;
}

/** One row of the contract: Express validation, the typed client, OpenAPI, docs page and the contract tests are derived from it. */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly summary: Text;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** JSON body, or null where none is read. */
  readonly body: z.ZodType | null;
  /** Longest body; default 1 MB. */
  readonly longestBodyBytes?: number;
  readonly preconditions: readonly Precondition[];
  /** Classes of viewers that may ask; all others are told that they may not. */
  readonly roles: readonly ViewerClass[];
  readonly response: z.ZodType | RawResponse;
  /** Address of what goes on after the answer, filled in from it: the status is 202. */
  readonly accepted?: string;
  /** The answer changes with time, not with the network alone: it has no tag and is never kept. */
  readonly live?: true;
  readonly problems: readonly ErrorCode[];
}

/** Rows by id. */
export type EndpointTable = Readonly<Record<string, Endpoint>>;

export type RowQuery<R extends Endpoint> = z.output<R["query"]>;
export type RowParams<R extends Endpoint> = z.output<R["params"]>;
export type RowBody<R extends Endpoint> = R["body"] extends z.ZodType ? z.output<R["body"]> : null;
export type RowResponse<R extends Endpoint> = R["response"] extends z.ZodType
  ? z.output<R["response"]>
  : never;

/** The parts of a row that a question states; it changes nothing, so everybody may ask it and it has no body. */
type Question = Omit<Endpoint, "method" | "body" | "preconditions" | "roles">;

/** A row that only reads. */
export function question<const R extends Question>(row: R) {
  return { method: "get", body: null, preconditions: [], roles: viewerClasses, ...row } as const;
}

export const none = z.strictObject({});

/** A page of a list. `next` is the cursor of the following page, null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    total: z.int().describe("All items that were asked for, not only this page"),
    next: z.string().nullable(),
    networkVersion: z.int(),
  });
}

/** A page of a list under the filter; `leftOut` says what the filter left out of it. */
export function filteredPageOf<T extends z.ZodType>(item: T, leftOut: string) {
  return pageOf(item).extend({
    filter: NetworkFilter.describe("The filter that was applied, defaults filled in"),
    leftOut: z.int().describe(leftOut),
  });
}

/** A page of offers, needs or candidates under the part of the filter that speaks of them. */
export function recordPageOf<T extends z.ZodType>(item: T, leftOut: string) {
  return pageOf(item).extend({
    filter: z.strictObject(recordMembers).describe("The filter that was applied, defaults filled in"),
    leftOut: z.int().describe(leftOut),
  });
}

export const paging = {
  limit: worded(
    z
      .string()
      // The pattern alone says it, so that the document allows no more than the server.
      .regex(/^(?:[1-9]\d?|[1-4]\d{2}|500)$/, "expected a whole number from 1 to 500")
      .transform(Number)
      .optional(),
    { zh: "每页条数，1 至 500，默认 100", en: "Items a page, 1 to 500; default 100" },
  ),
  cursor: worded(z.string().max(400).optional(), {
    zh: "上一页给出的 next",
    en: "`next` of the page before",
  }),
} as const;

export const shortText = z.string().trim().min(1).max(80);

/** A choice of two words. */
export const yesOrNo = z.enum(["yes", "no"]);

export const listProblems = ["invalid-request", "invalid-cursor"] as const satisfies readonly ErrorCode[];
/** Time after which the server stops an analysis, waiting for a thread included. */
export const longestAnalysisMs = 60_000;

/** Problems of what is worked out in threads. */
export const analysisProblems = [
  "work-queue-full",
  "analysis-too-long",
  "analysis-too-big",
] as const satisfies readonly ErrorCode[];
