import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import { Job } from "#graph/schema/answers/job.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { endpoints, type EndpointId } from "#graph/schema/api/contract.ts";
import type { Endpoint } from "#graph/schema/api/endpoint.ts";
import { Problem, problemTable } from "#graph/schema/api/problem.ts";
import { problemsOf } from "#server/http/openapi.ts";
import { readSeed } from "#seeds/read-seed.ts";
import {
  hostileQuery,
  hostileSegment,
  toPath,
  toQueryText,
  validParams,
  validQuery,
} from "./support/query-arbitrary.ts";
import { startServer, type Answer, type RunningServer } from "./support/running-server.ts";

/** Calls of each kind and row: together the 500 of the fuzz budget. */
const validCalls = 150;
const hostileCalls = 350;

let server: RunningServer;
/** A job that is over. */
let jobId = "";
beforeAll(async () => {
  server = await startServer(readSeed());
  const started = await server.ask("/api/jobs", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ metrics: ["network.density"] }),
  });
  jobId = Job.parse(started.json()).id;
  await server.ask(`/api/jobs/${jobId}/events`);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const knownIds: Readonly<Record<string, readonly string[]>> = {
  park: ["sd-qingdao-lingang", "js-baoying-edz"],
  place: ["park:sd-qingdao-lingang", "city:370200", "outside:unknown"],
  from: ["city:370200", "park:sd-qingdao-lingang"],
  to: ["park:sd-qingdao-lingang", "city:370200"],
  enterprise: ["sd-rz-power"],
  supplier: ["sd-rz-power", "日照发电厂"],
  receiver: ["sd-rz-dayu-cement"],
  code: ["SW02", "HW08"],
  resource: ["SW02", "HW08"],
  listing: ["L001"],
  city: ["370200"],
  asOf: ["2026-08-14", "2026年8月15日"],
};

/** Ids of path parameters mean something else in each row. */
function idsOf(id: EndpointId): Readonly<Record<string, readonly string[]>> {
  const byRow: Partial<Record<EndpointId, readonly string[]>> = {
    park: ["sd-qingdao-lingang", "js-baoying-edz"],
    place: ["park:sd-qingdao-lingang", "city:370200"],
    material: ["SW02", "HW", "副产盐酸"],
    job: [jobId],
    jobResult: [jobId],
    jobEvents: [jobId],
    metric: ["park.betweenness", "network.density", "park.pagerank", "network.communities"],
  };
  const own = byRow[id];
  return own === undefined ? knownIds : { ...knownIds, id: own };
}

/** A metric refuses the parameters that the contract knows for other metrics: asked are those of its own. */
function withOwnParameters(query: Readonly<Record<string, string>>, id: string): Record<string, string> {
  const own = metrics.find(({ description }) => description.id === id)?.description.parameters ?? {};
  return Object.fromEntries(
    Object.entries(query).filter(
      ([name]) => !Object.hasOwn(metricParameters, name) || Object.hasOwn(own, name),
    ),
  );
}

/** A call with what it must name and nothing else: options that exclude one another may leave chance no answered one. */
function plainCall(id: EndpointId, row: Endpoint): string {
  const [params = {}] = fc.sample(validParams(row, idsOf(id)), { numRuns: 1, seed: 1 });
  const [query = {}] = fc.sample(validQuery(row, idsOf(id)), { numRuns: 1, seed: 1 });
  const needed = Object.entries(query).filter(
    ([name]) => !row.query.shape[name]?.safeParse(undefined).success,
  );
  return `${toPath(row, params)}?${toQueryText(Object.fromEntries(needed))}`;
}

/** What is asked with a body has tests of its own. */
const rows = (Object.entries(endpoints) as unknown as readonly (readonly [EndpointId, Endpoint])[]).filter(
  ([, { method }]) => method === "get",
);

