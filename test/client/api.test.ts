import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import { endpoints } from "#graph/schema/api/contract.ts";
import { longestAnalysisMs, type Endpoint } from "#graph/schema/api/endpoint.ts";
import { addressOf, ApiFailure, request, patienceMsOf } from "#client/api.ts";
import { listen } from "#server/http/graceful-server.ts";

interface Answer {
  readonly status: number;
  readonly body: string;
}

let server: Server;
let next: Answer;
let asked = "";
const realFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    asked = incoming.url ?? "";
    outgoing.writeHead(next.status, { "content-type": "application/json" });
    outgoing.end(next.body);
  });
  const base = `http://127.0.0.1:${await listen(server, "127.0.0.1", 0)}`;
  // A page's fetch knows where the page came from; here the address is put in front.
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => realFetch(base + path, init));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const page = JSON.stringify({ items: [], total: 0, next: null, networkVersion: 3 });
const failureOf = async (work: Promise<unknown>) =>
  await work.then(
    () => null,
    (error: unknown) => error,
  );

describe("an address", () => {
  it("comes from the contract, with parameters escaped and what is not given left out", () => {
    expect(addressOf("place", { id: "park:a/b" }, { layer: "water", status: undefined })).toBe(
      "/api/places/park%3Aa%2Fb?layer=water",
    );
  });
});

test("an analysis is waited for until the server itself gives up; other answers are not", () => {
  const rows: readonly Endpoint[] = Object.values(endpoints);
  const isSlow = ({ problems }: Endpoint) => problems.includes("analysis-too-long");
  expect(rows.filter(isSlow).length).toBeGreaterThan(2);
  for (const row of rows) expect(patienceMsOf(row) > longestAnalysisMs).toBe(isSlow(row));
});

describe("a request", () => {
  it("gives the answer as the contract describes it", async () => {
    next = { status: 200, body: page };
    const answer = await request("search", { query: { q: "a", limit: "5" } });
    expect(answer).toEqual({ items: [], total: 0, next: null, networkVersion: 3 });
    expect(asked).toBe("/api/search?q=a&limit=5");
  });

  it("fails with the server's own problem", async () => {
    const problem = {
      type: "/problems/unknown-id",
      title: "There is no such thing here",
      status: 404,
      detail: "no place park:x",
      instance: "/api/places/park:x",
      code: "unknown-id",
      requestId: "r1",
      errors: [],
    };
    next = { status: 404, body: JSON.stringify(problem) };
    const failure = await failureOf(request("place", { params: { id: "park:x" } }));
    expect(failure).toMatchObject({ kind: "problem", problem: { code: "unknown-id" }, transient: false });
  });

  it.each([
    [200, '{"items":[{}],"total":1,"next":null,"networkVersion":3}'],
    [200, "<html>a proxy's page</html>"],
    [502, "<html>bad gateway</html>"],
  ])("fails as unreadable where status %d brings %s", async (status, body) => {
    next = { status, body };
    expect(await failureOf(request("places"))).toMatchObject({ kind: "unreadable" });
  });

  it("fails as unreachable where nobody answers, and may be tried again", async () => {
    vi.stubGlobal("fetch", () => realFetch("http://127.0.0.1:1/"));
    const failure = await failureOf(request("meta"));
    expect(failure).toBeInstanceOf(ApiFailure);
    expect(failure).toMatchObject({ kind: "unreachable", transient: true });
  });
});
