import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { writeRecordCsv } from "#graph/formats/records/write-records.ts";
import { checkNetwork, recordsOf } from "#graph/schema/checks/check-network.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import { flowOf, type Exchange } from "#graph/schema/records/exchange.ts";
import { placeIdOf, placeKindOf } from "#graph/schema/answers/place.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { isOpenListing } from "#graph/schema/records/status.ts";
import { kilometresBetween } from "#test/support/kilometres.ts";
import { keyOf, recordKinds } from "#graph/schema/records/records.ts";
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
  return { supplier, receiver, note: exchange.evidence.noteEn ?? "" };
}

/** Ends with different values of a field, or that the collection judged to be so by their names. */
function isBetween(
  exchange: Exchange,
  field: "parkId" | "countyCode" | "cityCode" | "provinceCode",
  words?: string,
): boolean {
  const { supplier, receiver, note } = endsOf(exchange);
  const [from, to] = [supplier[field], receiver[field]];
  if (words !== undefined && new RegExp(`collection: [^;]*between ${words}`).test(note)) return true;
  return from !== null && to !== null && from !== to;
}

const isNothing = (value: unknown) =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

const evidenceTexts = ({ evidence }: { readonly evidence: Evidence }) => ({
  evidenceNoteZh: evidence.noteZh,
  evidenceNoteEn: evidence.noteEn,
});

