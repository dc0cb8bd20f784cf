import type { Express } from "express";
import type { z } from "zod";
import type { Health } from "#graph/schema/api/contract.ts";
import { publicViewer } from "#graph/schema/api/viewer.ts";
import { answerMethods } from "#server/http/methods.ts";
import type { Analyses } from "#server/use-cases/analyses.ts";

type Health = z.infer<typeof Health>;

/** `/healthz`: the process answers, whatever the store does. `/readyz`: the store answers too. */
export function routeHealth(app: Express, analyses: Analyses): void {
  answerMethods(app, "/healthz", {
    get: (_request, response) => {
      const health: Health = { status: "ok", networkVersion: analyses.lastVersion() };
      response.set("Cache-Control", "no-store").json(health);
    },
  });
  answerMethods(app, "/readyz", {
    get: async (_request, response) => {
      const networkVersion = await analyses.open(publicViewer).then(
        (reading) => reading.networkVersion,
        () => null,
      );
      const health: Health = { status: networkVersion === null ? "degraded" : "ok", networkVersion };
      response
        .set("Cache-Control", "no-store")
        .status(networkVersion === null ? 503 : 200)
        .json(health);
    },
  });
}
