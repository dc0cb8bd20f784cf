import { describe, expect, it } from "vitest";
import { makePoint } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { listParties } from "#graph/matching/ends/parties.ts";
import { wayBetween } from "#graph/matching/ends/way.ts";
import { bankOf } from "#graph/matching/knowledge/crossings.ts";
import { networkOf } from "#test/fixtures/matching-network.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";

interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly cityCode: string;
  readonly countyCode?: string;
}

function way(from: Spot, to: Spot) {
  const at = (id: string, { cityCode, countyCode = null as never, ...point }: Spot) =>
    makeEnterprise(id, {
      ...point,
      cityCode,
      countyCode,
      provinceCode: cityCode.slice(0, 2),
      coordErrorKm: 1,
    });
  const { partyById } = listParties(networkOf({ enterprises: [at("from", from), at("to", to)] }));
  const [start, end] = [partyById.get("from"), partyById.get("to")];
  if (start === undefined || end === undefined) throw new Error("a party is missing");
  return wayBetween(start, end);
}

const straight = (from: Spot, to: Spot) =>
  greatCircleKm(makePoint(from.lon, from.lat, 0), makePoint(to.lon, to.lat, 0));

const nantong = { lon: 120.86, lat: 32.01, cityCode: "320600" };
const zhangjiagang = { lon: 120.55, lat: 31.87, cityCode: "320500", countyCode: "320582" };
const jingjiang = { lon: 120.27, lat: 32.01, cityCode: "321200", countyCode: "321282" };
const jiangyin = { lon: 120.28, lat: 31.91, cityCode: "320200", countyCode: "320281" };
const dongying = { lon: 118.67, lat: 37.43, cityCode: "370500" };
const yantai = { lon: 121.39, lat: 37.54, cityCode: "370600" };
const weifang = { lon: 119.16, lat: 36.71, cityCode: "370700" };

describe("the way between two plants", () => {
  it("leads over the Yangtze by the bridge that makes it shortest, the same in both directions", () => {
    expect(way(jingjiang, jiangyin)?.via?.name.en).toBe("Jiangyin Bridge");
    // 32 km apart in a straight line; by Sutong 28 + 43.6, by Jiangyin 56 + 28 km.
    expect(way(nantong, zhangjiagang)?.via?.name.en).toBe("Sutong Bridge");
    expect(way(nantong, zhangjiagang)?.straightKm).toBeCloseTo(28 + 43.6, 0);
    expect(way(zhangjiagang, nantong)?.straightKm).toBeCloseTo(
      way(nantong, zhangjiagang)?.straightKm ?? 0,
      9,
    );
  });

  it("is never shorter than the straight line, and that line on one bank", () => {
    expect(way(nantong, zhangjiagang)?.straightKm).toBeGreaterThan(straight(nantong, zhangjiagang));
    expect(way(nantong, jingjiang)).toEqual({ straightKm: straight(nantong, jingjiang), via: null });
    expect(way(jiangyin, zhangjiagang)?.via).toBeNull();
  });

  it("leads along the shore where the line would lead over Laizhou Bay", () => {
    expect(way(dongying, yantai)?.via?.name.en).toContain("Laizhou Bay");
    expect(way(yantai, dongying)?.straightKm).toBeCloseTo(way(dongying, yantai)?.straightKm ?? 0, 9);
    expect(way(weifang, yantai)?.via).toBeNull();
    expect(way(dongying, weifang)?.via).toBeNull();
  });
});

describe("the bank of a place", () => {
  it("is told by the code of its city, in Nanjing by that of its district, and by nothing without one", () => {
    expect([bankOf("320500", null), bankOf("320600", null), bankOf("370100", null)]).toEqual([
      "south",
      "north",
      "north",
    ]);
    expect([bankOf("320100", "320116"), bankOf("320100", "320113"), bankOf("320100", null)]).toEqual([
      "north",
      "south",
      null,
    ]);
    expect([bankOf(null, null), bankOf("310000", null)]).toEqual([null, null]);
  });
});
