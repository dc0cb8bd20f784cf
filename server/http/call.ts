import type { Request } from "express";
import type { z } from "zod";
import type { Endpoint, RowBody, RowParams, RowQuery } from "#graph/schema/api/endpoint.ts";
import { faultWords } from "#graph/schema/fault-words.ts";
import type { PageWindow } from "#server/use-cases/paging.ts";
import type { Reading } from "#server/use-cases/analyses.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { invalidRequest, normaliseQuery, parseQuery } from "./parse-query.ts";

/** A request whose every parameter, and whose body, was checked against its row of the contract. */
export interface Call<R extends Endpoint> {
  readonly params: RowParams<R>;
  readonly query: RowQuery<R>;
  readonly body: RowBody<R>;
  readonly window: PageWindow;
  /** Path and parameters in one spelling: equal calls, equal text. */
  readonly text: string;
}

const itemsPerPage = 100;

/** Checks a request against its row; throws `invalid-request` or `invalid-cursor` naming the parameter. */
export function readCall<R extends Endpoint>(row: R, request: Request, reading: Reading): Call<R> {
  const given = parseQuery(request.originalUrl);
  const params = check(
    row.params,
    new Map(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
  );
  const query = check(row.query, given);
  const path = `${row.path} ${JSON.stringify(params)}`;
  const list = `${path}?${normaliseQuery(given, ["cursor", "limit"])} ${reading.asOf} ${reading.viewerClass}`;
  const scope = { networkVersion: reading.networkVersion, list };
  const { cursor, limit } = query as { cursor?: string; limit?: number };
  return {
    params: params as RowParams<R>,
    query: query as RowQuery<R>,
    body: (row.body === null ? null : checkBody(row.body, request.body)) as RowBody<R>,
    window: {
      offset: cursor === undefined ? 0 : decodeCursor(scope, cursor),
      limit: limit ?? itemsPerPage,
      cursorAt: (offset) => encodeCursor(scope, offset),
    },
    text: `${path}?${normaliseQuery(given)}`,
  };
}

function check(schema: z.ZodObject, given: ReadonlyMap<string, string>): Record<string, unknown> {
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(schema.shape, name));
  if (unknown.length > 0) {
    const known = Object.keys(schema.shape);
    const message = `is not known here; ${known.length === 0 ? "there are no parameters" : `known are ${known.join(", ")}`}`;
    throw invalidRequest(unknown.map((name) => ({ pointer: name.slice(0, 60), message })));
  }
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues.map((issue) => ({
      pointer: String(issue.path[0] ?? ""),
      message: faultWords(issue).en,
    })),
  );
}

/** Faults are named by their JSON pointer. */
function checkBody(schema: z.ZodType, body: unknown): unknown {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues.map((issue) => ({
      pointer: `/${issue.path.map(String).join("/")}`.slice(0, 200),
      message: faultWords(issue).en,
    })),
  );
}
