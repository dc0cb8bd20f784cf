import type { Request } from "express";
import type { z } from "zod";
import { endpoints, type EndpointId, type ParamsOf, type QueryOf } from "#graph/schema/api/contract.ts";
import type { PageWindow } from "#server/use-cases/paging.ts";
import type { Reading } from "#server/use-cases/analyses.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { invalidRequest, normaliseQuery, parseQuery } from "./parse-query.ts";

/** A request whose every parameter was checked against its row of the contract. */
export interface Call<K extends EndpointId> {
  readonly params: ParamsOf<K>;
  readonly query: QueryOf<K>;
  readonly window: PageWindow;
  /** Path and parameters in one spelling: equal calls, equal text. */
  readonly text: string;
}

const itemsPerPage = 100;

/** Checks a request against its row; throws `invalid-request` or `invalid-cursor` naming the parameter. */
export function readCall<K extends EndpointId>(id: K, request: Request, reading: Reading): Call<K> {
  const row = endpoints[id];
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
    params: params as ParamsOf<K>,
    query: query as QueryOf<K>,
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
    parsed.error.issues.map(({ path, message }) => ({ pointer: String(path[0] ?? ""), message })),
  );
}
