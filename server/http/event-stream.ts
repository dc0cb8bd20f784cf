import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Request, Response } from "express";
import { SymbiosisError } from "#graph/errors.ts";

/** One event; `data` is sent as JSON. */
export interface ServerEvent {
  readonly id: string;
  readonly event: unknown;
}

/** Events until the signal is given or there are no more. */
export type EventsUntil = (signal: AbortSignal) => AsyncIterable<ServerEvent | null>;

/** A browser whose stream broke off asks again after so long, ms. */
const retryMs = 2000;
/** Streams open at a time, in all. */
const mostStreams = 1000;
let open = 0;

/** The id after which a stream is to go on; null for a stream from the first event. Throws `invalid-request`. */
export function lastEventIdOf({ headers }: Request): string | null {
  const given = headers["last-event-id"];
  if (given === undefined || given === "") return null;
  if (typeof given === "string" && /^\d{1,15}(?:-\d{1,15})?$/.test(given)) return given;
  const message = "is no id of an event of ours; leave it out to hear everything from the start";
  throw new SymbiosisError("invalid-request", `Last-Event-ID ${message}`, {
    details: [{ pointer: "Last-Event-ID", message }],
  });
}

/**
 * Sends events as they come (HTML standard, §9.2): null is a sign of life. Done when they end or the client leaves. A
 * slow reader holds back its own stream alone. An empty stream is 204, which tells a browser not to ask again.
 */
export async function sendEvents(
  request: Request,
  response: Response,
  eventsUntil: EventsUntil,
): Promise<void> {
  if (open >= mostStreams)
    throw new SymbiosisError("too-many-requests", `${mostStreams} streams are open already; ask again later`);
  const left = new AbortController();
  response.once("close", () => left.abort());
  response.setHeader("Cache-Control", "no-store, no-transform");
  // A proxy must not hold events back.
  response.setHeader("X-Accel-Buffering", "no");
  open += 1;
  try {
    const events = eventsUntil(left.signal)[Symbol.asyncIterator]();
    const first = await events.next();
    if (first.done === true) {
      response.status(204).end();
      return;
    }
    response.status(200).type("text/event-stream; charset=utf-8");
    if (request.method === "HEAD") response.end();
    else await pipeline(Readable.from(textOf(first.value, events)), response).catch(unlessClientLeft);
  } finally {
    left.abort();
    open -= 1;
  }
}

async function* textOf(first: ServerEvent | null, events: AsyncIterator<ServerEvent | null>) {
  yield `retry: ${retryMs}\n\n${lineOf(first)}`;
  for (let next = await events.next(); next.done !== true; next = await events.next())
    yield lineOf(next.value);
}

const lineOf = (event: ServerEvent | null) =>
  event === null ? ":\n\n" : `id: ${event.id}\ndata: ${JSON.stringify(event.event)}\n\n`;

/** A client that hangs up in the middle of a stream is no fault of ours; the log of the request says it was not finished. */
export function unlessClientLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}
