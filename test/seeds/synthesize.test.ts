import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { checkRecords } from "#graph/schema/checks/check-network.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { keyOf, recordSchemas, type TaggedRecord } from "#graph/schema/records/records.ts";
import { openStore } from "#graph/store/open-store.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { synthesize, type SynthesizeOptions } from "#seeds/synthesize.ts";

const resources = readSeed().flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));
const codes = resources.map((record): TaggedRecord => ({ kind: "resources", record }));
const size: SynthesizeOptions = {
  parks: 200,
  enterprises: 5000,
  listings: 8000,
  exchanges: 20_000,
  seed: 1,
  resources,
};
const records = [...synthesize(size)];
const folder = await mkdtemp(join(tmpdir(), "gongsheng-synthesize-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const parks: Park[] = [];
const enterprises: Enterprise[] = [];
const exchanges: Exchange[] = [];
const listings: Listing[] = [];
for (const tagged of records) {
  if (tagged.kind === "parks") parks.push(tagged.record);
  if (tagged.kind === "enterprises") enterprises.push(tagged.record);
  if (tagged.kind === "exchanges") exchanges.push(tagged.record);
  if (tagged.kind === "listings") listings.push(tagged.record);
}

function countBy<T>(items: readonly T[], key: (item: T) => string): number[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts.values()].sort((left, right) => right - left);
}

describe("a synthetic province", () => {
  test("has the sizes asked for, each key once", () => {
    expect([parks, enterprises, exchanges, listings].map(({ length }) => length)).toEqual([
      200, 5000, 20_000, 8000,
    ]);
    expect(new Set(records.map((tagged) => `${tagged.kind}/${keyOf(tagged)}`)).size).toBe(records.length);
  });

  test("is the same for the same seed and another for another", () => {
    const few = { ...size, enterprises: 300, exchanges: 500, listings: 500 };
    const first = JSON.stringify([...synthesize(few)]);
    expect(JSON.stringify([...synthesize(few)])).toBe(first);
    expect(JSON.stringify([...synthesize({ ...few, seed: 2 })])).not.toBe(first);
  });

  test("marks every record as synthetic, inferred and made by the generator, with an id that says so", () => {
    for (const tagged of records) {
      const { synthetic, sourceKind, grade } = tagged.record.evidence;
      expect([synthetic, sourceKind, grade]).toEqual([true, "generator", "inferred"]);
      expect(keyOf(tagged)).toMatch(/^syn-/);
    }
  });

  test("fits the schema and has no fault beside the real code list", () => {
    for (const tagged of records.filter((_, index) => index % 7 === 0))
      expect(() => recordSchemas[tagged.kind].parse(tagged.record)).not.toThrow();
    // Amounts drawn at random may fall together: a listing told twice is a warning, no fault.
    const issues = checkRecords([...codes, ...records], emptyNetwork);
    expect(issues.filter(({ code, severity }) => code !== "twin" || severity !== "warning")).toEqual([]);
    expect(issues.length).toBeLessThan(records.length / 1000);
  });

  test("has 75 % of its exchanges inside parks", () => {
    const parkOf = new Map(enterprises.map(({ id, parkId }) => [id, parkId]));
    const inside = exchanges.filter(
      ({ supplierId, receiverId }) => parkOf.get(supplierId) === parkOf.get(receiverId),
    );
    expect(inside.length / exchanges.length).toBeCloseTo(0.75, 2);
  });

  test("has a heavy tail of links: the busiest 1 % hold ten times their share, and most have few", () => {
    const degrees = countBy(
      exchanges.flatMap(({ supplierId, receiverId }) => [supplierId, receiverId]),
      (id) => id,
    );
    const links = 2 * exchanges.length;
    const share = degrees.slice(0, 50).reduce((sum, degree) => sum + degree, 0) / links;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
    expect(degrees[2500]).toBeLessThan(links / 5000);
    // Hill (1975): the exponent of the tail, from its 250 largest members; an exponential tail gives 4 and more.
    const smallest = degrees[250] ?? 1;
    const logs = degrees.slice(0, 250).map((degree) => Math.log(degree / smallest));
    const exponent = logs.length / logs.reduce((sum, log) => sum + log, 0);
    expect(exponent).toBeGreaterThan(1.2);
    expect(exponent).toBeLessThan(2.6);
  });

  test("uses resource codes by Zipf's law: the n-th most common one 1/n as often as the first", () => {
    const counts = countBy(exchanges, ({ resourceCode }) => String(resourceCode));
    const [first = 0] = counts;
    for (const rank of [2, 4, 8, 16]) {
      const times = ((counts[rank - 1] ?? 0) * rank) / first;
      expect(times).toBeGreaterThan(0.75);
      expect(times).toBeLessThan(1.33);
    }
  });

  test("leaves one quantity in four unknown", () => {
    const unknown = exchanges.filter(({ quantity }) => quantity === null).length / exchanges.length;
    expect(unknown).toBeCloseTo(0.25, 1);
  });
});

describe("sizes", () => {
  const tiny = { parks: 1, enterprises: 2, listings: 1, exchanges: 4, seed: 1, resources };

  test.each([
    ["no parks", { parks: 0, enterprises: 30, exchanges: 50 }],
    ["one park with two enterprises", {}],
    ["more parks than enterprises", { parks: 10, enterprises: 3, exchanges: 30 }],
    ["nothing at all", { parks: 0, enterprises: 0, listings: 0, exchanges: 0 }],
    ["one enterprise and no exchange", { enterprises: 1, exchanges: 0 }],
  ])("of %s still make a sound network", (_, change) => {
    const options = { ...tiny, ...change };
    const made = [...synthesize(options)];
    expect(made).toHaveLength(options.parks + options.enterprises + options.listings + options.exchanges);
    expect(checkRecords([...codes, ...made], emptyNetwork)).toEqual([]);
  });

  test.each([
    { parks: -1 },
    { enterprises: 1.5 },
    { listings: Number.NaN },
    { seed: Infinity },
    { enterprises: 0, exchanges: 0 },
    { enterprises: 1 },
    { resources: [] },
  ])("that do not fit together are refused: %o", (change) => {
    expect(() => [...synthesize({ ...tiny, ...change })]).toThrow(
      expect.objectContaining({ code: "invalid-request" }),
    );
  });
});

describe("the command", () => {
  const program = fileURLToPath(new URL("../../seeds/synthesize.ts", import.meta.url));
  const sizes = [
    "--parks",
    "9",
    "--enterprises",
    "90",
    "--listings",
    "200",
    "--exchanges",
    "150",
    "--seed",
    "3",
  ];
  const call = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
  const expected = [
    ...codes,
    ...synthesize({ parks: 9, enterprises: 90, listings: 200, exchanges: 150, seed: 3, resources }),
  ];

  test("writes record files that read back as the same records", async () => {
    const out = join(folder, "files");
    const { status, stdout } = call(...sizes, "--out", out);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^Made in [\d.]+ s, at most \d+ MB of memory\n$/),
    ]);
    const names = (await readdir(out)).sort();
    expect(names).toEqual(["enterprises.csv", "exchanges.csv", "listings.csv", "parks.csv", "resources.csv"]);
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(out, name)) })),
    );
    const { records: read, issues } = readRecordFiles(files);
    expect(issues).toEqual([]);
    const byName = (tagged: TaggedRecord) => `${tagged.kind}/${keyOf(tagged)}`;
    expect(new Map(read.map((tagged) => [byName(tagged), tagged.record]))).toEqual(
      new Map(expected.map((tagged) => [byName(tagged), tagged.record])),
    );
  });

  test("fills a store", async () => {
    const url = `sqlite:${join(folder, "store.sqlite")}`;
    expect(call(...sizes, "--store", url).status).toBe(0);
    await using store = await openStore(url);
    const { counts, syntheticCount } = await store.info();
    expect([counts.parks, counts.enterprises, counts.listings, counts.exchanges]).toEqual([9, 90, 200, 150]);
    expect(syntheticCount).toBe(449);
  });

  test("answers --help with 0, misuse with 2 and failure with 1 in one sentence", () => {
    expect(call("--help").status).toBe(0);
    expect(call().status).toBe(2);
    expect(call("--no-such-option").status).toBe(2);
    const { status, stderr } = call("--exchanges", "many", "--out", join(folder, "none"));
    expect([status, stderr.trim().split("\n").length]).toEqual([1, 1]);
  });
});
