import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { metrics } from "#graph/metrics/catalogue.ts";
import { Candidate } from "#graph/schema/answers/candidate.ts";
import { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { runCli, temporaryFolder } from "#test/support/run-cli.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: { GONGSHENG_STORE: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  env = { GONGSHENG_STORE: `sqlite:${join(folder.path, "network.sqlite")}` };
  await runCli(["import", "seeds/shandong-jiangsu"], { env });
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const run = (...words: string[]) => runCli(words, { cwd: folder.path, env });
const readOut = (name: string) => readFile(join(folder.path, name), "utf8");
const readReport = async (name: string) =>
  z
    .strictObject({ networkVersion: z.int(), reports: z.array(MetricReport) })
    .parse(JSON.parse(await readOut(name)));
const readList = async (name: string) =>
  z
    .strictObject({ networkVersion: z.int(), total: z.int(), items: z.array(Candidate) })
    .parse(JSON.parse(await readOut(name)));

describe("check", () => {
  test("of the shipped data finds nothing wrong", async () => {
    const { code, stdout } = await run("check");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sound: \d+ records, \d+ warnings, network version 1$/m);
  });
});

describe("a store that cannot be used fails in one sentence", () => {
  test.each(["check", "metrics", "candidates", "export --format graphml --out x.graphml"])(
    "%s on an empty one says how to fill it and makes no file",
    async (line) => {
      const { code, stderr } = await run(...line.split(" "), "--store", "sqlite:none.sqlite");
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^error: the store .* is empty: run `gongsheng import .*seeds\/shandong-jiangsu`/,
      );
      await expect(stat(join(folder.path, "none.sqlite"))).rejects.toThrow("ENOENT");
    },
  );

  test("a file that is no store is refused and left as it is", async () => {
    const path = join(folder.path, "letter.sqlite");
    const letter = "Dear reader, this is not a database. ".repeat(200);
    await writeFile(path, letter);
    const { code, stderr } = await run("check", "--store", `sqlite:${path}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*letter\.sqlite/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(await readFile(path, "utf8")).toBe(letter);
  });
});

describe("metrics", () => {
  test("without an id computes the whole catalogue, layer by layer where quantities are summed", async () => {
    const { code } = await run("metrics", "--out", "all.json");
    expect(code).toBe(0);
    const { networkVersion, reports } = await readReport("all.json");
    expect(networkVersion).toBe(1);
    const expected = metrics.flatMap(({ description: { id, needsOneLayer } }) =>
      Array.from({ length: needsOneLayer ? 3 : 1 }, () => id),
    );
    expect(reports.map(({ metric }) => metric.id)).toEqual(expected);
  });

  test("under a filter echo it and count what it left out", async () => {
    const { code } = await run(
      "metrics",
      "network.links",
      "--layer",
      "water",
      "--status",
      "operating,planned",
      "--out",
      "w.json",
    );
    expect(code).toBe(0);
    const { reports } = await readReport("w.json");
    expect(reports).toMatchObject([{ filter: { layers: ["water"], statuses: ["operating", "planned"] } }]);
    const { coverage } = reports[0] ?? { coverage: { exchanges: 0, filteredOut: 0 } };
    expect(coverage.exchanges + coverage.filteredOut).toBe(390);
  });

  test("on the screen name the value and the basis", async () => {
    const { code, stdout } = await run("metrics", "network.nodes");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^network\.nodes .*exchanges\n {2}691$/m);
  });

  test("refuse an unknown id, and a sum over three layers, in one sentence", async () => {
    const unknown = await run("metrics", "park.beauty");
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toMatch(/^error: .*park\.beauty/);
    const layers = await run("metrics", "park.inStrength");
    expect(layers.code).toBe(1);
    expect(layers.stderr).toMatch(/^error: .*exactly one layer/);
  });
});

describe("candidates", () => {
  test("come best first, open and new ones only, the same list twice", async () => {
    for (const name of ["a.json", "b.json"]) expect((await run("candidates", "--out", name)).code).toBe(0);
    expect(await readOut("a.json")).toBe(await readOut("b.json"));
    const { items, total } = await readList("a.json");
    expect(items).toHaveLength(total);
    expect(total).toBeGreaterThan(100);
    expect(items.some(({ blocked, existingExchangeId }) => blocked || existingExchangeId !== null)).toBe(
      false,
    );
    const scores = items.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });

  test("of one listing and of one park have that end, and --limit cuts the list but not the total", async () => {
    await run("candidates", "--limit", "1", "--out", "best.json");
    const best = await readList("best.json");
    expect(best.items).toHaveLength(1);
    const listingId = best.items
      .flatMap(({ supplier, receiver }) => [supplier.listingId, receiver.listingId])
      .find((id) => id !== null);
    const placeId = (await readList("a.json")).items
      .flatMap(({ supplier, receiver }) => [supplier.placeId, receiver.placeId])
      .find((id) => id.startsWith("park:"));
    expect((await run("candidates", "--listing", String(listingId), "--out", "l.json")).code).toBe(0);
    const ofListing = await readList("l.json");
    expect(ofListing.items.length).toBeGreaterThan(0);
    for (const { supplier, receiver } of ofListing.items)
      expect([supplier.listingId, receiver.listingId]).toContain(listingId);
    expect(
      (await run("candidates", "--park", String(placeId).slice("park:".length), "--out", "p.json")).code,
    ).toBe(0);
    const ofPark = await readList("p.json");
    expect(ofPark.items.length).toBeGreaterThan(0);
    for (const { supplier, receiver } of ofPark.items)
      expect([supplier.placeId, receiver.placeId]).toContain(placeId);
    expect(best.total).toBeGreaterThan(ofListing.total);
  });

  test("of an unknown park or listing fail in one sentence", async () => {
    for (const option of ["park", "listing"]) {
      const { code, stderr } = await run("candidates", `--${option}`, "atlantis");
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `error: there is no ${option} atlantis in the store\n`,
      });
    }
  });

  test("on the screen are twenty with a reason each", async () => {
    const { code, stdout, stderr } = await run("candidates");
    expect(code).toBe(0);
    expect(stdout.match(/^\d\.\d{3} {2}/gm)).toHaveLength(20);
    expect(stderr).toMatch(/^20 of \d+ candidates$/m);
  });
});

describe("export", () => {
  test("csv to a name writes edges there and nodes beside it", async () => {
    const { code, stdout } = await run("export", "--format", "csv", "--out", "web.csv");
    expect(code).toBe(0);
    expect(stdout).toContain("web.csv");
    const edges = (await readOut("web.csv")).trimEnd().split("\r\n");
    const nodes = await readOut("web-nodes.csv");
    expect(edges[0]).toMatch(/^\uFEFFId,Source,Target/);
    expect(Number(/\((\d+) exchanges/.exec(stdout)?.[1])).toBe(edges.length - 1);
    expect(nodes).toMatch(/^\uFEFFId,/);
    expect(nodes).toContain("sd-rz-power");
  });

  test("csv to a folder writes both files into it", async () => {
    expect((await run("export", "--format", "csv", "--out", "tables")).code).toBe(0);
    expect((await readOut("tables/nodes.csv")).length).toBeGreaterThan(1000);
    expect((await readOut("tables/edges.csv")).length).toBeGreaterThan(1000);
  });

  test("node-link and graphml hold as many edges as the filter leaves", async () => {
    for (const [format, name] of [
      ["node-link", "web.json"],
      ["graphml", "web.graphml"],
    ] as const)
      expect((await run("export", "--format", format, "--out", name)).code).toBe(0);
    const NodeLink = z.looseObject({
      directed: z.literal(true),
      nodes: z.array(z.unknown()),
      edges: z.array(z.unknown()),
    });
    const { nodes, edges } = NodeLink.parse(JSON.parse(await readOut("web.json")));
    const graphml = await readOut("web.graphml");
    expect(graphml.match(/<node /g)).toHaveLength(nodes.length);
    expect(graphml.match(/<edge /g)).toHaveLength(edges.length);
  });

  test("into a folder that may not be written fails in one sentence and leaves no part of a file", async () => {
    await writeFile(join(folder.path, "file"), "");
    const { code, stderr } = await run("export", "--format", "graphml", "--out", "file/web.graphml");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).not.toContain("    at ");
  });
});