describe("the facts of Shandong and Jiangsu", () => {
  test("all of the collection is there: its rounds one to three, less the twins that the third merged", () => {
    // 136 + 8 and 114 + 11 parks; 678 + 16 + 1 split − 4 merged; 380 + 12 − 2 twins.
    expect(tally(seed.parks, (each) => each.provinceCode)).toEqual({ "37": 144, "32": 125 });
    expect(seed.enterprises).toHaveLength(691);
    expect(seed.exchanges).toHaveLength(390);
    expect(tally(seed.listings, (each) => each.direction)).toEqual({ offer: 173, need: 193 });
    expect(tally(seed.rules, (each) => each.support)).toEqual({
      stored: 24,
      derived: 16,
      practice: 56,
      catalogue: 11,
    });
    expect(seed.factors).toHaveLength(13);
    expect(seed.activities).toHaveLength(1093);
    const own = seed.activities.filter(({ enterpriseId }) => enterpriseId !== null);
    expect([own.length, new Set(own.map(({ enterpriseId }) => enterpriseId)).size]).toEqual([149, 99]);
    const outside = seed.activities.filter(({ enterpriseId }) => enterpriseId === null);
    expect([outside.length, new Set(outside.map(({ plantId }) => plantId)).size]).toEqual([944, 894]);
    expect(seed.activities.filter(({ amount }) => amount === null)).toHaveLength(73);
    expect(tally(seed.coefficients, (each) => each.role)).toEqual({
      offer: 34,
      need: 9,
      activity: 9,
      "use-rate": 3,
      reference: 23,
    });
    expect(seed.totals).toHaveLength(45);
    expect(tally(seed.prices, (each) => each.kind)).toEqual({ read: 7, derived: 3, assumed: 24 });
    // 128 rows less the one that explains the form of a code and is none.
    expect(tally(seed.resources, (each) => each.scheme)).toEqual({ SW: 34, HW: 50, own: 43 });
  });

  test("there is no fault in any record or between records", () => {
    // Doubts about twins are for a person to settle; enterprise-twins.test.ts names them.
    expect(checkNetwork(seed).filter(({ code }) => code !== "probable-twin")).toEqual([]);
  });

  test("exchanges between two known parks, counties, cities and provinces: 5, 25, 34 and 11", () => {
    expect(seed.exchanges.filter((each) => isBetween(each, "parkId")).map(({ id }) => id)).toEqual([
      "X052",
      "YE010",
      "YE020",
      "YE042",
      "YJ022",
    ]);
    expect(seed.exchanges.filter((each) => isBetween(each, "countyCode"))).toHaveLength(25);
    // Where the ids cannot show it, the collection judged by names: its word is in the note.
    expect(seed.exchanges.filter((each) => isBetween(each, "cityCode", "cities"))).toHaveLength(34);
    expect(
      seed.exchanges.filter((each) => isBetween(each, "provinceCode", "provinces|.*between provinces")),
    ).toHaveLength(11);
  });

  test("enterprises stand at what the third round found: 286 in parks, 51 on points, 201 in counties", () => {
    const kinds = tally(seed.enterprises, (each) => placeKindOf(placeIdOf(each)));
    expect(kinds).toEqual({ park: 286, site: 51, county: 201, city: 116, province: 27, outside: 10 });
    expect(seed.enterprises.filter((each) => each.countyCode !== null)).toHaveLength(503);
  });

  test("every county lies in the city of its record, and a point within three radii of its seat", () => {
    const records = [...seed.parks, ...seed.enterprises].filter(({ countyCode }) => countyCode !== null);
    const cityOf = (countyCode: string | null) => countyByCode.get(countyCode ?? "")?.cityCode;
    expect(records.filter(({ countyCode, cityCode }) => cityOf(countyCode) !== cityCode)).toEqual([]);
    const far = records.filter(({ countyCode, lon, lat }) => {
      const county = countyByCode.get(countyCode ?? "");
      if (county === undefined || lon === null || lat === null) return false;
      // The farthest is real: Duigougang, 53 km down the river from the seat of Guannan, a county of 18 km radius.
      return kilometresBetween(county, { lon, lat }) > 3 * county.radiusKm;
    });
    expect(far.map(({ id }) => id)).toEqual([]);
  });

  test("a former id is nobody's id, and each leads to one record", () => {
    const aliases = [...recordsOf(seed)].flatMap(({ kind, record }) =>
      "aliases" in record ? record.aliases.map((alias) => `${kind} ${alias}`) : [],
    );
    expect(aliases.sort()).toEqual([
      "enterprises js-tz-hengai",
      "enterprises js-yz-huadian-fd",
      "enterprises sd-jn-laicheng-power",
      "enterprises sd-yt-urban-heat",
      "exchanges YK024",
      "exchanges YK025",
      "listings MK001",
      "listings MK003",
      "listings MK004",
      "listings MK076",
      "listings MK080",
      "listings MN018",
      "listings MS004",
    ]);
    const ids = new Set([...recordsOf(seed)].map((tagged) => `${tagged.kind} ${keyOf(tagged)}`));
    expect(aliases.filter((alias) => ids.has(alias))).toEqual([]);
  });

  test("14 listings are part of 11 totals, each of the same side and layer", () => {
    const parts = seed.listings.filter(({ partOf }) => partOf !== null);
    expect(parts).toHaveLength(14);
    expect(new Set(parts.map(({ partOf }) => partOf)).size).toBe(11);
  });

  test("what a source calls used up or no open offer is none: 36 utilised, 27 used in house, 14 historic", () => {
    const closed = seed.listings.filter(({ status }) => !isOpenListing(status));
    expect(tally(closed, ({ status }) => status)).toEqual({
      utilised: 36,
      "used-in-house": 27,
      historic: 14,
    });
    const says = seed.listings.filter(({ evidence }) => evidence.noteEn?.includes("not an open offer"));
    expect(says.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "L018 utilised",
      "L019 utilised",
      "L020 utilised",
    ]);
  });

  test("70 exchanges run inside one company, and where both companies are known they are the same", () => {
    const internal = seed.exchanges.filter((each) => each.sameCompany === true);
    expect(internal).toHaveLength(70);
    for (const { supplier, receiver } of internal.map(endsOf))
      expect([null, supplier.companyZh]).toContain(receiver.companyZh);
  });

  test("kinds of link: 330 by-product or utility, 50 products, 10 shared water supply", () => {
    const counts = tally(seed.exchanges, (each) => each.linkKind);
    expect((counts["by-product"] ?? 0) + (counts["utility"] ?? 0)).toBe(330);
    expect(counts["product"]).toBe(50);
    expect(counts["water-supply"]).toBe(10);
  });

  test("quantities are kept as numbers, but for the 5 and 7 volumes without a heat value or density", () => {
    const volume = /(\d+) m3\/[ad] \((?:reported|planned|capacity); /;
    for (const [records, numbers, volumes] of [
      [seed.exchanges, 93, 5],
      [seed.listings, 272, 7],
    ] as const) {
      expect(records.filter((each) => each.quantity !== null)).toHaveLength(numbers);
      expect(records.filter((each) => volume.test(each.quantityNoteEn ?? ""))).toHaveLength(volumes);
    }
  });

  test("no capacity enters a flow", () => {
    const capacities = seed.exchanges.filter((each) => each.quantity?.kind === "capacity");
    expect(capacities).toHaveLength(21);
    expect(capacities.map(flowOf).filter((flow) => flow !== null)).toEqual([]);
  });

  test("a withheld address is nowhere: what was re-hosted names no address, in no field", () => {
    const rehosted = [...recordsOf(seed)].filter(
      ({ record }) => record.evidence.sourceKind === "rehosted-press",
    );
    expect(rehosted.length).toBeGreaterThan(800);
    expect(rehosted.filter(({ record }) => record.evidence.sourceUrl !== null)).toEqual([]);
    expect(rehosted.filter(({ record }) => record.evidence.noteEn?.includes("http"))).toEqual([]);
    const withheld = seed.rules.filter((rule) => rule.minWasteShareSourceEn?.includes("address withheld"));
    expect(withheld).toHaveLength(26);
    expect(withheld.filter((rule) => rule.minWasteShareSourceEn?.includes("http"))).toEqual([]);
  });

  test("nothing in it is synthetic", () => {
    expect([...recordsOf(seed)].filter(({ record }) => record.evidence.synthetic)).toEqual([]);
  });

  test("20 pairs of parks overlap, each told by both", () => {
    const pairs = seed.parks.flatMap((park) =>
      park.overlaps.map((other) => [park.id, other].sort().join("+")),
    );
    expect(pairs).toHaveLength(40);
    expect(new Set(pairs).size).toBe(20);
  });

  test("every point says what it is and how far it may be off; a seat by the radius of its county or city", () => {
    const located = [...seed.parks, ...seed.enterprises].filter(({ lon }) => lon !== null);
    expect(located.filter(({ coordSourceEn }) => (coordSourceEn ?? "") === "")).toEqual([]);
    const stated = located.flatMap(({ coordSourceEn, coordErrorKm }) => {
      const kilometres = /error about ([\d.]+) km/.exec(coordSourceEn ?? "")?.[1];
      return kilometres === undefined ? [] : [[coordErrorKm, Number(kilometres)]];
    });
    expect(stated.length).toBeGreaterThan(200);
    expect(stated.filter(([kept, said]) => kept !== said)).toEqual([]);
    const radii = seed.parks.filter(({ countyCode, coordErrorKm }) => {
      const county = countyByCode.get(countyCode ?? "");
      return county !== undefined && coordErrorKm === Math.round(county.radiusKm);
    });
    expect(radii.length).toBeGreaterThan(118);
    const points = seed.enterprises.filter((each) => each.lon !== null);
    expect(points).toHaveLength(112);
    expect(points.filter(({ coordErrorKm }) => coordErrorKm === null)).toEqual([]);
  });

  test("every text stands in both languages, each in its own: no English sentence in the Chinese, no Chinese in the English", () => {
    const han = /\p{Script=Han}/u;
    const faults = [...recordsOf(seed)].flatMap((tagged) => {
      const { kind, record } = tagged;
      const holder: Readonly<Record<string, unknown>> = { ...record, ...evidenceTexts(record) };
      return Object.keys(holder)
        .filter((field) => field.endsWith("Zh") && `${field.slice(0, -2)}En` in holder)
        .flatMap((field) => {
          const [zh, en] = [holder[field], holder[`${field.slice(0, -2)}En`]].map(String);
          const isHalf = isNothing(holder[field]) !== isNothing(holder[`${field.slice(0, -2)}En`]);
          const isForeign = han.test(en ?? "") || (/[A-Za-z]{7,}/.test(zh ?? "") && !han.test(zh ?? ""));
          return isHalf || isForeign ? [`${kind} ${keyOf(tagged)} ${field}`] : [];
        });
    });
    expect(faults).toEqual([]);
  });

  test("the files are exactly what the product itself would write", () => {
    for (const kind of recordKinds) {
      const bytes = readFileSync(join(seedFolder, `${kind}.csv`));
      const { records } = readRecordFiles([{ name: `${kind}.csv`, bytes }]);
      const own = records.map((each) => each.record) as never;
      expect([...writeRecordCsv(kind, own)].join("")).toBe(bytes.toString("utf8"));
    }
  });

  test("rest coefficients on records that are there", () => {
    const ids = new Set([...recordsOf(seed)].map((tagged) => keyOf(tagged)));
    const missing = seed.coefficients.flatMap(({ id, restsOn }) =>
      restsOn.filter((each) => !ids.has(each)).map((each) => `${id} ${each}`),
    );
    expect(missing).toEqual([]);
    const sums = seed.totals.flatMap(({ coefficientIds }) => coefficientIds);
    expect(sums.filter((each) => !ids.has(each))).toEqual([]);
  });

  test("name for each practice rule only exchanges that move its resource", () => {
    const codeById = new Map(seed.exchanges.map(({ id, resourceCode }) => [id, resourceCode]));
    const shown = seed.rules.filter(({ shownBy }) => shownBy.length > 0);
    expect(shown).toHaveLength(26);
    for (const { id, support, shownBy, resourceCodes } of shown) {
      expect([id, support]).toEqual([id, "practice"]);
      // A case coded by the family alone still shows the class that its words name.
      for (const code of shownBy.map((each) => codeById.get(each) ?? "none"))
        expect(resourceCodes.some((own) => own.startsWith(code))).toBe(true);
    }
  });

  test('say the use of each rule as it reads after 可用于 and after "can be used"', () => {
    const unreadable = seed.rules.filter(
      ({ useZh, useEn }) =>
        /[A-Za-z]|^(?:用|作|可)/.test(useZh) || !/^(?:to|as|for|in) [^.;:]+$/.test(useEn ?? ""),
    );
    expect(unreadable.map(({ id }) => id)).toEqual([]);
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
