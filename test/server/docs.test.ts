import { readFileSync } from "node:fs";
import type { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endpoints } from "#graph/schema/api/contract.ts";
import type { Endpoint } from "#graph/schema/api/endpoint.ts";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import { wordsOf } from "#graph/schema/text.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { problemTable } from "#graph/schema/api/problem.ts";
import { problemsOf } from "#server/http/openapi.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly style?: string;
    readonly explode?: boolean;
    readonly schema: {
      readonly type?: string;
      readonly pattern?: string;
      readonly items?: {
        readonly type?: string;
        readonly enum?: readonly string[];
        readonly pattern?: string;
      };
    };
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: unknown }>> }>
  >;
}

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly unknown[];
  readonly security: readonly unknown[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Endpoint["method"], Operation>>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, unknown>>;
    readonly schemas: Readonly<Record<string, unknown>>;
  };
}

let server: RunningServer;
let api: OpenApi;
beforeAll(async () => {
  server = await startServer([]);
  api = await server.get<OpenApi>("/api/openapi.json");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const rows: readonly Endpoint[] = Object.values(endpoints);

/** Codes as the type lists them: what code can throw. */
const errorSource = readFileSync(new URL("../../graph/errors.ts", import.meta.url), "utf8");
const typeText = /ErrorCode =\n([^;]+);/.exec(errorSource)?.[1] ?? "";
const codesOfType = [...typeText.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);

function codesIn(value: unknown): string[] {
  const text = JSON.stringify(value);
  return Object.keys(problemTable).filter((code) => text.includes(`"${code}"`));
}

test("error codes, when listed, then type, problem table, OpenAPI, explanations and page are equal", async () => {
  const sorted = (codes: Iterable<string | undefined>) => [...codes].map(String).sort();
  const table = sorted(Object.keys(problemTable));
  const page = (await server.ask("/api/docs?lang=en")).body.toString();
  expect(sorted(codesOfType)).toEqual(table);
  expect(sorted(Object.keys(api.components.responses))).toEqual(table);
  expect(sorted(new Set([...page.matchAll(/href="\/problems\/([\w-]+)"/g)].map(([, code]) => code)))).toEqual(
    table,
  );
});

test("the paths of OpenAPI, when compared with the contract, then are equal in both directions", () => {
  const health = ["/healthz", "/readyz"];
  expect(Object.keys(api.paths).sort()).toEqual([...new Set(rows.map((row) => row.path)), ...health].sort());
  expect(api.openapi).toBe("3.1.0");
});

test.each(Object.entries<Endpoint>(endpoints))(
  "%s, when looked up in OpenAPI, then has the parameters and problems of its row",
  (id, row) => {
    const operation = api.paths[row.path]?.[row.method];
    const names = (operation?.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(operation?.operationId).toBe(id);
    expect(names.sort()).toEqual(
      [
        ...Object.keys(row.params.shape).map((name) => `path ${name}`),
        ...Object.keys(row.query.shape).map((name) => `query ${name}`),
      ].sort(),
    );
    const failures = Object.entries(operation?.responses ?? {}).filter(([status]) => Number(status) >= 400);
    expect(codesIn(failures).sort()).toEqual([...problemsOf(row)].sort());
    for (const [status, answer] of failures) {
      expect(Object.keys(answer.content ?? {})).toEqual(["application/problem+json"]);
      for (const code of codesIn(answer))
        expect(problemTable[code as keyof typeof problemTable].status).toBe(Number(status));
    }
  },
);

// Parameters of metrics have bounds that no pattern says; their words do.
test("a number of paging and filter is one by its pattern in the document exactly where the server takes it", () => {
  const numbers = [
    "0",
    "1",
    "01",
    "9",
    "10",
    "99",
    "100",
    "499",
    "500",
    "501",
    "999",
    "1000",
    "1899",
    "1900",
  ];
  const asked = [...numbers, "1999", "2024", "2049", "2050", "2099", "2100", "-1", "1e2", "1.5"];
  const told = rows.flatMap(({ path, method, query }) =>
    (api.paths[path]?.[method]?.parameters ?? []).flatMap(({ name, schema: { pattern } }) => {
      const own = name in metricParameters ? undefined : query.shape[name];
      if (own === undefined || pattern === undefined || !asked.some((each) => new RegExp(pattern).test(each)))
        return [];
      const allowed = asked.filter((each) => new RegExp(pattern).test(each));
      return [{ name, allowed, taken: asked.filter((each) => own.safeParse(each).success) }];
    }),
  );
  expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(["limit", "yearFrom", "staleAfter"]));
  for (const { name, allowed, taken } of told) expect([name, ...allowed]).toEqual([name, ...taken]);
});

const listKeys: readonly string[] = dimensions.flatMap(({ kind, key }) => (kind === "list" ? [key] : []));
const someCodes = ["HW08", "SW02", "none"];

test("a list in a query is an array of its members, written with commas, and the server takes it as written", async () => {
  const lists = Object.entries(api.paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(({ schema }) => schema.type === "array")
      .map((list) => ({ path, ...list })),
  );
  const expected = rows.flatMap(({ path, query }) =>
    Object.keys(query.shape)
      .filter((name) => listKeys.includes(name))
      .map((name) => `${path} ${name}`),
  );
  expect(lists.map(({ path, name }) => `${path} ${name}`)).toEqual(expect.arrayContaining(expected));
  for (const { path, name, style, explode, schema } of lists) {
    expect([name, style, explode, schema.items?.type]).toEqual([name, "form", false, "string"]);
    const { enum: members = someCodes, pattern = "." } = schema.items ?? {};
    expect(members.filter((member) => !new RegExp(pattern).test(member))).toEqual([]);
    expect(members.length).toBeGreaterThan(1);
    if (path.includes("{") || path === "/api/candidates") continue;
    for (const some of [members, members.slice(0, 1), members.slice(-2)])
      expect((await server.ask(`${path}?${name}=${some.join(",")}`)).status).toBe(200);
  }
});

test("the document says where the service is, and that nobody logs in", () => {
  expect([api.servers, api.security]).toEqual([[expect.objectContaining({ url: "/" })], []]);
  const file = api.paths["/api/export/{format}"]?.get?.responses["200"]?.content ?? {};
  expect(file["application/json"]?.schema).toEqual({ type: "object" });
  expect(file["text/csv"]?.schema).toEqual({ type: "string" });
});

test("references inside OpenAPI, when followed, then all lead somewhere", () => {
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(20);
  for (const [, name] of references) expect(Object.keys(api.components.schemas)).toContain(name);
});

test("the page, when opened in either language, then documents every row in it, from this origin alone and without script", async () => {
  for (const [language, lang] of [
    ["zh", "zh-CN"],
    ["en", "en"],
  ]) {
    const { body, headers } = await server.ask(`/api/docs?lang=${language}`);
    const page = body.toString();
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page).toContain(`<html lang="${lang}">`);
    for (const id of Object.keys(endpoints)) expect(page).toContain(`<section class="row" id="${id}">`);
    expect(page).not.toMatch(/<script|<style| style=| on\w+=|https?:|\/\/\w/);
  }
  const chinese = (await server.ask("/api/docs")).body.toString();
  for (const { summary } of rows) expect(chinese).toContain(summary.zh);
});

test("the fonts of the page, when fetched, then come from this origin", async () => {
  const sheet = await server.ask("/api/docs/fonts/index.css");
  expect([sheet.status, sheet.headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
  const file = /url\(\.\/(files\/[\w-]+\.woff2)\)/.exec(sheet.body.toString())?.[1];
  const font = await server.ask(`/api/docs/fonts/${file}`);
  expect([font.status, font.headers["content-type"]]).toEqual([200, "font/woff2"]);
  expect((await server.ask("/api/docs/fonts/../../../package.json")).status).toBe(404);
});

test("every parameter of the contract has words in both languages", () => {
  const parameters = rows.flatMap(({ path, params, query }) =>
    Object.entries<z.ZodType>({ ...params.shape, ...query.shape }).map(([name, schema]) => ({
      name: `${path} ${name}`,
      words: wordsOf(schema),
    })),
  );
  expect(parameters.length).toBeGreaterThan(50);
  expect(parameters.filter(({ words }) => words === null)).toEqual([]);
  // The formats of files are named alike in both.
  const isChinese = (text = "") => /\p{Script=Han}/u.test(text);
  const mixed = parameters.filter(({ words }) => !isChinese(words?.zh) || isChinese(words?.en));
  expect(mixed.map(({ name }) => name)).toEqual(["/api/export/{format} format"]);
});

test.each(Object.keys(problemTable))(
  "/problems/%s, when opened, then explains itself to people and machines",
  async (code) => {
    const page = await server.ask(`/problems/${code}?lang=zh`, { headers: { Accept: "text/html" } });
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.body.toString()).toContain(problemTable[code as keyof typeof problemTable].title.zh);
    const machine = await server.ask(`/problems/${code}`, { headers: { Accept: "application/json" } });
    expect(machine.json()).toMatchObject({
      code,
      status: problemTable[code as keyof typeof problemTable].status,
    });
  },
);

test("a page, when asked for in no language of ours or under no code of ours, then a problem", async () => {
  expect((await server.ask("/api/docs?lang=fr")).status).toBe(400);
  expect((await server.ask("/api/docs?l=zh")).status).toBe(400);
  expect((await server.ask("/problems/constructor")).status).toBe(404);
  const preferred = await server.ask("/api/docs", { headers: { "Accept-Language": "en-GB,en;q=0.9" } });
  expect(preferred.body.toString()).toContain('<html lang="en">');
});
