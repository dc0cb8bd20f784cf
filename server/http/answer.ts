import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";
import { BoundedCache } from "#server/use-cases/bounded-cache.ts";

/** A JSON body as it travels. */
export interface Answer {
  readonly body: Buffer;
  readonly coding: Coding;
}

/** Content codings we make. */
export const codings = ["br", "gzip", "identity"] as const;
export type Coding = (typeof codings)[number];

/** Bodies kept ready to send, bytes together. */
const keptBytes = 64 * 1024 * 1024;
/** Bodies shorter than this are sent as they are, bytes. */
const shortestCompressed = 1024;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type AnswerCache = BoundedCache<Answer>;

/** Bodies by entity tag. An entity tag names version, parameters and coding, so a body is right for as long as it is kept. */
export function createAnswerCache(): AnswerCache {
  return new BoundedCache<Answer>(keptBytes, ({ body }) => body.length + 200);
}

/** The coding the client likes best among those we make. */
export function codingFor(request: Request): Coding {
  const liked = request.acceptsEncodings(...codings);
  return liked === "br" || liked === "gzip" ? liked : "identity";
}

/** Value → bytes. Brotli at quality 4: the default of 11 takes a hundred times as long. */
export async function encodeAnswer(value: unknown, coding: Coding): Promise<Answer> {
  const plain = Buffer.from(JSON.stringify(value));
  if (plain.length < shortestCompressed || coding === "identity") return { body: plain, coding: "identity" };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const body = coding === "br" ? await brotli(plain, quality) : await gzipped(plain, { level: 5 });
  return { body, coding };
}

export function sendAnswer(response: Response, { body, coding }: Answer): void {
  if (coding !== "identity") response.setHeader("Content-Encoding", coding);
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
