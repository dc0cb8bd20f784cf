import compression from "compression";
import express, { type Express } from "express";
import { endpoints } from "#graph/schema/api/contract.ts";
import type { Analyses } from "./use-cases/analyses.ts";
import { renderRefusalPage } from "./docs/refusal-page.ts";
import { createBinder } from "./http/endpoint.ts";
import { answerProblem, answerUnknownPath } from "./http/problem-response.ts";
import { checkHost, type HostRule } from "./http/host-check.ts";
import { limitRate, officeRate, secureHeaders, type Rate } from "./http/security.ts";
import { logRequests, type Logger } from "./log.ts";
import { routeDocs } from "./routes/docs.ts";
import { routeHealth } from "./routes/health.ts";
import { routeJobs } from "./routes/jobs.ts";
import { routeInventory } from "./routes/inventory.ts";
import { routeMetrics } from "./routes/metrics.ts";
import { routeNetwork } from "./routes/network.ts";
import { routeRecords } from "./routes/records.ts";

export interface AppDependencies {
  readonly analyses: Analyses;
  readonly logger: Logger;
  readonly productVersion: string;
  /** False: every answer is parsed by its own schema before it leaves. */
  readonly production: boolean;
  /** True: the content policy lets Vite's hot reload work. */
  readonly development?: boolean;
  readonly rate?: Rate;
  /** The names under which the service may be asked. */
  readonly hosts: HostRule;
  /** Mounts the client, after the API and before the answer for unknown paths. */
  readonly web?: (app: Express) => void;
}

/** The whole HTTP service as an Express app that does not listen. */
export function createApp(dependencies: AppDependencies): Express {
  const { analyses, logger, productVersion, production, development = false } = dependencies;
  const app = express();
  app.disable("x-powered-by");
  // Tags are ours: Express would hash every body again, and weakly.
  app.disable("etag");
  // The query is parsed once, strictly, against the contract.
  app.set("query parser", false);
  app.enable("case sensitive routing");
  app.enable("strict routing");

  app.use(logRequests(logger));
  app.use(secureHeaders(development));
  app.use(checkHost(dependencies.hosts));
  routeHealth(app, analyses);
  app.use(limitRate(dependencies.rate ?? officeRate));
  app.use(compression());
  const bind = createBinder(app, endpoints, { analyses, productVersion, checkAnswers: !production });
  routeNetwork(bind);
  routeRecords(bind);
  routeMetrics(bind);
  routeInventory(bind);
  routeJobs(bind);
  bind.refuseOthers();
  routeDocs(app, productVersion);
  app.use("/api", answerUnknownPath);
  dependencies.web?.(app);
  app.use(answerUnknownPath);
  app.use(answerProblem(logger, renderRefusalPage));
  return app;
}
