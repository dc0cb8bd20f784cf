import { createServer, type Server } from "node:http";
import { answerUnreadable } from "./unreadable-request.ts";

/** Patience with a sender: until the headers are there, until the request is whole, and how often that is looked at, ms. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly checkEveryMs: number;
}

const patience: Patience = { headersMs: 12_000, requestMs: 30_000, checkEveryMs: 1000 };

/** A server that slow senders do not keep busy, and whose refusals are all problems. It does not listen yet. */
export function createHttpServer({ headersMs, requestMs, checkEveryMs }: Patience = patience): Server {
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkEveryMs,
    // Node's own refusal has neither body nor security headers; the app refuses what names no host.
    requireHostHeader: false,
  });
  answerUnreadable(server);
  return server;
}
