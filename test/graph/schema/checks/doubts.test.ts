import { describe, expect, test } from "vitest";
import { checkNetwork, checkRecords } from "#graph/schema/checks/check-network.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const seed: Network = readSeedNetwork();

function first<T>(records: readonly T[], wanted: (record: T) => boolean): T {
  const found = records.find(wanted);
  if (found === undefined) throw new Error("the seed holds no such record");
  return found;
}

const plant = first(seed.enterprises, (each) => each.kind === "plant" && each.parkId !== null);
const park = first(seed.parks, (each) => each.cityCode === "370100");
const exchange = first(seed.exchanges, (each) => each.quantity !== null && each.yearFrom !== null);

const year = 2026;
const shortly = (issues: readonly Issue[]) =>
  issues.map(({ severity, code, recordId, column }) => `${severity} ${code} ${recordId} ${column}`);
const doubtsOf = (...records: TaggedRecord[]) => shortly(checkRecords(records, seed, () => null, year));
const ofPlant = (change: Partial<Enterprise>): TaggedRecord => ({
  kind: "enterprises",
  record: { ...plant, id: "t1", nameZh: "试验某某有限公司", ...change },
});
const ofPark = (change: Partial<Park>): TaggedRecord => ({
  kind: "parks",
  record: { ...park, id: "t1", nameZh: "试验某某园区", overlaps: [], ...change },
});
const ofExchange = (change: Partial<Exchange>): TaggedRecord => ({
  kind: "exchanges",
  record: { ...exchange, id: "t1", ...change },
});

describe("twins", () => {
  test("the shipped network has none that are sure", () => {
    const issues = checkNetwork(seed, year).filter(({ code }) => code !== "probable-twin");
    expect(shortly(issues)).toEqual([]);
  });

  test.each([
    ["the same name", plant.nameZh],
    ["blanks in it", Array.from(plant.nameZh).join(" ")],
    ["brackets of another width", plant.nameZh.replaceAll("(", "（").replaceAll(")", "）")],
  ])("an enterprise of a park with %s under another id", (_what, nameZh) => {
    expect(doubtsOf(ofPlant({ nameZh }))).toEqual(["warning twin t1 name_zh"]);
  });

  test("a name that is composed otherwise (NFC, NFD)", () => {
    const composed = ofPlant({ id: "t1", nameZh: "Müller 化工" });
    const decomposed = ofPlant({ id: "t2", nameZh: "Mu\u0308ller 化工" });
    expect(doubtsOf(composed, decomposed)).toEqual(["warning twin t2 name_zh"]);
  });

  test("the same name in another park is another firm, and an update is no twin of itself", () => {
    const other = first(seed.parks, (each) => each.cityCode === plant.cityCode && each.id !== plant.parkId);
    expect(doubtsOf(ofPlant({ nameZh: plant.nameZh, parkId: other.id }))).toEqual([]);
    expect(doubtsOf({ kind: "enterprises", record: { ...plant, noteZh: "x" } })).toEqual([]);
  });

  test("ids that differ by letter case, in the file and against the store", () => {
    expect(doubtsOf(ofPlant({ id: "t-e1" }), ofPlant({ id: "T-E1", nameZh: "另一家" }))).toEqual([
      "warning twin T-E1 id",
    ]);
    expect(doubtsOf(ofPlant({ id: plant.id.toUpperCase() }))).toEqual([
      `warning twin ${plant.id.toUpperCase()} id`,
    ]);
  });

  test("a park of the same name", () => {
    expect(doubtsOf(ofPark({ nameZh: park.nameZh }))).toEqual(["warning twin t1 name_zh"]);
  });

  test("an exchange equal in all but its id names the other one; one of another year or amount does not", () => {
    const [issue] = checkRecords([ofExchange({})], seed, () => null, year);
    expect(issue).toMatchObject({ severity: "warning", code: "twin", value: "t1" });
    expect(issue?.reason.zh).toContain(exchange.id);
    expect(issue?.reason.en).toContain(exchange.id);
    expect(doubtsOf(ofExchange({ yearFrom: (exchange.yearFrom ?? 0) - 1 }))).toEqual([]);
    expect(doubtsOf(ofExchange({ quantity: null }))).toEqual([]);
  });
});

describe("listings told twice", () => {
  const listing = first(seed.listings, (each) => each.quantity !== null && each.partOf === null);
  const ofListing = (change: Partial<Listing>): TaggedRecord => ({
    kind: "listings",
    record: { ...listing, id: "t1", ...change },
  });

  test("one equal in all but its id names the other one", () => {
    const [issue] = checkRecords([ofListing({})], seed, () => null, year);
    expect(issue).toMatchObject({ severity: "warning", code: "twin", value: "t1" });
    expect(issue?.reason.zh).toContain(listing.id);
    expect(issue?.reason.en).toContain(listing.id);
  });

  test("one of another time, quality, amount or state does not", () => {
    expect(doubtsOf(ofListing({ validUntil: "2030-01-01" }))).toEqual([]);
    expect(doubtsOf(ofListing({ qualityZh: "含水 12%" }))).toEqual([]);
    expect(doubtsOf(ofListing({ quantity: null }))).toEqual([]);
    expect(doubtsOf(ofListing({ status: listing.status === "stock" ? "operating" : "stock" }))).toEqual([]);
  });
});

