import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { fileMetrics, metrics } from "#graph/metrics/catalogue.ts";
import type { Analysis } from "#graph/schema/answers/analysis.ts";
import { Job, JobEvent, type JobResult } from "#graph/schema/answers/job.ts";
import { Problem } from "#graph/schema/api/problem.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { startServer, testDay, type RunningServer } from "./support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(readSeed());
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

type Body = z.input<typeof import("#graph/schema/answers/job.ts").JobBody>;

async function post(body: Body, at = server) {
  return await at.ask("/api/jobs", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function start(body: Body, at = server): Promise<Job> {
  const answer = await post(body, at);
  expect([answer.status, answer.body.toString().slice(0, 300)]).toEqual([202, expect.any(String)]);
  const job = Job.parse(answer.json());
  expect(answer.headers.location).toBe(`/api/jobs/${job.id}`);
  return job;
}

interface Told {
  readonly id: number;
  readonly event: JobEvent;
}

function eventsIn(text: string): Told[] {
  return [...text.matchAll(/^id: (\d+)\ndata: (.+)\n\n/gm)].map(([, id, data]) => ({
    id: Number(id),
    event: JobEvent.parse(JSON.parse(data ?? "")),
  }));
}

/** Hears the stream to its end. */
async function hear({ id }: Job, after?: number, at = server): Promise<Told[]> {
  const headers: Record<string, string> = after === undefined ? {} : { "Last-Event-ID": String(after) };
  const answer = await at.ask(`/api/jobs/${id}/events`, { headers });
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/event-stream; charset=utf-8"]);
  return eventsIn(answer.body.toString());
}

const resultOf = ({ id }: Job, at = server) => at.get<JobResult>(`/api/jobs/${id}/result`);

async function problemOf(answer: ReturnType<typeof post>) {
  const { code, status, errors } = Problem.parse((await answer).json());
  return [status, code, errors.map(({ pointer }) => pointer)];
}

const own = {
  format: "csv",
  text: "source,target,weight\na,b,1\nb,c,2\nc,a,3\nc,d,4\n",
} as const;

/** A ring with chords, on which exact betweenness takes minutes. */
function slowNetwork(nodes: number) {
  const rows = Array.from({ length: nodes }, (_, node) =>
    [1, 7, 101, 1009].map((step) => `n${node},n${(node * step + step) % nodes}`).join("\n"),
  );
  return { format: "csv", text: `source,target\n${rows.join("\n")}\n` } as const;
}

describe("a job of the records", () => {
  test("when it is done, then has each metric byte for byte as the question for it alone has it", async () => {
    const ids = ["network.density", "park.betweenness", "network.communities"];
    const job = await start({ metrics: ids, filter: { layer: "material" }, parameters: { runs: 3 } });
    expect(job).toMatchObject({ state: "waiting", total: 3, done: 0, progress: 0, networkVersion: 1 });
    await hear(job);
    const { job: over, reports } = await resultOf(job);
    expect(over).toMatchObject({ state: "done", done: 3, progress: 1, problem: null });
    expect(over.units.map(({ metric, state }) => [metric, state])).toEqual(ids.map((id) => [id, "done"]));
    for (const [index, id] of ids.entries()) {
      const runs = id === "network.communities" ? "&runs=3" : "";
      const alone = await server.ask(`/api/metrics/${id}?layer=material${runs}`);
      expect(JSON.stringify(reports[index])).toBe(alone.body.toString());
    }
    const one = await server.get<JobResult>(`/api/jobs/${job.id}/result?metric=network.density`);
    expect(one.reports.map(({ metric }) => metric.id)).toEqual(["network.density"]);
  });

  test("when it names no metric, then has all of them, those of quantities once for each layer", async () => {
    const job = await start({ filter: { layer: "material,water" }, parameters: { runs: 1 } });
    const needs = metrics.filter(({ description }) => description.needsOneLayer);
    expect(job.total).toBe(metrics.length + needs.length);
    await hear(job);
    const { job: over, reports } = await resultOf(job);
    expect(over.units.filter(({ state }) => state !== "done")).toEqual([]);
    expect(reports.map(({ metric, filter }) => [metric.id, filter.layers])).toEqual(
      over.units.map(({ metric, layer }) => [metric, layer === null ? ["material", "water"] : [layer]]),
    );
  }, 120_000);

  test("when records change while it runs, then stays with the version that it began with", async () => {
    await using changing = await startServer(readSeed());
    const job = await start({ metrics: ["network.nodes", "enterprise.degree"] }, changing);
    const record = makeEnterprise("one-more", {});
    await changing.store.importRecords([{ kind: "enterprises", record }], { label: "more", now: testDay });
    await hear(job, undefined, changing);
    const later = await start({ metrics: ["network.nodes"] }, changing);
    await hear(later, undefined, changing);
    const [before, after] = [await resultOf(job, changing), await resultOf(later, changing)];
    expect([before.job.networkVersion, after.job.networkVersion]).toEqual([1, 2]);
    expect(before.reports.map(({ networkVersion }) => networkVersion)).toEqual([1, 1]);
    const nodes = ({ reports }: JobResult) =>
      reports[0]?.result.kind === "scalar" ? reports[0].result.value : null;
    expect(nodes(after)).toBe((nodes(before) ?? 0) + 1);
  });
});

test("a job of an analyst's own network, when done, then is the analysis that the direct question gives", async () => {
  const ids = ["node.betweenness", "network.density", "network.communities"];
  const asked = { network: own, metrics: ids, seed: 5, weight: "weight", directed: true } as const;
  const job = await start(asked);
  expect([job.filter, job.total]).toEqual([null, 3]);
  await hear(job);
  const direct = await server.ask("/api/analyses", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(asked),
  });
  expect(JSON.stringify((await resultOf(job)).analysis)).toBe(direct.body.toString());
  const all = await start({ network: own });
  await hear(all);
  const { analysis } = await resultOf(all);
  expect(Object.keys((analysis as Analysis).metrics)).toEqual(
    fileMetrics.map((metric) => metric.description.id),
  );
});

describe("the stream of a job", () => {
  test("tells of each metric once, in order, and ends with the job", async () => {
    const job = await start({ metrics: ["network.links", "network.nodes"] });
    const told = await hear(job);
    expect(told.map(({ id }) => id)).toEqual(told.map((_, index) => index + 1));
    expect(told.map(({ event: { state, done, unit } }) => [state, done, unit?.metric, unit?.state])).toEqual([
      ["waiting", 0, undefined, undefined],
      ["running", 0, undefined, undefined],
      ["running", 0, "network.links", "running"],
      ["running", 1, "network.links", "done"],
      ["running", 1, "network.nodes", "running"],
      ["running", 2, "network.nodes", "done"],
      ["done", 2, undefined, undefined],
    ]);
    const whole = await server.ask(`/api/jobs/${job.id}/events`, {
      headers: { "Accept-Encoding": "gzip, br" },
    });
    expect([whole.headers["content-encoding"], whole.headers["cache-control"]]).toEqual([
      undefined,
      "no-store, no-transform",
    ]);
  });

  test("resumes behind any event, and has nothing more for whoever heard all", async () => {
    const job = await start({ metrics: ["network.links", "network.nodes", "network.density"] });
    const told = await hear(job);
    for (const { id } of told.slice(0, -1)) expect(await hear(job, id)).toEqual(told.slice(id));
    const rest = await server.ask(`/api/jobs/${job.id}/events`, {
      headers: { "Last-Event-ID": String(told.length) },
    });
    expect([rest.status, rest.body.length]).toEqual([204, 0]);
    const strange = server.ask(`/api/jobs/${job.id}/events`, { headers: { "Last-Event-ID": "x'1" } });
    expect(await problemOf(strange)).toEqual([400, "invalid-request", ["Last-Event-ID"]]);
  });

  test("HEAD has its headers, of the other addresses of a job too, and nothing may be kept", async () => {
    const job = await start({ metrics: ["network.links"] });
    await hear(job);
    for (const path of ["", "/result", "/events"]) {
      const [get, head] = [
        await server.ask(`/api/jobs/${job.id}${path}`),
        await server.ask(`/api/jobs/${job.id}${path}`, { method: "HEAD" }),
      ];
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers["content-type"]).toBe(get.headers["content-type"]);
      expect([get.headers.etag, head.headers.etag]).toEqual([undefined, undefined]);
      expect(get.headers["cache-control"]).toMatch(/^no-store/);
    }
  });
});

