import { describe, expect, test } from "vitest";
import { checkNetwork, checkRecords, recordsOf } from "#graph/schema/checks/check-network.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const seed: Network = readSeedNetwork();

function first<T>(records: readonly T[], wanted: (record: T) => boolean): T {
  const found = records.find(wanted);
  if (found === undefined) throw new Error("the seed holds no such record");
  return found;
}

const exchange = first(seed.exchanges, (each) => each.resourceCode === "SW02" && each.quantity !== null);
const listing = first(seed.listings, (each) => each.resourceCodes.includes("HW11"));
const park = first(seed.parks, (each) => each.countyCode !== null && each.overlaps.length > 0);
const plant = first(seed.enterprises, (each) => each.parkId !== null && each.lon !== null);

const shortly = (issues: readonly Issue[]) =>
  issues.map(({ code, recordId, column }) => `${code} ${recordId} ${column}`);
/** What makes an import fail; doubts are in doubts.test.ts. */
const faultsOf = (...records: TaggedRecord[]) =>
  shortly(checkRecords(records, seed).filter(({ severity }) => severity === "error"));
const exchangeFaults = (change: Partial<Exchange>) =>
  faultsOf({ kind: "exchanges", record: { ...exchange, id: "new", ...change } });
const listingFaults = (change: Partial<Listing>) =>
  faultsOf({ kind: "listings", record: { ...listing, id: "new", ...change } });
const parkFaults = (change: Partial<Park>) =>
  faultsOf({ kind: "parks", record: { ...park, id: "new", overlaps: [], ...change } });
const plantFaults = (change: Partial<Enterprise>) =>
  faultsOf({ kind: "enterprises", record: { ...plant, id: "new", ...change } });

