import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFilter, enterprisesOf } from "#graph/projection/filter/filtered-network.ts";
import { sumFlows } from "#graph/projection/places/flow-sum.ts";
import { aggregateCorridors, listPlaces } from "#graph/projection/places/corridors.ts";
import { layers } from "#graph/schema/records/layer.ts";
import { Place } from "#graph/schema/answers/place.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { FlowSum } from "#graph/schema/answers/corridor.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import { makeEnterprise, makeExchange, makePark, networkOfLinks } from "#test/fixtures/small-network.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";

const enterprises = [
  makeEnterprise("a", { parkId: "p" }),
  makeEnterprise("b", { parkId: "p" }),
  makeEnterprise("c"),
  makeEnterprise("d", { provinceCode: "34", cityCode: null }),
];
const parks = [makePark("p"), makePark("quiet")];

describe("sumFlows", () => {
  it("adds known flows, and counts what it cannot add", () => {
    const energy = (
      amount: number,
      unit: "GJ/a" | "MWh/a" | "t/h",
      kind: "reported" | "capacity" = "reported",
    ) => makeExchange("x", { layer: "energy", quantity: makeQuantity(amount, unit, kind, "energy") });
    const sum = sumFlows(
      [
        energy(100, "GJ/a"),
        energy(10, "MWh/a"),
        energy(2, "t/h"),
        energy(999, "GJ/a", "capacity"),
        makeExchange("x", { layer: "energy" }),
        makeExchange("x", { layer: "water", quantity: makeQuantity(5, "m3/a", "reported", "water") }),
      ],
      "energy",
    );
    expect(sum).toEqual({
      layer: "energy",
      exchangeCount: 5,
      quantifiedCount: 2,
      perYear: 136,
      steamTonnesPerYear: 16000,
      steamCount: 1,
      assumedCount: 1,
    });
  });

  it("is null and not 0 when no flow is known, and 0 when the known flow is 0", () => {
    expect(sumFlows([makeExchange("x")], "material").perYear).toBeNull();
    const zero = makeExchange("x", { quantity: makeQuantity(0, "t/a", "reported", "material") });
    expect(sumFlows([zero], "material").perYear).toBe(0);
  });
});

describe("aggregateCorridors", () => {
  it("sums exchanges from place to place, each layer and direction apart, inside ones too", () => {
    const network = networkOfLinks(
      [
        ["a", "c", 10],
        ["b", "c", 5],
        ["c", "a", 3],
        ["a", "b", 7],
        ["b", "d"],
      ],
      { enterprises, parks },
    );
    const found = aggregateCorridors(applyFilter(network, noFilter));
    expect(found.map(({ from, to, flow }) => [from, to, flow.exchangeCount, flow.perYear])).toEqual([
      ["park:p", "city:370100", 2, 15],
      ["city:370100", "park:p", 1, 3],
      ["park:p", "outside:34", 1, null],
      ["park:p", "park:p", 1, 7],
    ]);
  });

  it("holds every exchange exactly once, and its sums add up to those of the network", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const filtered = applyFilter(network, filter);
        const corridors = aggregateCorridors(filtered);
        const ids = corridors.flatMap(({ exchanges }) => exchanges.map(({ id }) => id));
        expect(ids.sort()).toEqual(filtered.exchanges.map(({ id }) => id).sort());
        for (const layer of layers) {
          const parts = corridors.filter((corridor) => corridor.layer === layer).map(({ flow }) => flow);
          const whole = sumFlows(filtered.exchanges, layer);
          const add = (pick: (flow: FlowSum) => number | null) =>
            parts.reduce((sum, flow) => sum + (pick(flow) ?? 0), 0);
          expect(add((flow) => flow.exchangeCount)).toBe(whole.exchangeCount);
          expect(add((flow) => flow.quantifiedCount)).toBe(whole.quantifiedCount);
          expect(add((flow) => flow.assumedCount)).toBe(whole.assumedCount);
          expect(add((flow) => flow.perYear)).toBeCloseTo(whole.perYear ?? 0, 6);
          expect(add((flow) => flow.steamTonnesPerYear)).toBeCloseTo(whole.steamTonnesPerYear ?? 0, 6);
        }
        for (const { flow } of corridors) expect(FlowSum.parse(flow)).toEqual(flow);
      }),
    );
  });

  it("comes out the same when the records are shuffled", () => {
    fc.assert(
      fc.property(
        anyNetwork.chain((network) =>
          fc.tuple(
            fc.constant(network),
            fc.shuffledSubarray([...network.exchanges], { minLength: network.exchanges.length }),
          ),
        ),
        ([network, shuffled]) => {
          const keys = (exchanges: typeof network.exchanges) =>
            aggregateCorridors(applyFilter({ ...network, exchanges }, noFilter)).map(
              ({ from, to, layer, flow }) => [from, to, layer, flow.exchangeCount],
            );
          expect(keys(shuffled)).toEqual(keys(network.exchanges));
        },
      ),
    );
  });
});

describe("listPlaces", () => {
  it("lists every park, linked or not, and the places of enterprises without a park after them", () => {
    const network = networkOfLinks(
      [
        ["a", "c"],
        ["a", "b"],
        ["b", "d"],
      ],
      { enterprises, parks },
    );
    const places = listPlaces(applyFilter(network, noFilter));
    expect(
      places.map((place) => [
        place.id,
        place.kind,
        place.enterpriseCount,
        place.exchangeCount,
        place.insideExchangeCount,
      ]),
    ).toEqual([
      ["park:p", "park", 2, 3, 1],
      ["park:quiet", "park", 0, 0, 0],
      ["city:370100", "city", 1, 1, 0],
      ["outside:34", "outside", 1, 1, 0],
    ]);
    expect(places[2]).toMatchObject({ nameZh: "济南市", nameEn: "Jinan", lon: 116.997, coordErrorKm: 57 });
    expect(places[3]).toMatchObject({ nameZh: "安徽省", nameEn: "Anhui", lon: null, cityCode: null });
  });

  it("names places whose city or province is not known", () => {
    const network = networkOfLinks([], {
      enterprises: [
        makeEnterprise("p", { cityCode: null, provinceCode: "32" }),
        makeEnterprise("n", { cityCode: null, provinceCode: null }),
      ],
    });
    expect(
      listPlaces(applyFilter(network, noFilter)).map(({ id, kind, nameZh }) => [id, kind, nameZh]),
    ).toEqual([
      ["outside:unknown", "outside", "区域外(地点不详)"],
      ["province:32", "province", "江苏省(城市不详)"],
    ]);
  });

  it("counts each enterprise once and each exchange at both its places, and meets its schema", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const filtered = applyFilter(network, filter);
        const places = listPlaces(filtered);
        const add = (pick: (place: Place) => number) => places.reduce((sum, place) => sum + pick(place), 0);
        expect(add((place) => place.enterpriseCount)).toBe(enterprisesOf(filtered).length);
        expect(add((place) => place.exchangeCount + place.insideExchangeCount)).toBe(
          2 * filtered.exchanges.length,
        );
        for (const place of places) {
          const { material, energy, water } = place.exchangeCountByLayer;
          expect(material + energy + water).toBe(place.exchangeCount);
          expect(Place.parse(place)).toEqual(place);
        }
        expect(places.filter(({ kind }) => kind === "park")).toHaveLength(network.parks.length);
        expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
      }),
    );
  });
});
