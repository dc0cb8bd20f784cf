import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import express from "express";
import { z } from "zod";
import { ApiFailure, requestRow } from "#client/api.ts";
import { question, type EndpointTable } from "#graph/schema/api/endpoint.ts";
import { Problem } from "#graph/schema/api/problem.ts";
import { worded } from "#graph/schema/text.ts";
import { renderDocs } from "#server/docs/docs-page.ts";
import { createBinder } from "#server/http/endpoint.ts";
import { listen } from "#server/http/graceful-server.ts";
import { createHttpServer } from "#server/http/http-server.ts";
import { describeApi } from "#server/http/openapi.ts";
import { answerProblem } from "#server/http/problem-response.ts";
import { createLogger } from "#server/log.ts";
import { emptyAnalyses } from "./support/empty-analyses.ts";

/*
 * The contract has no row yet that changes records. These stand in for those to come: what one row says must hold for binder,
 * OpenAPI, docs page, client and Allow alike.
 */

const Note = z.strictObject({ text: z.string().min(1).max(200), weight: z.int().optional() });
const params = z.strictObject({ id: worded(z.string().max(20), { zh: "编号", en: "Id" }) });
const query = z.strictObject({});
const table = {
  note: question({
    path: "/api/notes/{id}",
    summary: { zh: "一条备注", en: "One note" },
    params,
    query,
    response: Note,
    problems: [],
  }),
  changeNote: {
    method: "put",
    path: "/api/notes/{id}",
    summary: { zh: "更改备注", en: "Change a note" },
    params,
    query,
    body: Note,
    preconditions: ["if-match"],
    roles: ["public", "owner"],
    response: Note,
    problems: ["invalid-request"],
  },
  addNote: {
    method: "post",
    path: "/api/notes",
    summary: { zh: "新增备注", en: "Add a note" },
    params: z.strictObject({}),
    query,
    body: Note,
    preconditions: [],
    roles: ["public"],
    response: Note,
    problems: ["invalid-request"],
  },
  removeNote: {
    method: "delete",
    path: "/api/notes/{id}",
    summary: { zh: "删除备注", en: "Remove a note" },
    params,
    query,
    body: null,
    preconditions: [],
    roles: ["owner"],
    response: z.strictObject({}),
    problems: [],
  },
} as const satisfies EndpointTable;

const served: unknown[] = [];
const server = createHttpServer();
let origin: string;

beforeAll(async () => {
  const app = express().disable("etag");
  const analyses = await emptyAnalyses();
  const bind = createBinder(app, table, { analyses, productVersion: "0", checkAnswers: true });
  bind.json("note", () => ({ text: "first" }));
  bind.json("changeNote", (_reading, { params: { id }, body }) => {
    served.push([id, body]);
    return body;
  });
  bind.json("addNote", (_reading, { body }) => {
    served.push(body);
    return body;
  });
  bind.json("removeNote", () => ({}));
  bind.refuseOthers();
  app.use(answerProblem(createLogger("silent"), () => ""));
  server.on("request", app);
  origin = `http://127.0.0.1:${await listen(server, "127.0.0.1", 0)}`;
});
afterEach(() => {
  served.length = 0;
  vi.unstubAllGlobals();
});
afterAll(() => void server.close());

const json = { "Content-Type": "application/json" };

async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const answer = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
  return { answer, status: answer.status, body: await answer.json() };
}

async function refused(method: string, path: string, headers: Record<string, string>, body?: string) {
  const { status, body: problem } = await ask(method, path, headers, body);
  const { code, errors } = Problem.parse(problem);
  return [status, code, errors.map(({ pointer }) => pointer)];
}

