import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { writeRecordCsv } from "#graph/formats/records/write-records.ts";
import { checkNetwork, recordsOf } from "#graph/schema/checks/check-network.ts";
import { flowOf, type Exchange } from "#graph/schema/records/exchange.ts";
import { placeIdOf } from "#graph/schema/answers/place.ts";
import { recordKinds } from "#graph/schema/records/records.ts";
import { readSeed, readSeedNetwork, seedFolder } from "#seeds/read-seed.ts";

const seed = readSeedNetwork();
const enterpriseById = new Map(seed.enterprises.map((each) => [each.id, each]));

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

function endsOf(exchange: Exchange) {
  const supplier = enterpriseById.get(exchange.supplierId);
  const receiver = enterpriseById.get(exchange.receiverId);
  if (supplier === undefined || receiver === undefined) throw new Error(`${exchange.id} dangles`);
  return { supplier, receiver, note: exchange.evidence.note ?? "" };
}

/** Ends at different places, unless the collection judged otherwise by their names: then its word is in the note. */
function isBetweenPlaces(exchange: Exchange): boolean {
  const { supplier, receiver, note } = endsOf(exchange);
  if (/collection: [^;]*between parks or places/.test(note)) return true;
  if (/collection: [^;]*(?:inside one place|not said whether it leaves the place)/.test(note)) return false;
  return placeIdOf(supplier) !== placeIdOf(receiver);
}

function isBetween(exchange: Exchange, field: "cityCode" | "provinceCode", words: string): boolean {
  const { supplier, receiver, note } = endsOf(exchange);
  const [from, to] = [supplier[field], receiver[field]];
  return new RegExp(`collection: [^;]*between ${words}`).test(note) || Boolean(from && to && from !== to);
}

