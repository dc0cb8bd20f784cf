import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints, Health, type EndpointId } from "#graph/schema/api/contract.ts";
import { Problem } from "#graph/schema/api/problem.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { makeEnterprise, makeExchange, makePark } from "#test/fixtures/small-network.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

/** Three parks, forty enterprises and a chain of exchanges through them. */
const records: TaggedRecord[] = [
  ...["p1", "p2", "p3"].map((id) => ({ kind: "parks" as const, record: makePark(id) })),
  ...Array.from({ length: 40 }, (_, index) => ({
    kind: "enterprises" as const,
    record: makeEnterprise(`e${index}`, { parkId: `p${(index % 3) + 1}` }),
  })),
  ...Array.from({ length: 39 }, (_, index) => ({
    kind: "exchanges" as const,
    record: makeExchange(`x${String(index).padStart(2, "0")}`, {
      supplierId: `e${index}`,
      receiverId: `e${index + 1}`,
    }),
  })),
];

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(records);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const everyKindOfAnswer = [
  { what: "a list", path: "/api/parks", status: 200, method: "GET" },
  { what: "a file", path: "/api/export/nodes.csv", status: 200, method: "GET" },
  { what: "a page", path: "/api/docs", status: 200, method: "GET" },
  { what: "the style of the page", path: "/api/docs/style.css", status: 200, method: "GET" },
  { what: "the machine-readable contract", path: "/api/openapi.json", status: 200, method: "GET" },
  { what: "a problem explained", path: "/problems/internal", status: 200, method: "GET" },
  { what: "health", path: "/healthz", status: 200, method: "GET" },
  { what: "readiness", path: "/readyz", status: 200, method: "GET" },
  { what: "a bad parameter", path: "/api/parks?limit=0", status: 400, method: "GET" },
  { what: "an unknown id", path: "/api/parks/nowhere", status: 404, method: "GET" },
  { what: "a broken path", path: "/api/parks/%ff", status: 400, method: "GET" },
  { what: "an unknown path", path: "/nothing/here", status: 404, method: "GET" },
  { what: "an unknown path of the API", path: "/api/nothing", status: 404, method: "GET" },
  { what: "a wrong method", path: "/api/parks", status: 405, method: "POST" },
];

const contentPolicy =
  "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';" +
  "connect-src 'self';worker-src 'self';object-src 'none';base-uri 'none';form-action 'self';" +
  "frame-ancestors 'none'";

describe.each(everyKindOfAnswer)("$what", ({ path, status, method }) => {
  test("when sent, then carries the security headers and names no maker", async () => {
    const { status: got, headers } = await server.ask(path, { method });
    expect(got).toBe(status);
    expect(headers["content-security-policy"]).toBe(contentPolicy);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
  });
});

