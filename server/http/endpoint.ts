import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Express, Request, RequestHandler, Response } from "express";
import { SymbiosisError } from "#graph/errors.ts";
import type { NetworkFile } from "#graph/formats/networks/write-network.ts";
import { endpoints, type EndpointId, type ResponseOf } from "#graph/schema/api/contract.ts";
import { publicViewer } from "#graph/schema/api/viewer.ts";
import type { Analyses, Reading } from "#server/use-cases/analyses.ts";
import { codingFor, createAnswerCache, encodeAnswer, sendAnswer } from "./answer.ts";
import { readCall, type Call } from "./call.ts";
import { etagOf, namesTag } from "./etag.ts";
import { answerMethods } from "./methods.ts";

type MaybePromise<T> = T | Promise<T>;

/** Binds rows of the contract to what answers them. */
export interface Binder {
  /** A row that answers JSON. */
  json<K extends EndpointId>(
    id: K,
    answer: (reading: Reading, call: Call<K>) => MaybePromise<ResponseOf<K>>,
  ): void;
  /** A row that answers a file, streamed. */
  file<K extends EndpointId>(id: K, answer: (reading: Reading, call: Call<K>) => NetworkFile): void;
}

export interface BinderOptions {
  readonly analyses: Analyses;
  readonly productVersion: string;
  /** Parse every answer by its schema before it leaves: finds our own mistakes, costs time. */
  readonly checkAnswers: boolean;
}

export function createBinder(app: Express, options: BinderOptions): Binder {
  const kept = createAnswerCache();

  return {
    json(id, answer) {
      mount(app, id, async (request, response) => {
        const context = await openRequest(id, options, request, response);
        if (context === null) return;
        const { reading, call, etag } = context;
        let ready = kept.get(etag);
        if (ready === undefined) {
          const value = await answer(reading, call);
          stamp(response, context, "analysis");
          ready = await encodeAnswer(options.checkAnswers ? checked(id, value) : value, codingFor(request));
          kept.set(etag, ready);
        }
        stamp(response, context, "answer");
        if (answerIfNoneMatchAny(request, response)) return;
        sendAnswer(response, ready);
      });
    },

    file(id, answer) {
      mount(app, id, async (request, response) => {
        const context = await openRequest(id, options, request, response);
        if (context === null) return;
        const { name, mediaType, pieces } = answer(context.reading, context.call);
        if (answerIfNoneMatchAny(request, response)) return;
        response.setHeader("Content-Type", mediaType);
        response.setHeader("Content-Disposition", `attachment; filename="${name}"`);
        if (request.method === "HEAD") response.end();
        else await pipeline(Readable.from(pieces), response).catch(unlessClientLeft);
      });
    },
  };
}

/** Registers a row under its path. */
function mount(app: Express, id: EndpointId, handler: RequestHandler): void {
  const { path, method } = endpoints[id];
  answerMethods(app, path.replaceAll(/\{(\w+)\}/g, ":$1"), { [method]: handler });
}

/** A request that was let in, with what it is to be answered from. */
interface RequestContext<K extends EndpointId> {
  readonly reading: Reading;
  readonly call: Call<K>;
  readonly etag: string;
  readonly timings: string[];
  last: number;
}

/** Opens the network, checks the call and sets the tag. Null where the client has the answer already: 304 is sent. */
async function openRequest<K extends EndpointId>(
  id: K,
  { analyses, productVersion }: BinderOptions,
  request: Request,
  response: Response,
): Promise<RequestContext<K> | null> {
  const started = performance.now();
  const reading = await analyses.open(publicViewer);
  const call = readCall(id, request, reading);
  const etag = etagOf([
    productVersion,
    reading.networkVersion,
    reading.stamp,
    reading.asOf,
    call.text,
    codingFor(request),
  ]);
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("X-Network-Version", reading.networkVersion);
  response.vary("Accept-Encoding");
  if (namesTag(request.headers["if-none-match"], etag)) {
    response.status(304).end();
    return null;
  }
  const context: RequestContext<K> = { reading, call, etag, timings: [], last: started };
  stamp(response, context, "store");
  return context;
}

/** Adds the time since the last stamp to `Server-Timing`, milliseconds. */
function stamp<K extends EndpointId>(response: Response, context: RequestContext<K>, name: string): void {
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

/** A client that hangs up in the middle of a file is no fault of ours; the log of the request says it was not finished. */
function unlessClientLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}

function checked(id: EndpointId, value: unknown): unknown {
  const { response } = endpoints[id];
  if ("mediaType" in response) return value;
  const parsed = response.safeParse(value);
  if (parsed.success) return value;
  throw new SymbiosisError("internal", `the answer of ${id} breaks its own schema`, { cause: parsed.error });
}