describe("the facts of Shandong and Jiangsu", () => {
  test("all of the collection is there: counts as its own description gives them", () => {
    expect(tally(seed.parks, (each) => each.provinceCode)).toEqual({ "37": 136, "32": 114 });
    expect(seed.enterprises).toHaveLength(678);
    expect(seed.exchanges).toHaveLength(380);
    expect(tally(seed.listings, (each) => each.direction)).toEqual({ offer: 174, need: 199 });
    expect(tally(seed.rules, (each) => each.support)).toEqual({
      stored: 24,
      derived: 16,
      practice: 56,
      catalogue: 11,
    });
    expect(seed.factors).toHaveLength(13);
    // 128 rows less the one that explains the form of a code and is none.
    expect(tally(seed.resources, (each) => each.scheme)).toEqual({ SW: 34, HW: 50, own: 43 });
  });

  test("there is no fault in any record or between records", () => {
    expect(checkNetwork(seed)).toEqual([]);
  });

  test("links between parks or places, cities and provinces come out of the ids: 95, 31 and 11", () => {
    expect(seed.exchanges.filter(isBetweenPlaces)).toHaveLength(95);
    expect(seed.exchanges.filter((each) => isBetween(each, "cityCode", "cities"))).toHaveLength(31);
    expect(
      seed.exchanges.filter((each) => isBetween(each, "provinceCode", "provinces|.*between provinces")),
    ).toHaveLength(11);
  });

  test("69 exchanges run inside one company, and where both companies are known they are the same", () => {
    const internal = seed.exchanges.filter((each) => each.sameCompany === true);
    expect(internal).toHaveLength(69);
    for (const { supplier, receiver } of internal.map(endsOf))
      expect([null, supplier.companyZh]).toContain(receiver.companyZh);
  });

  test("kinds of link: 323 by-product or utility, 50 products, 7 shared water supply", () => {
    const counts = tally(seed.exchanges, (each) => each.linkKind);
    expect((counts["by-product"] ?? 0) + (counts["utility"] ?? 0)).toBe(323);
    expect(counts["product"]).toBe(50);
    expect(counts["water-supply"]).toBe(7);
  });

  test("of 94 and 283 quantities all but the 5 and 7 volumes without a heat value or density are kept as numbers", () => {
    const volume = /(\d+) m3\/[ad] \((?:reported|planned|capacity); /;
    for (const [records, numbers, volumes] of [
      [seed.exchanges, 89, 5],
      [seed.listings, 276, 7],
    ] as const) {
      expect(records.filter((each) => each.quantity !== null)).toHaveLength(numbers);
      expect(records.filter((each) => volume.test(each.quantityNote ?? ""))).toHaveLength(volumes);
    }
  });

  test("no capacity enters a flow", () => {
    const capacities = seed.exchanges.filter((each) => each.quantity?.kind === "capacity");
    expect(capacities).toHaveLength(20);
    expect(capacities.map(flowOf).filter((flow) => flow !== null)).toEqual([]);
  });

  test("a withheld address is nowhere: what was re-hosted names no address, in no field", () => {
    const rehosted = [...recordsOf(seed)].filter(
      ({ record }) => record.evidence.sourceKind === "rehosted-press",
    );
    expect(rehosted.length).toBeGreaterThan(800);
    expect(rehosted.filter(({ record }) => record.evidence.sourceUrl !== null)).toEqual([]);
    expect(rehosted.filter(({ record }) => record.evidence.note?.includes("http"))).toEqual([]);
    const withheld = seed.rules.filter((rule) => rule.minWasteShareSource?.includes("address withheld"));
    expect(withheld).toHaveLength(26);
    expect(withheld.filter((rule) => rule.minWasteShareSource?.includes("http"))).toEqual([]);
  });

  test("nothing in it is synthetic", () => {
    expect([...recordsOf(seed)].filter(({ record }) => record.evidence.synthetic)).toEqual([]);
  });

  test("18 pairs of parks overlap, each told by both", () => {
    const pairs = seed.parks.flatMap((park) =>
      park.overlaps.map((other) => [park.id, other].sort().join("+")),
    );
    expect(pairs).toHaveLength(36);
    expect(new Set(pairs).size).toBe(18);
  });

  test("every point of a park says what it is and how far it may be off: 3 to 45 km", () => {
    const errors = seed.parks.map((park) => park.coordErrorKm);
    expect([Math.min(...errors), Math.max(...errors)]).toEqual([3, 45]);
    expect(seed.parks.filter((park) => park.coordSource === "")).toEqual([]);
    const stated = seed.parks.flatMap((park) => {
      const kilometres = /error about (\d+) km/.exec(park.coordSource)?.[1];
      return kilometres === undefined ? [] : [[park.coordErrorKm, Number(kilometres)]];
    });
    expect(stated).toHaveLength(61);
    expect(stated.filter(([kept, said]) => kept !== said)).toEqual([]);
    expect(seed.enterprises.filter((each) => each.lon !== null)).toHaveLength(35);
  });

  test("the files are exactly what the product itself would write", () => {
    for (const kind of recordKinds) {
      const bytes = readFileSync(join(seedFolder, `${kind}.csv`));
      const { records } = readRecordFiles([{ name: `${kind}.csv`, bytes }]);
      const own = records.map((each) => each.record) as never;
      expect([...writeRecordCsv(kind, own)].join("")).toBe(bytes.toString("utf8"));
    }
  });
});

describe("reading a seed folder", () => {
  test("a folder with faults is refused with each of them by file, line and column", () => {
    const folder = mkdtempSync(join(tmpdir(), "gongsheng-seed-"));
    for (const name of readdirSync(seedFolder).filter((each) => each.endsWith(".csv")))
      writeFileSync(join(folder, name), readFileSync(join(seedFolder, name)));
    const spoiled = readFileSync(join(folder, "exchanges.csv"), "utf8").replace("sd-rz-power", "nobody");
    writeFileSync(join(folder, "exchanges.csv"), spoiled);
    expect(() => readSeed(folder)).toThrow(
      expect.objectContaining({
        name: "SymbiosisError",
        code: "seed-unreadable",
        details: [{ pointer: "exchanges.csv:2:supplier_id", message: "no enterprise has this id" }],
      }),
    );
  });
});
