import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { createWorkPool, type WorkPoolOptions } from "#graph/work/pool.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { openStore } from "#graph/store/open-store.ts";
import { createAnalyses } from "#server/use-cases/analyses.ts";
import { createApp, type AppDependencies } from "#server/app.ts";
import { listen } from "#server/http/graceful-server.ts";
import { hostRuleOf } from "#server/http/host-check.ts";
import { createHttpServer } from "#server/http/http-server.ts";
import type { JobQueue } from "#server/jobs/job-queue.ts";
import { createLocalQueue, localBounds, type LocalQueueOptions } from "#server/jobs/local-queue.ts";
import { createLogger } from "#server/log.ts";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  json(): unknown;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The real app on a real socket, over a real store in memory. */
export interface RunningServer extends AsyncDisposable {
  readonly origin: string;
  readonly store: GraphStore;
  /** Every line the server logged. */
  readonly log: readonly string[];
  /** Sends the path exactly as given: `fetch` would tidy it up. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  get<T>(path: string): Promise<T>;
}

export interface ServerOptions extends Partial<
  Pick<AppDependencies, "production" | "rate" | "hosts" | "web">
> {
  /** Of both pools, that of jobs too. */
  readonly pool?: Partial<WorkPoolOptions>;
  readonly jobs?: Partial<LocalQueueOptions>;
  readonly now?: () => Date;
}

export const testDay = new Date("2026-11-24T04:00:00Z");

export async function startServer(
  records: Iterable<TaggedRecord>,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const store = await openStore("sqlite::memory:");
  await store.importRecords(records, { label: "test", now: testDay });
  const openPool = () =>
    createWorkPool({
      threads: 1,
      helpersPerThread: 0,
      maxQueue: 16,
      timeoutMs: 60_000,
      threadMemoryMb: 1024,
      inlineUpTo: 10_000,
      ...options.pool,
    });
  const pool = openPool();
  const jobs = { queue: testQueue(options.jobs), pool: openPool() };
  const log: string[] = [];
  const productVersion = "0.0.0-test";
  const app = createApp({
    analyses: createAnalyses({
      store,
      pool,
      jobs,
      release: { productVersion, dataAsOf: () => null },
      now: options.now ?? (() => testDay),
    }),
    logger: createLogger("info", { write: (line) => void log.push(line) }),
    productVersion,
    production: options.production ?? false,
    rate: options.rate ?? { requests: 1_000_000, seconds: 60 },
    hosts: options.hosts ?? hostRuleOf("127.0.0.1", []),
    ...(options.web === undefined ? {} : { web: options.web }),
  });
  const server = createHttpServer().on("request", app);
  const port = await listen(server, "127.0.0.1", 0);
  const origin = `http://127.0.0.1:${port}`;
  const ask = (path: string, request: Ask = {}) => askServer(port, path, request);
  return {
    origin,
    store,
    log,
    ask,
    get: async <T>(path: string) => (await ask(path)).json() as T,
    [Symbol.asyncDispose]: async () => {
      await jobs.queue.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([pool.close(), jobs.pool.close()]);
      await store.close();
    },
  };
}

/** Jobs in memory; a fault of our own ends the test. */
export function testQueue(options: Partial<LocalQueueOptions> = {}): JobQueue {
  return createLocalQueue({
    ...localBounds,
    mostRunning: 1,
    now: () => testDay,
    onFault: (fault) => {
      throw fault;
    },
    ...options,
  });
}

function askServer(port: number, path: string, { method = "GET", headers, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port, path, method, headers: { ...headers, ...lengthOf(body) } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => {
          const whole = Buffer.concat(pieces);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: whole,
            json: () => JSON.parse(whole.toString("utf8")) as unknown,
          });
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Node adds the length by itself only where a method usually has a body. */
function lengthOf(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
}
