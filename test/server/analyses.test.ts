import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileMetrics } from "#graph/metrics/catalogue.ts";
import { Analysis } from "#graph/schema/answers/analysis.ts";
import { Problem } from "#graph/schema/api/problem.ts";
import fixture from "#test/fixtures/metric-graphs.json" with { type: "json" };
import { startServer, type RunningServer } from "./support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer([]);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const post = (body: unknown) =>
  server.ask("/api/analyses", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

const karate = fixture.graphs.find(({ name }) => name === "karate club, weighted");
const nodeLink = {
  directed: false,
  multigraph: false,
  nodes: karate?.nodes ?? [],
  links: (karate?.edges ?? []).map(([source, target, weight]) => ({ source, target, weight })),
};

describe("POST /api/analyses", () => {
  test("a network of one's own, when sent, then is measured with every metric of files, the same bytes each time", async () => {
    const answer = await post({ network: nodeLink });
    expect(answer.status).toBe(200);
    const analysis = Analysis.parse(answer.json());
    expect(Object.keys(analysis.metrics)).toEqual(fileMetrics.map(({ description }) => description.id));
    expect(analysis.network).toMatchObject({ nodes: 34, links: 78, directed: false, weight: "weight" });
    const { byNode } = analysis.metrics["node.betweenness"] as { byNode: Record<string, number> };
    expect(byNode["0"]).toBeCloseTo(0.43763528138528146, 12);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect((await post({ network: nodeLink })).body.equals(answer.body)).toBe(true);
  });

  test("a file as text, when sent with direction, weight and parameters, then they hold", async () => {
    const text = "source,target,tonnes\na,b,2\nb,c,3\n";
    const network = { format: "csv", text };
    const metrics = ["node.degree", "node.inStrength", "node.pagerank"];
    const asked = await post({
      network,
      metrics,
      directed: false,
      weight: "tonnes",
      parameters: { damping: 0.5 },
    });
    expect(asked.json()).toMatchObject({
      network: { directed: false, weight: "tonnes", links: 2 },
      parameters: { "node.pagerank": { damping: 0.5 } },
      metrics: {
        "node.degree": { byNode: { a: 1, b: 2, c: 1 } },
        "node.inStrength": { byNode: { a: 2, b: 5, c: 3 } },
      },
    });
  });

  test.each([
    [{ network: { nodes: [{ id: "a" }], links: [{ source: "a", target: "b" }] } }, 400, "links[0]"],
    [{ network: { format: "graphml", text: "<graphml>" } }, 400, "line 1"],
    [{ network: nodeLink, metrics: ["node.beauty"] }, 404, "metrics"],
    [{ network: nodeLink, metrics: ["network.density"], parameters: { damping: 0.5 } }, 400, "damping"],
    [{ network: nodeLink, weight: "mass" }, 400, "weight"],
    [{ network: [] }, 400, "/network"],
    [{}, 400, "/network"],
  ])(
    "what cannot be measured, when sent, then is refused with its place: %j",
    async (body, status, pointer) => {
      const answer = await post(body);
      const problem = Problem.parse(answer.json());
      expect([answer.status, problem.errors[0]?.pointer]).toEqual([status, pointer]);
    },
  );

  test("anything but JSON and POST, when sent, then is refused", async () => {
    expect((await server.ask("/api/analyses")).status).toBe(405);
    const text = await server.ask("/api/analyses", {
      method: "POST",
      headers: { "Content-Type": "text/csv" },
      body: "source,target\na,b\n",
    });
    expect(text.status).toBe(415);
  });
});
