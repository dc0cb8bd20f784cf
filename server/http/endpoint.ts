import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Express, Request, RequestHandler, Response } from "express";
import { SymbiosisError } from "#graph/errors.ts";
import type { NetworkFile } from "#graph/formats/networks/write-network.ts";
import type { Endpoint, EndpointTable, RowResponse } from "#graph/schema/api/endpoint.ts";
import type { Analyses, Reading } from "#server/use-cases/analyses.ts";
import { assertPermitted, assertPreconditions, readBody, viewerOf } from "./admission.ts";
import { codingFor, codings, createAnswerCache, encodeAnswer, sendAnswer, type Coding } from "./answer.ts";
import { readCall, type Call } from "./call.ts";
import { etagOf, namesTag } from "./etag.ts";
import { lastEventIdOf, sendEvents, unlessClientLeft, type EventsUntil } from "./event-stream.ts";
import { refuseMethod } from "./methods.ts";

type MaybePromise<T> = T | Promise<T>;

/** Binds rows of a contract to what answers them. */
export interface Binder<T extends EndpointTable> {
  /** A row that answers JSON. */
  json<K extends keyof T>(
    id: K,
    answer: (reading: Reading, call: Call<T[K]>) => MaybePromise<RowResponse<T[K]>>,
  ): void;
  /** A row that answers a file, streamed. */
  file<K extends keyof T>(
    id: K,
    answer: (reading: Reading, call: Call<T[K]>) => MaybePromise<NetworkFile>,
  ): void;
  /** A row that answers a stream of events, those behind the id that the request names. */
  events<K extends keyof T>(
    id: K,
    answer: (reading: Reading, call: Call<T[K]>, after: string | null) => MaybePromise<EventsUntil>,
  ): void;
  /** To be called once every row is bound: other methods on the paths of the table are refused. */
  refuseOthers(): void;
}

export interface BinderOptions {
  readonly analyses: Analyses;
  readonly productVersion: string;
  /** Parse every answer by its schema before it leaves: finds our own mistakes, costs time. */
  readonly checkAnswers: boolean;
}

export function createBinder<const T extends EndpointTable>(
  app: Express,
  table: T,
  options: BinderOptions,
): Binder<T> {
  const kept = createAnswerCache();
  const mount = (row: Endpoint, handler: RequestHandler) =>
    app[row.method](expressPath(row), readBody(row), handler);

  return {
    json(id, answer) {
      const row = table[id] as T[typeof id];
      mount(row, async (request, response) => {
        const context = await openRequest(row, options, request, response);
        if (context === null) return;
        const { reading, call, etag } = context;
        const isKept = hasTag(row);
        let ready = isKept ? kept.get(etag) : undefined;
        if (ready === undefined) {
          const value = await answer(reading, call);
          announce(row, value, response);
          stamp(response, context, "analysis");
          ready = await encodeAnswer(options.checkAnswers ? checked(row, value) : value, codingFor(request));
          if (isKept) kept.set(etag, ready);
        }
        stamp(response, context, "answer");
        if (answerIfNoneMatchAny(request, response)) return;
        sendAnswer(response, ready);
      });
    },

    events(id, answer) {
      const row = table[id] as T[typeof id];
      mount(row, async (request, response) => {
        const context = await openRequest(row, options, request, response);
        if (context === null) return;
        const { reading, call } = context;
        await sendEvents(request, response, await answer(reading, call, lastEventIdOf(request)));
      });
    },

    file(id, answer) {
      const row = table[id] as T[typeof id];
      mount(row, async (request, response) => {
        const context = await openRequest(row, options, request, response);
        if (context === null) return;
        const { name, mediaType, pieces } = await answer(context.reading, context.call);
        if (answerIfNoneMatchAny(request, response)) return;
        response.setHeader("Content-Type", mediaType);
        response.setHeader("Content-Disposition", `attachment; filename="${name}"`);
        if (request.method === "HEAD") response.end();
        else await pipeline(Readable.from(pieces), response).catch(unlessClientLeft);
      });
    },

    refuseOthers() {
      for (const [path, rows] of Map.groupBy(Object.values<Endpoint>(table), expressPath))
        app.all(path, refuseMethod(rows.map(({ method }) => method)));
    },
  };
}

const expressPath = ({ path }: Endpoint) => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** A request that was let in, with what it is to be answered from. */
interface RequestContext<R extends Endpoint> {
  readonly reading: Reading;
  readonly call: Call<R>;
  readonly etag: string;
  readonly timings: string[];
  last: number;
}

/**
 * Opens the network for who asks, checks the call and what it must state, and sets the tag. Null where the client has
 * the answer already: 304 is sent.
 */
async function openRequest<R extends Endpoint>(
  row: R,
  { analyses, productVersion }: BinderOptions,
  request: Request,
  response: Response,
): Promise<RequestContext<R> | null> {
  const started = performance.now();
  const viewer = viewerOf(request);
  assertPermitted(row, viewer);
  const reading = await analyses.open(viewer);
  const call = readCall(row, request, reading);
  const tagIn = (coding: Coding) => {
    const { networkVersion, stamp, asOf } = reading;
    return etagOf([productVersion, networkVersion, stamp, asOf, call.text, coding]);
  };
  assertPreconditions(row, request, codings.map(tagIn));
  const etag = tagIn(codingFor(request));
  const context: RequestContext<R> = { reading, call, etag, timings: [], last: started };
  response.setHeader("X-Network-Version", reading.networkVersion);
  if (!hasTag(row)) {
    response.setHeader("Cache-Control", "no-store");
    return context;
  }
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", "no-cache");
  response.vary("Accept-Encoding");
  if (namesTag(request.headers["if-none-match"], etag)) {
    response.status(304).end();
    return null;
  }
  stamp(response, context, "store");
  return context;
}

/** Where work goes on after the answer: 202, and where to look for it. */
function announce({ accepted }: Endpoint, value: unknown, response: Response): void {
  if (accepted === undefined) return;
  const members = value as Readonly<Record<string, unknown>>;
  response
    .status(202)
    .location(accepted.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(members[name])));
}

/** Whether equal questions have equal answers until the next version of the network. */
const hasTag = ({ method, live }: Endpoint) => method === "get" && live !== true;

/** Adds the time since the last stamp to `Server-Timing`, milliseconds. */
function stamp(
  response: Response,
  context: { readonly timings: string[]; last: number },
  name: string,
): void {
  const now = performance.now();
  context.timings.push(`${name};dur=${(now - context.last).toFixed(1)}`);
  context.last = now;
  response.setHeader("Server-Timing", context.timings.join(", "));
}

/** `If-None-Match: *` asks whether there is anything, which is known only after the answer was found. */
function answerIfNoneMatchAny(request: Request, response: Response): boolean {
  if (request.headers["if-none-match"]?.trim() !== "*") return false;
  response.status(304).end();
  return true;
}

function checked({ path, response }: Endpoint, value: unknown): unknown {
  if ("mediaTypes" in response) return value;
  const parsed = response.safeParse(value);
  if (parsed.success) return value;
  throw new SymbiosisError("internal", `the answer of ${path} breaks its own schema`, {
    cause: parsed.error,
  });
}