describe("a row with a body", () => {
  test("hands its checked body to what answers it, and nothing of the answer is kept", async () => {
    const { answer, status, body } = await ask("POST", "/api/notes", json, '{"text":"备注"}');
    expect([status, body, served]).toEqual([200, { text: "备注" }, [{ text: "备注" }]]);
    expect([answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([null, "no-store"]);
    await ask("POST", "/api/notes", json, '{"text":"备注"}');
    expect(served).toHaveLength(2);
  });

  test.each([
    ["of the wrong shape", '{"text":"","weight":1.5}', ["/text", "/weight"]],
    ["with a member nobody knows", '{"text":"a","colour":1}', ["/"]],
    ["with a prototype's name", '{"text":"a","__proto__":{"x":1}}', ["/"]],
    ["that is no object", '"text"', []],
    ["cut off", '{"text":"a"', []],
    ["that is missing", "", ["/text"]],
  ])("refuses one %s", async (_what, body, pointers) => {
    const [status, code, named] = await refused("POST", "/api/notes", json, body);
    expect([status, code, named]).toEqual([400, "invalid-request", pointers]);
    expect(served).toEqual([]);
  });

  test("refuses another media type, and what is too large, before it is read", async () => {
    const text = { "Content-Type": "text/plain" };
    expect(await refused("POST", "/api/notes", text, "a")).toEqual([415, "unsupported-media-type", []]);
    const large = JSON.stringify({ text: "a".repeat(1_100_000) });
    expect(await refused("POST", "/api/notes", json, large)).toEqual([413, "payload-too-large", []]);
  });
});

describe("a row with a precondition", () => {
  const change = (headers: Record<string, string>) =>
    ask("PUT", "/api/notes/7", { ...json, ...headers }, '{"text":"b"}');

  test("wants the tag that a GET of the same address gave, in whatever coding it came", async () => {
    for (const coding of ["identity", "gzip", "br"]) {
      const tag = (await ask("GET", "/api/notes/7", { "Accept-Encoding": coding })).answer.headers.get(
        "etag",
      );
      expect((await change({ "If-Match": `"other", ${tag}` })).status).toBe(200);
    }
    expect(served).toHaveLength(3);
  });

  test("is refused without one, with one of another address, and with an old one", async () => {
    const other = (await ask("GET", "/api/notes/8")).answer.headers.get("etag") ?? "";
    const statuses = [
      await change({}),
      await change({ "If-Match": other }),
      await change({ "If-Match": '"x"' }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([428, 412, 412]);
    expect(served).toEqual([]);
  });
});

test("a row that is not for the public is refused to it", async () => {
  expect(await refused("DELETE", "/api/notes/7", {})).toEqual([403, "not-permitted", []]);
});

test.each([
  ["PATCH", "/api/notes/7", "GET, HEAD, PUT, DELETE"],
  ["OPTIONS", "/api/notes/7", "GET, HEAD, PUT, DELETE"],
  ["GET", "/api/notes", "POST"],
  ["HEAD", "/api/notes", "POST"],
])("%s %s is told what its path allows", async (method, path, allow) => {
  const answer = await fetch(origin + path, { method });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
});

test("OpenAPI and the page say method, body, precondition and problems of each row", () => {
  const { paths } = describeApi(table, "0");
  const { get, put, delete: remove } = paths?.["/api/notes/{id}"] ?? {};
  expect([get?.operationId, put?.operationId, remove?.operationId]).toEqual([
    "note",
    "changeNote",
    "removeNote",
  ]);
  expect(get?.requestBody).toBeUndefined();
  expect(put).toMatchObject({
    requestBody: { required: true, content: { "application/json": { schema: { required: ["text"] } } } },
    parameters: [{ name: "id" }, { in: "header", name: "If-Match", required: true }],
  });
  const statuses = Object.keys(put?.responses ?? {});
  expect(statuses).toEqual(expect.arrayContaining(["200", "400", "412", "415", "428"]));
  expect([statuses.includes("304"), statuses.includes("403")]).toEqual([false, false]);
  expect(Object.keys(remove?.responses ?? {})).toContain("403");
  for (const language of ["zh", "en"] as const) {
    const page = renderDocs(table, language, "0");
    for (const row of Object.values(table)) expect(page).toContain(row.summary[language]);
    for (const method of ["GET", "PUT", "POST", "DELETE"])
      expect(page).toContain(`<span class="method">${method}</span>`);
    expect(page).toContain("If-Match");
  }
});

test("the typed client sends method, body and precondition, and reads answer and problem", async () => {
  const { fetch: send } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => send(origin + path, init));
  expect(await requestRow(table.addNote, { body: { text: "c" } })).toEqual({ text: "c" });
  const tag = (await send(`${origin}/api/notes/9`)).headers.get("etag") ?? "";
  const put = { params: { id: "9" }, body: { text: "d" } };
  expect(await requestRow(table.changeNote, { ...put, ifMatch: tag })).toEqual({ text: "d" });
  expect(served).toEqual([{ text: "c" }, ["9", { text: "d" }]]);
  const failure: unknown = await requestRow(table.changeNote, put).catch((error: unknown) => error);
  expect((failure as ApiFailure).problem?.code).toBe("precondition-required");
});