describe("entity tags", () => {
  test("a tag, when it comes back, then the answer is 304 without a body", async () => {
    const { headers } = await server.ask("/api/places");
    const tag = String(headers.etag);
    const again = await server.ask("/api/places", { headers: { "If-None-Match": `"other", ${tag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
    const weak = await server.ask("/api/places", { headers: { "If-None-Match": `W/${tag}` } });
    expect(weak.status).toBe(304);
    const other = await server.ask("/api/places", { headers: { "If-None-Match": '"other"' } });
    expect(other.status).toBe(200);
  });

  test("parameters in another order, when asked, then have the same tag; other parameters another", async () => {
    const tagOf = async (query: string) => (await server.ask(`/api/exchanges?${query}`)).headers.etag;
    expect(await tagOf("layer=material&limit=5")).toBe(await tagOf("limit=5&layer=material"));
    expect(await tagOf("layer=material&limit=5")).not.toBe(await tagOf("layer=material&limit=6"));
  });

  test("an import, when it changes the network, then changes tags and lists at once; one that does not, changes nothing", async () => {
    await using own = await startServer(records);
    const before = await own.ask("/api/parks");
    await own.store.importRecords(records, { label: "again", now: new Date(0) });
    expect((await own.ask("/api/parks")).headers.etag).toBe(before.headers.etag);
    await own.store.importRecords([{ kind: "parks", record: makePark("p4") }], {
      label: "more",
      now: new Date(0),
    });
    const after = await own.ask("/api/parks", { headers: { "If-None-Match": String(before.headers.etag) } });
    expect(after.status).toBe(200);
    expect(after.json()).toMatchObject({ total: 4, networkVersion: 2 });
  });

  test("midnight in China, when it passes, then the tag changes: listings end with the day", async () => {
    let now = new Date("2026-11-24T15:59:59Z");
    await using own = await startServer(records, { now: () => now });
    const before = await own.ask("/api/candidates");
    now = new Date("2026-11-24T16:00:00Z");
    expect((await own.ask("/api/candidates")).headers.etag).not.toBe(before.headers.etag);
  });

  test("If-None-Match: *, when the thing exists, then 304; when it does not, then its problem", async () => {
    const headers = { "If-None-Match": "*" };
    expect((await server.ask("/api/parks/p1", { headers })).status).toBe(304);
    expect((await server.ask("/api/parks/p9", { headers })).status).toBe(404);
  });
});

describe("content coding", () => {
  test("an answer, when asked for in each coding, then holds the same JSON under different tags", async () => {
    const ask = (coding: string) => server.ask("/api/exchanges", { headers: { "Accept-Encoding": coding } });
    const [plain, gzip, brotli] = await Promise.all(["identity", "gzip", "br, gzip"].map(ask));
    expect(plain?.headers["content-encoding"]).toBeUndefined();
    expect(gzip?.headers["content-encoding"]).toBe("gzip");
    expect(brotli?.headers["content-encoding"]).toBe("br");
    const text = plain?.body.toString();
    expect(gunzipSync(gzip?.body ?? "").toString()).toBe(text);
    expect(brotliDecompressSync(brotli?.body ?? "").toString()).toBe(text);
    expect(new Set([plain, gzip, brotli].map((answer) => answer?.headers.etag)).size).toBe(3);
    expect(plain?.headers.vary).toContain("Accept-Encoding");
  });

  test("a file, when asked for in gzip, then is compressed as it streams", async () => {
    const plain = await server.ask("/api/export/graphml");
    const gzip = await server.ask("/api/export/graphml", { headers: { "Accept-Encoding": "gzip" } });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  });
});

describe("methods", () => {
  const calls: Readonly<Partial<Record<EndpointId, string>>> = {
    park: "/api/parks/p1",
    place: "/api/places/park:p1",
    metric: "/api/metrics/park.pagerank",
    material: `/api/materials/${encodeURIComponent("炉渣")}`,
    export: "/api/export/graphml",
    search: "/api/search?q=a",
    whyNot: "/api/why-not?supplier=e0&receiver=e1&code=SW02",
  };
  const paths = (Object.keys(endpoints) as EndpointId[])
    // What belongs to a job is asked in its own test, which has one.
    .filter((id) => endpoints[id].method === "get" && !("live" in endpoints[id]))
    .map((id) => calls[id] ?? endpoints[id].path);

  test.each(paths)("HEAD %s, when asked, then answers the headers of GET and no body", async (target) => {
    const get = await server.ask(target);
    const head = await server.ask(target, { method: "HEAD" });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect([head.headers.etag, head.headers["content-type"]]).toEqual([
      get.headers.etag,
      get.headers["content-type"],
    ]);
  });

  test.each(
    [
      "/healthz",
      "/readyz",
      "/api/meta",
      "/api/parks/p1",
      "/api/docs",
      "/api/docs/style.css",
      "/api/docs/fonts/index.css",
      "/api/openapi.json",
      "/problems/internal",
    ].flatMap((path) =>
      ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"].map((method) => ({ method, path })),
    ),
  )("$method $path, when sent, then 405 tells what is allowed", async ({ method, path }) => {
    const answer = await server.ask(path, { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(Problem.parse(answer.json()).code).toBe("method-not-allowed");
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s, when sent with a deep body, then 405 tells what is allowed",
    async (method) => {
      const depth = 20_000;
      const body = `${"[".repeat(depth)}${"]".repeat(depth)}`;
      const answer = await server.ask("/api/parks", {
        method,
        body,
        headers: { "Content-Type": "application/json" },
      });
      expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
      expect(Problem.parse(answer.json()).code).toBe("method-not-allowed");
    },
  );

  test("GET, when it carries a deep JSON body, then the body is nobody's business", async () => {
    const answer = await server.ask("/api/parks", { body: `{"__proto__":${"[".repeat(9000)}` });
    expect(answer.status).toBe(200);
  });
});

describe("parameters", () => {
  const refusal = async (path: string) => {
    const answer = await server.ask(path);
    const { code, errors } = Problem.parse(answer.json());
    return [answer.status, code, errors.map(({ pointer }) => pointer)];
  };

  test.each([
    ["repeated", "/api/parks?limit=1&limit=2", ["limit"]],
    ["unknown", "/api/parks?colour=red", ["colour"]],
    ["unknown with a prototype's name", "/api/parks?__proto__=1&constructor=2", ["__proto__", "constructor"]],
    ["unknown in brackets", "/api/parks?limit[]=1", ["limit[]"]],
    ["too large", "/api/parks?limit=501", ["limit"]],
    ["huge", `/api/parks?limit=${"9".repeat(400)}`, ["limit"]],
    ["negative", "/api/parks?limit=-1", ["limit"]],
    ["of the wrong type", "/api/parks?yearFrom=x", ["yearFrom"]],
    ["not UTF-8", "/api/search?q=%ff", ["q"]],
    ["with NUL", "/api/search?q=a%00b", ["q"]],
    ["left out though required", "/api/search", ["q"]],
    ["empty", "/api/search?q=", ["q"]],
    ["a list with a stranger", "/api/parks?layer=material,gold", ["layer"]],
    ["a list with a repeat", "/api/parks?layer=material,material", ["layer"]],
    ["several at fault", "/api/parks?limit=0&layer=x", ["layer", "limit"]],
    ["years reversed", "/api/parks?yearFrom=2024&yearTo=2020", ["yearFrom"]],
    ["a day the calendar has not", "/api/candidates?asOf=2026-02-29", ["asOf"]],
    ["a day too far", "/api/places/park:js-sip?asOf=2206-08-14", ["asOf"]],
  ])("a parameter %s, when sent, then 400 names it", async (_, path, pointers) => {
    const [status, code, named] = await refusal(path);
    expect([status, code]).toEqual([400, "invalid-request"]);
    expect((named as string[]).sort()).toEqual(pointers);
  });

  test.each([
    ["/api/exchanges?from=park:nowhere", "from"],
    ["/api/exchanges?enterprise=nobody", "enterprise"],
    ["/api/listings?resource=SW99", "resource"],
    ["/api/candidates?listing=L9", "listing"],
    ["/api/candidates?park=nowhere", "park"],
    ["/api/why-not?supplier=nobody&receiver=e1&code=SW02", "supplier"],
    ["/api/why-not?supplier=e1&receiver=nobody&code=SW02", "receiver"],
    ["/api/enterprises?place=city:370200", "place"],
    ["/api/parks/nowhere", "id"],
    ["/api/places/city:999999", "id"],
  ])("an id that is not there, when %s is asked, then 404 names %s", async (path, pointer) => {
    expect(await refusal(path)).toEqual([404, "unknown-id", [pointer]]);
  });

  test("an unknown metric, when asked for, then 404; one that sums, when the layer is open, then 422", async () => {
    expect((await server.ask("/api/metrics/park.beauty")).status).toBe(404);
    expect((await server.ask("/api/metrics/constructor")).status).toBe(404);
    expect((await refusal("/api/corridors?sort=flow")).slice(0, 2)).toEqual([422, "metric-needs-one-layer"]);
    expect((await server.ask("/api/corridors?sort=flow&layer=energy")).status).toBe(200);
  });

  test("a URL of 8 KB, when sent, then it is refused as a problem; so is one beyond Node's own limit", async () => {
    expect((await refusal(`/api/search?q=${"a".repeat(8100)}`)).slice(0, 2)).toEqual([
      400,
      "invalid-request",
    ]);
    expect((await server.ask(`/api/parks/${"a".repeat(8100)}`)).status).toBe(400);
    const long = await server.ask(`/api/search?q=${"a".repeat(20_000)}`);
    expect([long.status, Problem.parse(long.json()).code]).toEqual([413, "payload-too-large"]);
  });

  test("case and trailing slash, when they differ, then it is another address", async () => {
    expect((await server.ask("/api/PARKS")).status).toBe(404);
    expect((await server.ask("/api/parks/")).status).toBe(404);
  });
});

describe("cursors", () => {
  interface Page {
    items: { id: string }[];
    total: number;
    next: string | null;
  }

  test("pages, when followed to the end, then hold every item once, in stable order", async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next === null ? "" : `&cursor=${encodeURIComponent(next)}`;
      const page: Page = await server.get<Page>(`/api/exchanges?limit=7${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBe(39);
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(Array.from({ length: 39 }, (_, index) => `x${String(index).padStart(2, "0")}`));
  });

  test("a cursor, when the page size changes, then goes on where it stood", async () => {
    const { next } = await server.get<Page>("/api/exchanges?limit=7");
    const page = await server.get<Page>(`/api/exchanges?limit=2&cursor=${next}`);
    expect(page.items.map(({ id }) => id)).toEqual(["x07", "x08"]);
  });

  test("a cursor, when used on another list, another filter or after a change, then 400 invalid-cursor", async () => {
    await using own = await startServer(records);
    const { next } = await own.get<Page>("/api/exchanges?limit=7");
    const codeOf = async (path: string) => Problem.parse((await own.ask(path)).json()).code;
    expect(await codeOf(`/api/enterprises?cursor=${next}`)).toBe("invalid-cursor");
    expect(await codeOf(`/api/exchanges?layer=material&cursor=${next}`)).toBe("invalid-cursor");
    expect(await codeOf(`/api/exchanges?cursor=${next?.slice(0, -1)}`)).toBe("invalid-cursor");
    await own.store.importRecords([{ kind: "parks", record: makePark("p4") }], {
      label: "more",
      now: new Date(0),
    });
    const stale = Problem.parse((await own.ask(`/api/exchanges?limit=7&cursor=${next}`)).json());
    expect([stale.code, stale.status, stale.errors[0]?.pointer]).toEqual(["invalid-cursor", 400, "cursor"]);
    expect(stale.detail).toContain("version");
  });
});

describe("failures", () => {
  test("a fault of our own, when it happens, then the caller learns a request id and the log the cause", async () => {
    await using own = await startServer(records, {
      web: (app) => {
        app.get("/boom", () => {
          throw new Error("password=hunter2 at /srv/secret.ts");
        });
      },
    });
    const answer = await own.ask("/boom");
    const problem = Problem.parse(answer.json());
    expect([answer.status, problem.code]).toEqual([500, "internal"]);
    expect(answer.body.toString()).not.toMatch(/hunter2|secret|\.ts/);
    const line = own.log.find((entry) => entry.includes("hunter2"));
    expect(line).toContain(problem.requestId);
  });

  test("a fault in the middle of an answer, when it happens, then the connection is cut and nothing looks whole", async () => {
    await using own = await startServer(records, {
      web: (app) => {
        app.get("/half", (_request, response, next) => {
          response.write("the first half");
          next(new Error("no second half"));
        });
      },
    });
    await expect(own.ask("/half")).rejects.toThrow(/aborted|hang up|reset/);
    expect((await own.ask("/healthz")).status).toBe(200);
  });

  test("a store that fails, when asked, then 503 without its path, not ready, but healthy", async () => {
    const own = await startServer(records);
    await own.store.close();
    const answer = await own.ask("/api/parks");
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(Problem.safeParse(answer.json()).success).toBe(true);
    const ready = await own.ask("/readyz");
    expect([ready.status, Health.parse(ready.json())]).toEqual([
      503,
      { status: "degraded", networkVersion: null },
    ]);
    expect((await own.ask("/healthz")).status).toBe(200);
    await own[Symbol.asyncDispose]();
  });

  test("more requests than allowed, when sent, then 429 with Retry-After; health is never limited", async () => {
    await using own = await startServer(records, { rate: { requests: 3, seconds: 60 } });
    const statuses = [];
    for (let call = 0; call < 5; call++) statuses.push((await own.ask("/api/meta")).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const limited = await own.ask("/api/meta");
    expect(Problem.parse(limited.json()).code).toBe("too-many-requests");
    expect(Number(limited.headers["retry-after"])).toBeGreaterThan(0);
    expect((await own.ask("/healthz")).status).toBe(200);
  });

  test("a forwarded address, when somebody claims one, then counts for nothing", async () => {
    await using own = await startServer(records, { rate: { requests: 2, seconds: 60 } });
    const statuses = [];
    for (let call = 0; call < 3; call++)
      statuses.push(
        (await own.ask("/api/meta", { headers: { "X-Forwarded-For": `10.0.0.${call}` } })).status,
      );
    expect(statuses).toEqual([200, 200, 429]);
  });

  test("a request, when logged, then by path, status and parameter names, never by what was searched for", async () => {
    await server.ask("/api/search?q=topsecret", { headers: { Authorization: "Bearer topsecret" } });
    const logged = () => server.log.find((entry) => entry.includes("/api/search"));
    await expect.poll(logged).toBeDefined();
    const line = logged();
    expect(JSON.parse(line ?? "{}")).toMatchObject({ path: "/api/search", parameters: ["q"], method: "GET" });
    expect(server.log.join("")).not.toContain("topsecret");
  });

  test("a client, when it hangs up in the middle of a file, then that is no fault of ours and the server goes on", async () => {
    // More than the buffers between the two can take in.
    const many = Array.from({ length: 8000 }, (_, index) => ({
      kind: "enterprises" as const,
      record: makeEnterprise(`e${index}`, { parkId: "p1", noteZh: "注".repeat(900) }),
    }));
    await using own = await startServer([...records.slice(0, 1), ...many]);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(own.origin).port), "127.0.0.1", () => {
        socket.write("GET /api/export/graphml HTTP/1.1\r\nHost: localhost\r\n\r\n");
      });
      socket.once("data", () => socket.destroy());
      socket.once("close", () => resolve());
    });
    await expect.poll(() => own.log.join("")).toContain('"finished":false');
    expect(own.log.filter((line) => /"level":(?:50|60)|Premature/.test(line))).toEqual([]);
    expect((await own.ask("/healthz")).status).toBe(200);
  });

  test("a person's browser, when it asks for what is not there, then gets a page in his language", async () => {
    const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    const open = async (path: string, language: string) =>
      await server.ask(path, { headers: { Accept: accept, "Accept-Language": language } });
    const chinese = await open("/no/such/page", "zh-CN,zh;q=0.9,en;q=0.5");
    expect([chinese.status, chinese.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(chinese.body.toString()).toMatch(/<html lang="zh-CN">[\s\S]*没有这个对象[\s\S]*href="\/"/);
    expect(chinese.body.toString()).not.toContain("There is");
    const english = await open("/no/%3Cscript%3E", "en");
    expect(english.body.toString()).toContain("There is no such thing here");
    expect(english.body.toString()).not.toContain("<script");
    expect((await open("/api/parks?limit=0", "en")).status).toBe(400);
    const program = await server.ask("/no/such/page", { headers: { Accept: "*/*" } });
    expect(program.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  });
});

test("the client, when mounted, then answers after the API and before unknown paths", async () => {
  await using own = await startServer(records, {
    web: (app) => {
      app.get("/", (_request, response) => void response.type("html").send("<!doctype html>"));
      app.get("/api/hidden", (_request, response) => void response.send("never"));
    },
  });
  expect((await own.ask("/")).body.toString()).toBe("<!doctype html>");
  expect((await own.ask("/api/hidden")).status).toBe(404);
  expect((await own.ask("/elsewhere")).status).toBe(404);
});

test("an analysis, when answered, then Server-Timing tells where the time went", async () => {
  const answer = await server.ask("/api/facets?status=planned");
  expect(answer.headers["server-timing"]).toMatch(
    /^store;dur=[\d.]+, analysis;dur=[\d.]+, answer;dur=[\d.]+$/,
  );
});
