import { expect, it } from "vitest";
import { makePoint } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { listParties } from "#graph/matching/ends/parties.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const seed = readSeedNetwork();
const { parties } = listParties(seed);
const partyById = new Map(parties.map((party) => [party.enterprise.id, party]));

/** The same network, its plants known only by what `forget` leaves of their place. */
function placedBy(forget: (enterprise: Enterprise) => Partial<Enterprise>) {
  const enterprises = seed.enterprises.map((each) => ({ ...each, ...forget(each) }));
  return listParties({ ...seed, enterprises }).partyById;
}
const noPoint = { lon: null, lat: null, coordErrorKm: null } as const;

/** Shares of the plants with a point of their own that stand within 1 and 1.5 declared errors of where matching puts them. */
function shareInside(forget: (enterprise: Enterprise) => Partial<Enterprise>, kind: string) {
  const placed = placedBy(forget);
  const ratios = seed.enterprises.flatMap(({ id, lon, lat }) => {
    const party = placed.get(id);
    if (lon === null || lat === null || party?.place.header.kind !== kind || party.point === null) return [];
    return [greatCircleKm(makePoint(lon, lat, 0), party.point) / party.point.errorKm];
  });
  const within = (times: number) => ratios.filter((ratio) => ratio <= times).length / ratios.length;
  return { plants: ratios.length, once: within(1), oneAndAHalf: within(1.5) };
}

it("an end stands at its own point, else its park, county, city, in this order, each with its error", () => {
  const kindsBy = (forget: (enterprise: Enterprise) => Partial<Enterprise>, id: string) =>
    placedBy(forget).get(id)?.place.header.kind;
  for (const { enterprise, place, point } of parties) {
    const { parkId, countyCode, cityCode, lon } = enterprise;
    const expected =
      parkId !== null
        ? "park"
        : lon !== null
          ? "site"
          : countyCode !== null
            ? "county"
            : cityCode !== null
              ? "city"
              : "province";
    expect([enterprise.id, place.header.kind]).toEqual([enterprise.id, expected]);
    // A park is the place, but the distance is measured from the plant's own point where that is known.
    expect(point?.lon).toBe(lon ?? place.point?.lon);
  }
  const id = [...partyById.values()].find(
    ({ enterprise }) =>
      enterprise.lon !== null && enterprise.parkId === null && enterprise.countyCode !== null,
  )?.enterprise.id;
  expect(kindsBy(() => ({}), String(id))).toBe("site");
  expect(kindsBy(() => noPoint, String(id))).toBe("county");
  expect(kindsBy(() => ({ ...noPoint, countyCode: null }), String(id))).toBe("city");
});

it("about three in four plants stand within the error of a county or city seat, nine in ten within 1.5, more at a park", () => {
  const counties = shareInside(() => ({ ...noPoint, parkId: null }), "county");
  const cities = shareInside(() => ({ ...noPoint, parkId: null, countyCode: null }), "city");
  const parks = shareInside(() => noPoint, "park");
  for (const [{ plants, once, oneAndAHalf }, least] of [
    [counties, 110],
    [cities, 110],
    [parks, 60],
  ] as const) {
    expect(plants).toBeGreaterThanOrEqual(least);
    expect(once).toBeGreaterThan(0.7);
    expect(oneAndAHalf).toBeGreaterThan(0.85);
  }
  // An error that took in everybody would say nothing.
  expect(counties.once).toBeLessThan(0.9);
  expect(cities.once).toBeLessThan(0.9);
});

it("an enterprise whose only county is the one its name, or its area, holds, has that county", () => {
  const unplaced = seed.enterprises.flatMap((enterprise) => {
    const { id, countyCode, cityCode, areaZh, nameZh, kind } = enterprise;
    if (countyCode !== null || cityCode === null || kind === "pooled") return [];
    const city = cityByCode.get(cityCode)?.nameZh ?? "";
    // A county that has its city's name is told by its whole name only.
    const words = `${areaZh ?? ""} ${nameZh}`.replaceAll(city.replace(/市$/, ""), "");
    const named = [...countyByCode.values()].filter(
      (county) => county.cityCode === cityCode && words.includes(county.nameZh),
    );
    return named.length === 1 ? [id] : [];
  });
  expect(unplaced).toEqual([]);
});
