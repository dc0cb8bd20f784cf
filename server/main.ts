import type { Server } from "node:http";
import { publicViewer } from "#graph/schema/api/viewer.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { inlineUpTo } from "#graph/work/pool.ts";
import { createAnalyses, type Analyses, type Reading } from "./use-cases/analyses.ts";
import { createApp } from "./app.ts";
import { answerDraining, drain, listen } from "./http/graceful-server.ts";
import { hostRuleOf } from "./http/host-check.ts";
import { createHttpServer } from "./http/http-server.ts";
import { openBuiltWeb, openDevelopmentWeb, type Web } from "./pages/web.ts";
import type { RedisAddress } from "./jobs/redis/redis-address.ts";
import { createLogger, type Logger } from "./log.ts";
import { openJobs, openPool } from "./open-jobs.ts";
import { prepare, type Preparation } from "./use-cases/preparation.ts";
import { distFolder } from "./paths.ts";
import { readProductVersion } from "./product-version.ts";
import { monthOfShipped } from "./use-cases/shipped-data.ts";

export interface ServiceOptions {
  /** Opened; the service closes it. */
  readonly store: GraphStore;
  /** Fills an empty store; called again while the store does not answer. */
  readonly fill: () => Promise<void>;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Addresses under which people reach the service besides this machine's own, as through a proxy. */
  readonly publicUrls: readonly URL[];
  readonly pages: "built" | "development" | "none";
  readonly logLevel: string;
  /** Where jobs wait; null = in the memory of this process. */
  readonly queue: RedisAddress | null;
}

export interface Service {
  readonly port: number;
  /** Null once the store has answered; until then every question is answered with a 503 problem. */
  waitsFor(): unknown;
  /** Puts an error nobody caught into the log. */
  reportCrash(error: unknown): void;
  /** Ends requests in flight, takes no new ones, closes the store; done after about ten seconds at most. */
  close(): Promise<void>;
}

/** Puts the service together, the only place that does: store → analyses → app → pages → listening. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { store, host, pages } = options;
  const logger = createLogger(options.logLevel);
  const productVersion = await readProductVersion();
  const pool = openPool();
  const jobs = openJobs({
    address: options.queue,
    pool: openPool(),
    workFor: (request) => analyses.workFor(request),
    logger,
  });
  const release = { productVersion, dataAsOf: monthOfShipped };
  const analyses: Analyses = createAnalyses({
    store,
    pool,
    jobs,
    release,
    now: () => new Date(),
    onVersion: (reading) => {
      if (isBig(reading)) warmUp(reading).catch(warnOfWarmUp(logger));
    },
  });
  const preparation = await prepare(async () => {
    await options.fill();
    const reading = await analyses.open(publicViewer);
    if (!isBig(reading)) await warmUp(reading);
  }, logger);
  const server = createHttpServer();
  const web = await openWeb(pages, server);
  const app = createApp({
    analyses: refuseUntilReady(preparation, analyses),
    logger,
    productVersion,
    production: true,
    hosts: hostRuleOf(host, options.publicUrls),
    development: pages === "development",
    web: (app) => web?.mount(app),
  });
  const state = { draining: false };
  server.on("request", (request, response) => {
    if (state.draining) response.setHeader("Connection", "close");
    if (state.draining && request.url === "/readyz") answerDraining(response);
    else app(request, response);
  });
  return {
    port: await listen(server, host, options.port),
    waitsFor: () => preparation.fault(),
    reportCrash: (error) => logger.fatal({ err: error }, "nobody caught this error; the service stops"),
    async close() {
      state.draining = true;
      preparation.stop();
      // Streams of jobs would keep the server open.
      await jobs.queue.close();
      await web?.close();
      await drain(server);
      await Promise.all([pool.close(), jobs.pool.close()]);
      await store.close();
    },
  };
}

/** The same questions, refused until the service is prepared. */
function refuseUntilReady(preparation: Preparation, analyses: Analyses): Analyses {
  return {
    ...analyses,
    open: async (viewer) => {
      const fault = preparation.fault();
      if (fault !== null) throw fault;
      return await analyses.open(viewer);
    },
  };
}

const warnOfWarmUp = (logger: Logger) => (error: unknown) =>
  logger.warn({ err: error }, "what was begun before anybody asked for it failed");

/** A big network is worked on in threads, and nobody waits for it at the start. */
function isBig(reading: Reading): boolean {
  const { counts } = reading;
  return counts.exchanges + counts.listings > inlineUpTo;
}

/** Warms search and candidates. In steps, so that a request for one park does not wait for the full list. */
async function warmUp(reading: Reading): Promise<void> {
  const first = { offset: 0, limit: 1, cursorAt: String };
  await reading.meta();
  await reading.search({ q: "a", limit: 1 });
  const [park] = reading.parks({}, first).items;
  if (park !== undefined) await reading.candidates({ park: park.id }, first);
  await reading.candidates({}, first);
}

async function openWeb(pages: ServiceOptions["pages"], server: Server): Promise<Web | null> {
  if (pages === "none") return null;
  return pages === "built" ? openBuiltWeb(distFolder) : await openDevelopmentWeb(server);
}