describe("a job in a thread", () => {
  test("when cancelled, then its work stops: the next one has the thread, and what was ready is still there", async () => {
    await using threaded = await startServer(readSeed(), { pool: { inlineUpTo: 0 } });
    const slow = await start(
      { network: slowNetwork(40_000), metrics: ["node.degree", "node.betweenness"] },
      threaded,
    );
    // The first metric is ready and the second has begun.
    await heardUntil(threaded, slow, ({ unit }) => unit?.metric === "node.betweenness");
    const cancelled = await threaded.ask(`/api/jobs/${slow.id}`, { method: "DELETE" });
    expect(Job.parse(cancelled.json())).toMatchObject({
      state: "cancelled",
      done: 1,
      units: [{ state: "done" }, { state: "cancelled" }],
    });
    const told = await hear(slow, undefined, threaded);
    expect(told.at(-1)?.event.state).toBe("cancelled");
    const next = await start({ metrics: ["park.betweenness"] }, threaded);
    await hear(next, undefined, threaded);
    expect((await resultOf(next, threaded)).job.state).toBe("done");
    expect(Object.keys((await resultOf(slow, threaded)).analysis?.metrics ?? {})).toEqual(["node.degree"]);
    const again = await threaded.ask(`/api/jobs/${slow.id}`, { method: "DELETE" });
    expect([again.status, Job.parse(again.json()).state]).toEqual([200, "cancelled"]);
  }, 120_000);

  test("gives the bytes that it gives in the calling thread", async () => {
    await using threaded = await startServer(readSeed(), { pool: { inlineUpTo: 0 } });
    const body: Body = { metrics: ["park.betweenness", "enterprise.pagerank"], filter: { layer: "water" } };
    const [here, there] = [await start(body), await start(body, threaded)];
    await Promise.all([hear(here), hear(there, undefined, threaded)]);
    expect((await resultOf(there, threaded)).reports).toEqual((await resultOf(here)).reports);
  }, 60_000);
});