describe("checking records against their network", () => {
  test("a sound network has no faults, as a whole and record by record", () => {
    // Doubts about twins are for a person to settle; enterprise-twins.test.ts names them.
    const faults = [checkNetwork(seed), checkRecords(recordsOf(seed), seed)].flat();
    expect(faults.filter(({ code }) => code !== "probable-twin")).toEqual([]);
  });

  test("an exchange of an unknown supplier and an unknown receiver has two faults", () => {
    expect(exchangeFaults({ supplierId: "nobody", receiverId: "noone" })).toEqual([
      "unknown-id new supplier_id",
      "unknown-id new receiver_id",
    ]);
  });

  test("an end that comes in the same import is known", () => {
    const newcomer = { ...plant, id: "newcomer" };
    expect(
      faultsOf(
        { kind: "exchanges", record: { ...exchange, id: "new", receiverId: "newcomer" } },
        { kind: "enterprises", record: newcomer },
      ),
    ).toEqual([]);
  });

  test("a key twice in one import is a fault; a key the network holds is an update", () => {
    expect(faultsOf({ kind: "exchanges", record: exchange })).toEqual([]);
    const twice: TaggedRecord = { kind: "exchanges", record: exchange };
    expect(faultsOf(twice, twice)).toEqual([`duplicate-id ${exchange.id} id`]);
  });

  test("the same id in two kinds is no duplicate", () => {
    expect(
      faultsOf(
        { kind: "exchanges", record: { ...exchange, id: "same" } },
        { kind: "listings", record: { ...listing, id: "same" } },
      ),
    ).toEqual([]);
  });

  test("supplier = receiver", () => {
    expect(exchangeFaults({ receiverId: exchange.supplierId })).toEqual(["self-supply new receiver_id"]);
  });

  test("a code outside the list, and a code of another layer", () => {
    expect(exchangeFaults({ resourceCode: "SW08" })).toEqual(["unknown-code new resource_code"]);
    expect(exchangeFaults({ resourceCode: "WA10" })).toEqual(["layer-mismatch new resource_code"]);
    expect(listingFaults({ resourceCodes: ["HW11", "EN10"] })).toEqual(["layer-mismatch new resource_codes"]);
    expect(exchangeFaults({ resourceCode: null })).toEqual([]);
  });

  test("hazardous waste that is not marked so, or not known to be", () => {
    expect(listingFaults({ hazardous: false })).toEqual(["hazard-mismatch new hazardous"]);
    expect(listingFaults({ hazardous: null })).toEqual(["hazard-mismatch new hazardous"]);
    expect(exchangeFaults({ resourceCode: "900-249-08", hazardous: false })).toEqual([
      "hazard-mismatch new hazardous",
    ]);
  });

  test("a quantity in a unit of another layer, a negative one, and a yearly value that does not follow", () => {
    const made = makeQuantity(10, "t/d", "reported", "material");
    expect(exchangeFaults({ quantity: made })).toEqual([]);
    expect(exchangeFaults({ quantity: { ...made, unit: "GJ/a" } })).toEqual(["unit-of-other-layer new unit"]);
    expect(exchangeFaults({ quantity: { ...made, amount: -1 } })).toEqual(["negative-quantity new amount"]);
    expect(exchangeFaults({ quantity: { ...made, perYear: 10 } })).toEqual(["stale-perYear new amount"]);
  });

  test("years and dates that run backwards", () => {
    expect(exchangeFaults({ yearFrom: 2024, yearTo: 2020 })).toEqual(["dates-reversed new year_from"]);
    expect(exchangeFaults({ yearFrom: 2024, yearTo: 2024 })).toEqual([]);
    expect(listingFaults({ yearFrom: 2023, yearTo: 2024, validUntil: "2022-12-31" })).toEqual([
      "dates-reversed new year_from",
    ]);
    expect(parkFaults({ approvedOn: "2015-03", namedOn: "2014" })).toEqual([
      "dates-reversed new approved_on",
    ]);
    expect(parkFaults({ approvedOn: "2014-09", namedOn: "2014" })).toEqual([]);
    expect(parkFaults({ namedOn: "14/9/2014" })).toContain("invalid-value new named_on");
  });

  test("a point outside the two provinces, and one with its numbers swapped", () => {
    expect(parkFaults({ lon: 104.07, lat: 30.67 })).toEqual(["outside-provinces new lon"]);
    expect(plantFaults({ lon: 36.67, lat: 117 })).toEqual(["swapped-coordinates new lon"]);
    expect(plantFaults({ lat: null })).toEqual(["invalid-value new lat"]);
  });

  test("an enterprise of another province may stand anywhere", () => {
    const away = {
      provinceCode: "31",
      cityCode: null,
      countyCode: null,
      parkId: null,
      lon: 121.47,
      lat: 31.23,
    };
    expect(plantFaults(away)).toEqual([]);
    expect(plantFaults({ ...away, lon: 87.6, lat: 43.8 })).toEqual([]);
  });

  test("a city outside its province, an unknown city, a county outside its city, an unknown county", () => {
    const jinan = { provinceCode: "37", cityCode: "370100", countyCode: "370102" };
    expect(parkFaults(jinan)).toEqual([]);
    expect(parkFaults({ ...jinan, provinceCode: "32", countyCode: null })).toEqual([
      "division-mismatch new city_code",
    ]);
    expect(parkFaults({ ...jinan, cityCode: "371200", countyCode: null })).toEqual([
      "division-mismatch new city_code",
    ]);
    expect(parkFaults({ ...jinan, countyCode: "370202" })).toEqual(["division-mismatch new county_code"]);
    expect(parkFaults({ ...jinan, countyCode: "370181" })).toEqual(["division-mismatch new county_code"]);
  });

  test("an enterprise of an unknown park, and one whose park stands in another city", () => {
    expect(plantFaults({ parkId: "nowhere" })).toEqual(["unknown-id new park_id"]);
    const other = { provinceCode: "37", cityCode: "370100", countyCode: null };
    expect(plantFaults({ ...other, parkId: "js-sip" })).toEqual(["division-mismatch new city_code"]);
  });

  test("an enterprise whose county is not in its city, or no county at all", () => {
    const jinan = { provinceCode: "37", cityCode: "370100", parkId: null };
    expect(plantFaults({ ...jinan, countyCode: "370102" })).toEqual([]);
    expect(plantFaults({ ...jinan, countyCode: "370202" })).toEqual(["division-mismatch new county_code"]);
    expect(plantFaults({ ...jinan, countyCode: "370199" })).toEqual(["division-mismatch new county_code"]);
  });

  test("a former id that is in use, that two records claim, or that somebody points at", () => {
    const merged = { ...plant, id: "now", aliases: ["before"] };
    const check = (...records: Enterprise[]) =>
      faultsOf(...records.map((record) => ({ kind: "enterprises", record }) as const));
    expect(check(merged)).toEqual([]);
    expect(check(merged, { ...plant, id: "before" })).toEqual([
      "duplicate-id now aliases",
      "duplicate-id before id",
    ]);
    expect(check(merged, { ...plant, id: "other", aliases: ["before"] })).toEqual([
      "duplicate-id now aliases",
      "duplicate-id other aliases",
    ]);
    const [exchange] = seed.exchanges;
    if (exchange === undefined) throw new Error("no exchange");
    const [issue] = checkRecords(
      [
        { kind: "enterprises", record: merged },
        { kind: "exchanges", record: { ...exchange, id: "x", supplierId: "before" } },
      ],
      seed,
    );
    expect(issue).toMatchObject({ code: "unknown-id", column: "supplier_id" });
    expect(issue?.reason.en).toContain("has the id now now");
  });

  test("a part of a total that is not there, gives the other way, is of another layer, or is in it itself", () => {
    const total = first(seed.listings, ({ id, direction, layer }) => {
      return id !== listing.id && direction === listing.direction && layer === listing.layer;
    });
    const other = first(
      seed.listings,
      ({ direction, layer }) => direction !== listing.direction && layer === listing.layer,
    );
    const water = first(
      seed.listings,
      ({ direction, layer }) => direction === listing.direction && layer === "water",
    );
    expect(listingFaults({ partOf: total.id })).toEqual([]);
    expect(listingFaults({ partOf: "nowhere" })).toEqual(["unknown-id new part_of"]);
    for (const partOf of [other.id, water.id, "new"])
      expect(listingFaults({ partOf })).toEqual(["part-mismatch new part_of"]);
    const records = (["a", "b", "c"] as const).map((id, at) => ({
      kind: "listings" as const,
      record: { ...listing, id, partOf: ["b", "c", "a"][at] ?? null },
    }));
    expect(faultsOf(...records)).toEqual(["a", "b", "c"].map((id) => `part-mismatch ${id} part_of`));
  });

  test("a rule may name an exchange that is not there, which is told and refuses nothing", () => {
    const rule = first(seed.rules, ({ shownBy }) => shownBy.length > 0);
    const issues = checkRecords([{ kind: "rules", record: { ...rule, shownBy: ["nowhere"] } }], seed);
    expect(issues).toMatchObject([
      { code: "unknown-id", severity: "warning", column: "shown_by", value: "nowhere" },
    ]);
  });

  test("overlaps go both ways, name known parks, and never the park itself", () => {
    expect(parkFaults({ overlaps: ["js-sip"] })).toEqual(["overlap-mismatch new overlaps"]);
    expect(parkFaults({ overlaps: ["nowhere"] })).toEqual(["unknown-id new overlaps"]);
    expect(parkFaults({ overlaps: ["new"] })).toEqual(["overlap-mismatch new overlaps"]);
  });

  test("an update that breaks records which stay is a fault of those records", () => {
    const [other] = park.overlaps;
    expect(faultsOf({ kind: "parks", record: { ...park, overlaps: [] } })).toEqual([
      `overlap-mismatch ${other} overlaps`,
    ]);
  });

  test("a resource of the wrong layer, of an unknown parent, or wrongly called harmless", () => {
    const code = first(seed.resources, (each) => each.code === "HW11");
    const faults = checkRecords(
      [{ kind: "resources", record: { ...code, layer: "water", parentCode: "HW99", hazardous: false } }],
      emptyNetwork,
    );
    expect(shortly(faults)).toEqual([
      "hazard-mismatch HW11 hazardous",
      "layer-mismatch HW11 layer",
      "unknown-code HW11 parent_code",
    ]);
  });

  test("a rule of an unknown code, or of hazardous waste not marked so", () => {
    const rule = first(seed.rules, (each) => each.resourceCodes.includes("HW34"));
    expect(
      faultsOf({ kind: "rules", record: { ...rule, resourceCodes: ["HW34", "SW08"], hazardous: null } }),
    ).toEqual([`unknown-code ${rule.id} resource_codes`, `hazard-mismatch ${rule.id} hazardous`]);
  });

  test("an issue names file and line where the record came from a file, and neither where it did not", () => {
    const record = { ...exchange, id: "new", supplierId: "nobody" };
    const tagged: TaggedRecord = { kind: "exchanges", record };
    const locate = (each: object) => (each === record ? { file: "exchanges.csv", line: 7 } : null);
    const fault = {
      code: "unknown-id",
      severity: "error",
      recordKind: "exchanges",
      recordId: "new",
      column: "supplier_id",
      value: "nobody",
      reason: { zh: "没有该编号的企业", en: "no enterprise has this id" },
    };
    expect(checkRecords([tagged], seed, locate)).toEqual([{ ...fault, file: "exchanges.csv", line: 7 }]);
    expect(checkRecords([tagged], seed)).toEqual([{ ...fault, file: null, line: null }]);
  });
});
