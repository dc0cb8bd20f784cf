import { copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { metrics } from "#graph/metrics/catalogue.ts";
import { Candidate } from "#graph/schema/answers/candidate.ts";
import { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { openStore } from "#graph/store/open-store.ts";
import { seedFolder } from "#seeds/read-seed.ts";
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
    .strictObject({
      networkVersion: z.int(),
      asOf: z.iso.date(),
      total: z.int(),
      items: z.array(Candidate),
    })
    .parse(JSON.parse(await readOut(name)));

describe("check", () => {
  test("of the shipped data finds nothing wrong", async () => {
    const { code, stdout } = await run("check");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sound: \d+ records, \d+ warnings, network version 1$/m);
  });
});

describe("estimates", () => {
  test("checked by --totals, each published total has a line and the reported flows their error", async () => {
    const { code, stdout } = await run("check", "--totals");
    expect(code).toBe(0);
    expect(stdout.match(/^T\d{3} /gm)).toHaveLength(45);
    expect(stdout).toMatch(/^T032 Qingdao 2023 .*ratio 0\.96: within a factor of two$/m);
    expect(stdout).toMatch(/^reported flows, all: n = \d+, median .* \d+ % inside the 80 % band$/m);
  });

  test("are listed with their reckoning, and summed by area, on the screen or in a file", async () => {
    const { code, stdout, stderr } = await run("estimates", "--enterprise", "js-shagang");
    expect(code).toBe(0);
    expect(stdout).toContain("18,430,000 t/a × 0.35 t/t = 6.45 million t/a");
    expect(stderr).toMatch(/^6 estimates of 1 plant \(0 outside the network\); 3 replaced/);
    expect((await run("potential", "--level", "county", "--out", "potential.json")).code).toBe(0);
    const { items, total } = JSON.parse(await readOut("potential.json")) as {
      items: object[];
      total: number;
    };
    expect(items).toHaveLength(total);
    expect((await run("potential", "--level", "village")).code).toBe(2);
  });
});

describe("why-not", () => {
  test("names the one first cause, what would change it and the records behind it", async () => {
    const { code, stdout, stderr } = await run("why-not", "日照发电厂", "sd-lubei-datang", "SW77");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^code {2}.*SW77\.?\nWhat would change it: .+$/m);
    expect(stderr).toContain("records behind it: enterprise sd-rz-power");
  });

  test("of an unknown enterprise or code, and with an operand missing, fails in one sentence", async () => {
    const unknown = await run("why-not", "nobody", "sd-rz-power", "SW02");
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("supplier nobody is no id")]);
    for (const words of [
      ["sd-rz-power", "sd-lubei"],
      ["sd-rz-power", "sd-lubei", "ash"],
    ])
      expect((await run("why-not", ...words)).code).toBe(2);
  });
});