/** What is wrong with a refusal; nothing where it is a problem that the contract announces. */
function faultsOfProblem(row: Endpoint, answer: Answer): string[] {
  const allowed: readonly string[] = problemsOf(row);
  const parsed = Problem.safeParse(parseJson(answer));
  if (!parsed.success) return [`${answer.status} without a problem: ${answer.body.toString().slice(0, 200)}`];
  const { code, status } = parsed.data;
  return [
    answer.status < 500 ? null : `server fault ${answer.status}`,
    answer.headers["content-type"] === "application/problem+json; charset=utf-8" ? null : "media type",
    allowed.includes(code) ? null : `${code} is not announced`,
    status === answer.status ? null : `status ${status} inside ${answer.status}`,
    tableStatus.get(code) === answer.status ? null : `${code} is not ${answer.status}`,
  ].filter((fault) => fault !== null);
}

/** What is wrong with any answer of a row. */
function faultsOf(row: Endpoint, answer: Answer): string[] {
  if (answer.status !== 200) return faultsOfProblem(row, answer);
  const faults: string[] = [];
  const tag = String(answer.headers.etag);
  if (row.live === true ? tag !== "undefined" : !/^"[\w-]{20,}"$/.test(tag)) faults.push(`tag ${tag}`);
  if (!String(answer.headers["content-security-policy"]).startsWith("default-src 'self'"))
    faults.push("no content policy");
  if ("mediaTypes" in row.response) return answer.body.length > 20 ? faults : [...faults, "empty file"];
  const parsed = row.response.safeParse(parseJson(answer));
  return [...faults, ...(parsed.error?.issues ?? []).map((issue) => JSON.stringify(issue))];
}

/** A strange segment may lead out of the row (`..`, an empty one): any problem will do there, but a problem it must be. */
function faultsOfHostile(row: Endpoint, path: string, answer: Answer): string[] {
  if (answer.status === 200 && /\/(?:\.{0,2}|%2e.*)$/.test(path)) return [];
  if (answer.status !== 404) return faultsOf(row, answer);
  const { code } = Problem.parse(answer.json());
  return code === "unknown-id" || row.problems.some((own) => own === code) ? [] : ["404 of another code"];
}

function parseJson(answer: Answer): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}

const tableStatus = new Map<string, number>(
  Object.entries(problemTable).map(([code, { status }]) => [code, status]),
);

const pagedRows = rows.filter(([, row]) => "cursor" in row.query.shape);

test.each(pagedRows)("%s: cursors that were not handed out, when sent, then are refused", async (_, row) => {
  const cursors = fc.oneof(
    fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 100 }),
    fc.base64String({ minLength: 4, maxLength: 60 }),
    fc.integer().map((offset) => Buffer.from(`1.${offset}.abc`).toString("base64url")),
  );
  await fc.assert(
    fc.asyncProperty(cursors, async (cursor) => {
      const answer = await server.ask(`${row.path}?cursor=${encodeURIComponent(cursor)}`);
      expect([answer.status, faultsOfProblem(row, answer)]).toEqual([400, []]);
    }),
    { numRuns: 50 },
  );
});

describe.each(rows)("%s", (id, row) => {
  test("calls that the contract allows, when sent, then are answered as the contract says", async () => {
    const statuses = new Map<number, number>();
    const call = async (path: string) => {
      const answer = await server.ask(path);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(faultsOf(row, answer)).toEqual([]);
    };
    await call(plainCall(id, row));
    await fc.assert(
      fc.asyncProperty(validParams(row, idsOf(id)), validQuery(row, idsOf(id)), async (params, query) => {
        const asked = id === "metric" ? withOwnParameters(query, params["id"] ?? "") : query;
        await call(`${toPath(row, params)}?${toQueryText(asked)}`);
      }),
      { numRuns: validCalls },
    );
    expect(statuses.get(200) ?? 0).toBeGreaterThan(0);
  });

  test("calls that no contract allows, when sent, then are refused as problems and never break the server", async () => {
    const hasPathParameter = row.path.includes("{");
    await fc.assert(
      fc.asyncProperty(
        hostileSegment,
        hostileQuery(row),
        fc.boolean(),
        async (segment, query, isGoodPath) => {
          const good = row.path.replace("{format}", "graphml").replace("{id}", idsOf(id)["id"]?.[0] ?? "x");
          const path = isGoodPath || !hasPathParameter ? good : row.path.replace(/\{\w+\}/, segment);
          expect(faultsOfHostile(row, path, await server.ask(`${path}?${query}`))).toEqual([]);
        },
      ),
      { numRuns: hostileCalls },
    );
  });
});
