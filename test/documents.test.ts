import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { metrics } from "#graph/metrics/catalogue.ts";
import { metricTable } from "./support/metric-table.ts";
import { runCli, startServe, temporaryFolder, type RunningCli } from "./support/run-cli.ts";
import { repositoryRoot } from "./support/source-files.ts";

const readText = (name: string) => readFile(join(repositoryRoot, name), "utf8");
const linesOf = (text: string) => text.trimEnd().split("\n");
const readme = await readText("README.md");

/** Fenced blocks of one language, in order. */
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, text = ""]) => text,
  );

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let service: RunningCli;
let store: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  store = `sqlite:${join(folder.path, "network.sqlite")}`;
  service = await startServe(["--port", "0", "--api-only", "--store", store]);
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

describe("the README", () => {
  test("is at most 150 lines", () => {
    expect(linesOf(readme).length).toBeLessThanOrEqual(150);
  });

  test("opens with the two commands, and both are scripts of the package", async () => {
    expect(blocks("sh")[0]).toBe("npm ci && npm start\nnpm ci && npm test\n");
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readText("package.json")));
    expect(scripts).toMatchObject({ start: "node server/gongsheng.js serve", test: "vitest run" });
    for (const [, name = ""] of readme.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([name]);
  });

  test("shows for its curl the answer of the real service", async () => {
    const [, address = ""] = /^curl '([^']+)'$/m.exec(readme) ?? [];
    const { pathname, search, origin } = new URL(address);
    expect(origin).toBe("http://localhost:8080");
    const answer: unknown = await (await fetch(service.url + pathname + search)).json();
    expect(blocks("json").map((text) => JSON.parse(text) as unknown)).toEqual([answer]);
  });

  const commands = blocks("sh").flatMap((block) =>
    linesOf(block).filter((line) => line.startsWith("npx gongsheng ")),
  );

  test("shows a call of each command that reads the network or its files", () => {
    const names = new Set(commands.map((line) => line.split(" ")[2]));
    for (const name of ["check", "metrics", "candidates", "export", "import"]) expect(names).toContain(name);
  });

  test.each(commands)("its call `%s` works", async (line) => {
    const words = line
      .split(" ")
      .slice(2)
      .map((word) => (word === "web.graphml" ? join(folder.path, word) : word));
    const { code, stdout } = await runCli(words, { env: { GONGSHENG_STORE: store } });
    expect(code).toBe(0);
    expect(stdout).not.toBe("");
  });

  test("names only pages of the service that exist", async () => {
    const addresses = [...readme.matchAll(/http:\/\/localhost:8080(\/[\w/.-]+[\w])/g)].map(
      ([, path = ""]) => path,
    );
    expect(addresses.length).toBeGreaterThan(1);
    const statuses = await Promise.all(
      addresses.map(async (path) => [path, (await fetch(service.url + path)).status] as const),
    );
    expect(statuses.filter(([, status]) => status !== 200 && status !== 400)).toEqual([]);
  });

  test("counts what the shipped data holds", async () => {
    const Meta = z.object({ counts: z.record(z.string(), z.int()) });
    const { counts } = Meta.parse(await (await fetch(`${service.url}/api/meta`)).json());
    const told = /（(\d+) 个园区、(\d+) 家企业、(\d+) 条交换、(\d+) 条供需信息）/
      .exec(readme)
      ?.slice(1)
      .map(Number);
    expect(told).toEqual([counts["parks"], counts["enterprises"], counts["exchanges"], counts["listings"]]);
  });

  test("has the ten most used metrics, as the catalogue describes them", () => {
    const [, table = ""] = /<!-- metrics: [^\n]*-->\n([\s\S]*?)\n?<!-- \/metrics -->/.exec(readme) ?? [];
    const ids = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, id = ""]) => id);
    expect(ids).toHaveLength(10);
    expect(table).toBe(metricTable(metrics.filter(({ description }) => ids.includes(description.id))));
  });

  test("links only to files that exist", async () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(10);
    const missing = await Promise.all(
      links.map(async (path) =>
        stat(join(repositoryRoot, path)).then(
          () => [],
          () => [path],
        ),
      ),
    );
    expect(missing.flat()).toEqual([]);
  });

  test("shows a picture as large as a screen", async () => {
    const picture = await readFile(join(repositoryRoot, "test/browser/pictures/first-screen-zh.png"));
    expect(picture.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(1280);
    expect(picture.readUInt32BE(20)).toBeGreaterThanOrEqual(720);
  });
});

test("the reading path of the README is seven files and under 600 lines", async () => {
  const path = readme.slice(readme.indexOf("Who has read these seven files"), readme.indexOf("## Metrics"));
  const files = [...path.matchAll(/\]\(([^)]+)\)/g)].map(([, file = ""]) => file);
  expect(files).toHaveLength(7);
  const lengths = await Promise.all(files.map(async (file) => linesOf(await readText(file)).length));
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(600);
});

test.each(["client", "graph", "seeds", "server", "test"])("%s has a short README", async (name) => {
  const lines = linesOf(await readText(`${name}/README.md`));
  expect(lines[0]).toMatch(/^# /);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.length).toBeLessThanOrEqual(90);
});