describe("a store that cannot be used fails in one sentence", () => {
  test.each(["check", "metrics", "candidates", "export --format graphml --out x.graphml"])(
    "%s on one that is not there names it, says how to fill it and makes no file",
    async (line) => {
      const { code, stderr } = await run(...line.split(" "), "--store", "sqlite:none.sqlite");
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^error: there is no store \S*none\.sqlite: .*`gongsheng import .*seeds\/shandong-jiangsu`/,
      );
      await expect(stat(join(folder.path, "none.sqlite"))).rejects.toThrow("ENOENT");
    },
  );

  test("an empty one is called empty", async () => {
    const path = join(folder.path, "empty.sqlite");
    await (await openStore(`sqlite:${path}`)).close();
    const { code, stderr } = await run("check", "--store", `sqlite:${path}`);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/empty\.sqlite is empty: run /),
    });
  });

  test("a mistyped folder is not made, by import and backup as little as by what writes files", async () => {
    const nowhere = join(folder.path, "nowhere");
    for (const line of [
      `import ${seedFolder} --store sqlite:${nowhere}/x.sqlite`,
      `backup ${nowhere}/b`,
      `metrics network.density --out ${nowhere}/m.json`,
      `candidates --out ${nowhere}/c.json`,
      `export --format graphml --out ${nowhere}/x.graphml`,
      `export --format csv --out ${nowhere}/deep/er`,
    ]) {
      const { code, stderr: said } = await run(...line.split(" "));
      expect({ line, code }).toEqual({ line, code: 1 });
      // What the shipped files leave for a person to settle is told before.
      const stderr = said.replaceAll(/^\(warning\).*\n/gm, "");
      expect(stderr).toMatch(/^error: .*nowhere.*(?:no such file or folder|make it first)/);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      await expect(stat(nowhere)).rejects.toThrow("ENOENT");
    }
  });

  test.each(["metrics network.density --out", "candidates --out", "export --format graphml --out", "backup"])(
    "%s in the place of a folder is refused",
    async (line) => {
      const { code, stderr } = await run(...line.split(" "), folder.path);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: .* cannot be written \(this is a folder, not a file\)$/m);
    },
  );

  test("import of a path that is not there makes no store", async () => {
    const { code } = await runCli(["import", "nowhere.csv"], { cwd: folder.path });
    expect(code).toBe(1);
    await expect(stat(join(folder.path, ".data"))).rejects.toThrow("ENOENT");
  });

  test("~ is the home folder", async () => {
    const { stderr } = await runCli(["check", "--store", "sqlite:~/none.sqlite"], {
      env: { HOME: folder.path, USERPROFILE: folder.path },
    });
    expect(stderr).toContain(`there is no store sqlite:${join(folder.path, "none.sqlite")}`);
  });

  test("one that lacks a table is told in one sentence", async () => {
    const path = join(folder.path, "cut.sqlite");
    await copyFile(join(folder.path, "network.sqlite"), path);
    const database = new Database(path);
    database.pragma("foreign_keys = OFF");
    database.exec("DROP TABLE listings");
    database.close();
    const { code, stderr } = await run("check", "--store", `sqlite:${path}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: The store \S*cut\.sqlite lacks a table or column.*restore a backup/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    const served = await run("serve", "--port", "0", "--store", `sqlite:${path}`);
    expect(served.code).toBe(1);
    expect(served.stderr).toContain(stderr.trimEnd());
    expect(served.stdout + served.stderr).not.toContain('"level"');
  });

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
    expect(stdout).toMatch(/^network\.nodes .*exchanges, (691) nodes\n {2}\1$/m);
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

test("gaps are what the service gives, one line each on the screen, and a wrong day is refused", async () => {
  expect((await run("gaps", "--as-of", "2026-11-27", "--out", "gaps.json")).code).toBe(0);
  const list = JSON.parse(await readOut("gaps.json")) as { items: object[]; total: number };
  expect(list.items).toHaveLength(list.total);
  expect(list.total).toBeGreaterThan(20);
  const { stdout, stderr } = await run("gaps", "--as-of", "2026-11-27", "--city", "370400");
  expect(stdout).toMatch(/^Zaozhuang {2}HW .*: given 256,300, wanted 303,500, balance -47,200 t\/a$/m);
  expect(stderr).toBe("1 gaps by the listings open on 2026-11-27\n");
  expect((await run("gaps", "--as-of", "yesterday")).code).toBe(2);
});

describe("candidates", () => {
  test("come best first, open and new ones only, the same list twice", async () => {
    for (const name of ["a.json", "b.json"]) expect((await run("candidates", "--out", name)).code).toBe(0);
    expect(await readOut("a.json")).toBe(await readOut("b.json"));
    const { items, total } = await readList("a.json");
    expect(items).toHaveLength(total);
    expect(total).toBeGreaterThan(10);
    expect(items.some(({ blocked, existingExchangeId }) => blocked || existingExchangeId !== null)).toBe(
      false,
    );
    // Those whose places are told apart first.
    const ranks = items.map(({ placement, score }) => (placement === "same-city-parks-open" ? 0 : 1) + score);
    expect(ranks).toEqual(ranks.toSorted((left, right) => right - left));
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
        stderr: `error: ${option} atlantis is not in this network\n`,
      });
    }
  });

  test("on the screen are twenty with a reason each", async () => {
    const { code, stdout, stderr } = await run("candidates", "--list", "all");
    expect(code).toBe(0);
    expect(stdout.match(/^\d\.\d{3} {2}/gm)).toHaveLength(20);
    expect(stderr).toMatch(/^20 of \d+ candidates by the law and listings of \d{4}-\d\d-\d\d$/m);
  });

  test("under a filter and a day are those that the service gives, judged by the law of the day", async () => {
    const list = async (day: string) => {
      const path = `${day}.json`;
      const words = ["--layer", "material", "--province", "32", "--cross-province", "yes"];
      const every = ["--list", "all", "--gates", "all"];
      expect((await run("candidates", "--as-of", day, ...words, ...every, "--out", path)).code).toBe(0);
      return { text: await readOut(path), ...(await readList(path)) };
    };
    const [before, after] = [await list("2026年8月14日"), await list("2026-08-15")];
    expect(before.total).toBeGreaterThan(0);
    for (const { items } of [before, after])
      for (const { layer, supplier, receiver } of items) {
        expect(layer).toBe("material");
        expect(new Set([supplier.provinceCode, receiver.provinceCode])).toEqual(new Set(["32", "37"]));
      }
    expect(before.text).toContain('"asOf": "2026-08-14"');
    expect(before.text).toContain('"permission": "filing"');
    expect(before.text).not.toContain('"permission": "information-in-advance"');
    expect(after.text).toContain('"permission": "information-in-advance"');
    expect(after.text).not.toContain('"permission": "filing"');
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