describe("places and times that can hardly be", () => {
  test("a plant far from the park it is said to stand in, beyond what both errors explain", () => {
    const own = { lon: park.lon, lat: park.lat + 0.5, coordErrorKm: 1 };
    const place = { parkId: park.id, cityCode: park.cityCode, countyCode: null };
    const away = ofPlant({ ...place, provinceCode: park.provinceCode, ...own });
    expect(doubtsOf(away)).toEqual(["warning far-from-park t1 lon"]);
    const near = { ...own, lat: park.lat + 0.05 };
    expect(doubtsOf(ofPlant({ ...place, provinceCode: park.provinceCode, ...near }))).toEqual([]);
    const unsure = { ...own, lat: park.lat + 0.25 };
    expect(
      doubtsOf(ofPlant({ ...place, provinceCode: park.provinceCode, ...unsure, coordErrorKm: 30 })),
    ).toEqual([]);
  });

  test("a point in Nanjing with the city code of Jinan", () => {
    expect(doubtsOf(ofPark({ lon: 118.797, lat: 32.06 }))).toEqual(["warning far-from-city t1 lon"]);
    expect(doubtsOf(ofPark({ lon: 117.66, lat: 36.21 }))).toEqual([]);
    const city = { cityCode: "370600", countyCode: null, provinceCode: "37", parkId: null };
    const far = { ...city, lon: 117.0, lat: 36.67 };
    expect(doubtsOf(ofPlant(far))).toEqual(["warning far-from-city t1 lon"]);
  });

  test("a point at the seat of Zhucheng with the code of Shouguang, in the same city", () => {
    const county = { provinceCode: "37", cityCode: "370700", countyCode: "370783", parkId: null };
    expect(doubtsOf(ofPlant({ ...county, lon: 119.41, lat: 36.0 }))).toEqual([
      "warning far-from-county t1 lon",
    ]);
    expect(doubtsOf(ofPlant({ ...county, lon: 118.79, lat: 36.86 }))).toEqual([]);
  });

  test.each(["高德地图", "GCJ-02", "百度 BD-09", "AMap geocoder"])("coordinates of %s", (coordSourceZh) => {
    expect(doubtsOf(ofPark({ coordSourceZh }))).toEqual(["warning shifted-coordinates t1 coord_source"]);
    expect(doubtsOf(ofPark({ coordSourceZh: `${coordSourceZh}, converted to WGS-84` }))).toEqual([]);
  });

  test.each(["2024-02-31", "2023-02-29", "2024-04-31", "2024-13", "2024-00-10"])(
    "the date %s",
    (approvedOn) => {
      expect(doubtsOf(ofPark({ approvedOn, namedOn: null }))).toEqual(["error invalid-value t1 approved_on"]);
    },
  );

  test("29 February of a leap year is a date", () => {
    expect(doubtsOf(ofPark({ approvedOn: "2024-02-29", namedOn: null }))).toEqual([]);
  });

  test("years yet to come, of a source, an approval and what already operates", () => {
    const evidence = { ...park.evidence, asOfYear: 2099 };
    expect(doubtsOf(ofPark({ evidence }))).toEqual(["warning yet-to-come t1 as_of_year"]);
    expect(doubtsOf(ofPark({ approvedOn: "2027-01-01", namedOn: null }))).toEqual([
      "warning yet-to-come t1 approved_on",
    ]);
    const later = { yearFrom: 2030, yearTo: null };
    expect(doubtsOf(ofExchange({ ...later, status: "operating" }))).toEqual([
      "warning yet-to-come t1 year_from",
    ]);
    expect(doubtsOf(ofExchange({ ...later, status: "planned" }))).toEqual([]);
  });
});

describe("codes and ids without their zeros", () => {
  test("an unknown industry is refused, of an enterprise and of a rule", () => {
    expect(doubtsOf(ofPlant({ industryCode: "610" }))).toEqual(["error unknown-industry t1 industry_code"]);
    const rule = first(seed.rules, (each) => each.sourceIndustryCodes.length > 0);
    const record = { ...rule, id: "t1", targetIndustryCodes: ["9999"] };
    expect(doubtsOf({ kind: "rules", record })).toEqual(["error unknown-industry t1 target_industry_codes"]);
  });

  test("an industry of the store that today's list refuses does not stop an import of other records", () => {
    const old = { ...seed, enterprises: [...seed.enterprises, { ...plant, id: "old", industryCode: "610" }] };
    const update: TaggedRecord = { kind: "parks", record: { ...park, noteZh: "x" } };
    expect(shortly(checkRecords([update], old))).toEqual([]);
  });

  test("321 beside codes of four digits is warned of", () => {
    const chicken = ofPlant({ id: "t1", industryCode: "321" });
    expect(doubtsOf(chicken, ofPlant({ id: "t2", nameZh: "乙", industryCode: "3110" }))).toEqual([
      "warning lost-zero t1 industry_code",
    ]);
    expect(doubtsOf(chicken)).toEqual([]);
  });

  test("an end 12 where 0012 is known says so", () => {
    const [issue] = checkRecords(
      [ofPlant({ id: "0012" }), ofExchange({ supplierId: "12" })],
      seed,
      () => null,
    );
    expect(issue).toMatchObject({ code: "unknown-id", value: "12" });
    expect(issue?.reason.zh).toContain("0012");
  });
});