/** Listens until an event is as wanted, then leaves in the middle of the stream. */
function heardUntil({ origin }: RunningServer, { id }: Job, isWanted: (event: JobEvent) => boolean) {
  return new Promise<void>((resolve, reject) => {
    const request = httpRequest(`${origin}/api/jobs/${id}/events`, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
        if (!eventsIn(text).some(({ event }) => isWanted(event))) return;
        request.destroy();
        resolve();
      });
      response.on("end", () => reject(new Error(`the stream ended: ${text}`)));
    });
    request.on("error", reject);
    request.end();
  });
}

describe("what no job can be made of", () => {
  test.each<[string, Body, readonly unknown[]]>([
    [
      "a filter for a network of one's own",
      { network: own, filter: {} },
      [400, "invalid-request", ["/filter"]],
    ],
    ["a direction for the records", { directed: true }, [400, "invalid-request", ["/directed"]]],
    ["a metric that there is not", { metrics: ["park.fame"] }, [404, "unknown-id", []]],
    [
      "a metric of a file that there is not",
      { network: own, metrics: ["park.degree"] },
      [404, "unknown-id", ["metrics"]],
    ],
    [
      "quantities of several layers",
      { metrics: ["park.outStrength"] },
      [422, "metric-needs-one-layer", ["/filter/layer"]],
    ],
    [
      "a parameter that none of the metrics has",
      { metrics: ["network.nodes"], parameters: { runs: 3 } },
      [400, "invalid-request", ["runs"]],
    ],
    [
      "a parameter out of its range",
      { metrics: ["network.communities"], parameters: { runs: 0 } },
      [400, "invalid-request", ["runs"]],
    ],
    [
      "years in the wrong order",
      { filter: { from: "2020", to: "2010" } as never },
      [400, "invalid-request", expect.any(Array)],
    ],
  ])("%s is refused at the start", async (_what, body, problem) => {
    expect(await problemOf(post(body))).toEqual(problem);
  });

  test("an id that nobody was given is told what to do", async () => {
    const id = "AAAAAAAAAAAAAAAAAAAAAA";
    for (const [path, method] of [
      ["", "GET"],
      ["", "DELETE"],
      ["/result", "GET"],
      ["/events", "GET"],
    ] as const) {
      const answer = server.ask(`/api/jobs/${id}${path}`, { method });
      expect(await problemOf(answer)).toEqual([404, "unknown-job", []]);
      expect(Problem.parse((await answer).json()).detail).toContain("start it again");
    }
  });

  test("more unfinished jobs than are kept are refused, and let in when one is over", async () => {
    await using busy = await startServer(readSeed(), {
      jobs: { mostUnfinished: 2 },
      pool: { inlineUpTo: 0 },
    });
    const slow = { network: slowNetwork(40_000), metrics: ["node.betweenness"] };
    const [first] = [await start(slow, busy), await start(slow, busy)];
    const refused = await post({ metrics: ["network.nodes"] }, busy);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "5"]);
    expect(Problem.parse(refused.json()).code).toBe("work-queue-full");
    await busy.ask(`/api/jobs/${first.id}`, { method: "DELETE" });
    expect((await post({ metrics: ["network.nodes"] }, busy)).status).toBe(202);
  }, 60_000);
});
