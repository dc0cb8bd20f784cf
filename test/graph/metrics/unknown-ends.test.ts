import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeMetric } from "#graph/metrics/compute.ts";
import { metrics } from "#graph/metrics/catalogue.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Network } from "#graph/schema/records/network.ts";
import fixture from "#test/fixtures/path-graphs.json" with { type: "json" };
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import { makeEnterprise, makePark, networkOfLinks, type Link } from "#test/fixtures/small-network.ts";
import { numberOf, resultOf, rowsOf, scoresOf } from "./scores-of.ts";

/** Sums taken in another order may differ in the last digits. */
const rounded = (value: number | null | undefined) => Number((value ?? Number.NaN).toPrecision(10));

const pathMeasures = ["betweenness", "closeness", "outwardCloseness", "pagerank"] as const;

const parks = [
  makePark("east"),
  makePark("mid"),
  makePark("west"),
  makePark("nanjing", { provinceCode: "32", cityCode: "320100" }),
];
const inPark = (id: string, parkId: string, over: Partial<Enterprise> = {}) =>
  makeEnterprise(id, { parkId, ...over });

/**
 * east → a firm somewhere in Jinan, and another firm somewhere in Jinan → west → mid: one mark for both firms makes west
 * and the mark a bridge between east and mid, which nobody reported.
 */
const falseBridge = networkOfLinks(
  [
    ["e1", "jinan1"],
    ["jinan2", "w1"],
    ["w1", "m1"],
  ],
  {
    parks,
    enterprises: [
      inPark("e1", "east"),
      inPark("w1", "west"),
      inPark("m1", "mid"),
      makeEnterprise("jinan1"),
      makeEnterprise("jinan2"),
    ],
  },
);

/** Two plants that have nothing in common but a city's total of farms. */
const falseHub = networkOfLinks(
  [
    ["plant1", "farms"],
    ["plant2", "farms"],
    ["farms", "plant3"],
  ],
  {
    enterprises: [
      makeEnterprise("plant1"),
      makeEnterprise("plant2"),
      makeEnterprise("plant3"),
      makeEnterprise("farms", { kind: "pooled" }),
    ],
  },
);

describe("what is not known carries no path", () => {
  it("a park gets no bridge from two firms that share the mark of a city", () => {
    // Nodes: four parks and two leaves. Only leaf → west → mid runs through somebody: 1 of 5 · 4 pairs.
    expect(scoresOf("park.betweenness", falseBridge)).toEqual({
      "park:east": 0,
      "park:mid": 0,
      "park:west": 1 / 20,
      "park:nanjing": 0,
    });
    // mid is reached by west at 1 and by the leaf at 2; east's chain ends at its leaf.
    expect(scoresOf("park.closeness", falseBridge)["park:mid"]).toBeCloseTo(((2 / 3) * 2) / 5, 14);
    expect(scoresOf("park.outwardCloseness", falseBridge)["park:east"]).toBeCloseTo(1 / 5, 14);
    expect(computeMetric("park.betweenness", falseBridge, noFilter).coverage).toMatchObject({
      nodes: 6,
      leaves: 2,
      pooledNodes: 0,
    });
  });

  it("totals keep what is not known as one partner", () => {
    expect(scoresOf("park.degree", falseBridge)).toEqual({
      "park:east": 1,
      "park:mid": 1,
      "park:west": 2,
      "park:nanjing": 0,
    });
    expect(computeMetric("park.degree", falseBridge, noFilter).coverage).toMatchObject({
      nodes: 5,
      leaves: 0,
      pooledNodes: 1,
    });
    expect(scoresOf("enterprise.degree", falseHub)["farms"]).toBe(3);
  });

  it("plants that share a pooled partner are not connected, and the partner has no score but a reason", () => {
    expect(numberOf("network.weakComponents", falseHub)).toBe(3);
    expect(numberOf("network.largestComponentShare", falseHub)).toBe(2 / 6);
    for (const name of pathMeasures) {
      const scores = rowsOf(resultOf(`enterprise.${name}`, "byNode", falseHub));
      expect(scores.map(({ id, reason }) => [id, reason])).toEqual([
        ["plant1", null],
        ["plant2", null],
        ["plant3", null],
        ["farms", "placeholder"],
      ]);
    }
    const { members, communities, modularity } = resultOf("network.communities", "partition", falseHub);
    expect(members.map(({ id, community }) => [id, community])).toEqual([
      ["plant1", 0],
      ["plant2", 1],
      ["plant3", 2],
    ]);
    expect(communities).toBe(3);
    // Three pairs of a plant and its leaf: 3 · (1/3 − (2/6)²).
    expect(modularity).toBeCloseTo(2 / 3, 14);
  });

  it("a plant whose city alone is known is a node among enterprises, a firm without a name is not", () => {
    const chain = (kind: Enterprise["kind"]) =>
      networkOfLinks(
        [
          ["a", "middle"],
          ["middle", "b"],
        ],
        { enterprises: [makeEnterprise("a"), makeEnterprise("b"), makeEnterprise("middle", { kind })] },
      );
    expect(scoresOf("enterprise.betweenness", chain("plant"))["middle"]).toBe(1 / 2);
    expect(scoresOf("enterprise.betweenness", chain("anonymised"))["middle"]).toBeNull();
    expect(numberOf("network.weakComponents", chain("anonymised"))).toBe(2);
  });

  it("a pooled end at a known park ends the chain there, its total stays with the park", () => {
    const network = networkOfLinks(
      [
        ["e1", "users", 7],
        ["w1", "m1", 2],
        ["users", "w2", 5],
      ],
      {
        parks,
        enterprises: [
          inPark("e1", "east"),
          inPark("users", "west", { kind: "pooled" }),
          inPark("w1", "west"),
          inPark("w2", "west"),
          inPark("m1", "mid"),
        ],
      },
    );
    expect(scoresOf("park.betweenness", network)["park:west"]).toBe(0);
    expect(scoresOf("park.closeness", network)["park:west"]).toBe(0);
    expect(scoresOf("park.inStrength", network)["park:west"]).toBe(7);
    // Inside west it stays inside, pooled or not.
    expect(computeMetric("park.closeness", network, noFilter).coverage).toMatchObject({
      nodes: 5,
      leaves: 1,
      selfLoops: 1,
    });
  });

  it("a county and a plant's own point are places that carry paths, a city is none, a pooled end is none anywhere", () => {
    const through = (over: Partial<Enterprise>) =>
      scoresOf(
        "park.closeness",
        networkOfLinks(
          [
            ["e1", "in"],
            ["out", "w1"],
          ],
          {
            parks,
            enterprises: [
              inPark("e1", "east"),
              inPark("w1", "west"),
              makeEnterprise("in", over),
              makeEnterprise("out", over),
            ],
          },
        ),
      )["park:west"];
    const county = { countyCode: "370112" };
    // Four parks and the county; west is reached by the county at 1 and by east at 2.
    expect(through(county)).toBeCloseTo(((2 / 3) * 2) / 4, 14);
    // Four parks and two leaves; west is reached by its own leaf.
    expect(through({})).toBeCloseTo(1 / 5, 14);
    expect(through({ ...county, kind: "pooled" })).toBeCloseTo(1 / 6, 14);
    const point = networkOfLinks(
      [
        ["e1", "in"],
        ["in", "w1"],
      ],
      {
        parks,
        enterprises: [
          inPark("e1", "east"),
          inPark("w1", "west"),
          makeEnterprise("in", { lon: 117, lat: 36.6 }),
        ],
      },
    );
    expect(scoresOf("park.closeness", point)["park:west"]).toBeCloseTo(((2 / 3) * 2) / 4, 14);
  });

  it("every metric says which graph it reads, those of paths also that n has leaves", () => {
    const readers = (reads: string) =>
      metrics
        .filter(({ description }) => description.reads === reads)
        .map(({ description }) => description.id);
    const paths = [...readers("path"), ...readers("tie")];
    for (const name of pathMeasures)
      for (const scope of ["enterprise", "park", "city"]) expect(paths).toContain(`${scope}.${name}`);
    for (const name of ["communities", "largestComponentShare", "weakComponents", "diameter", "transitivity"])
      expect(paths).toContain(`network.${name}`);
    const sayLeaves = metrics.filter(({ description }) =>
      String(description.conventions["unknownEnds"]).includes("leaves"),
    );
    expect(sayLeaves.map(({ description }) => description.reads).sort()).toEqual(
      [...readers("path").map(() => "path"), ...readers("tie").map(() => "tie")].sort(),
    );
  });
});

describe("the path graph against NetworkX on graphs with leaves built one by one", () => {
  it.each(fixture.webs.map((web) => [web.name, web] as const))("%s", (_name, web) => {
    const enterprises = web.enterprises.map(({ id, kind, parkId, provinceCode }) =>
      makeEnterprise(id, {
        kind: kind as Enterprise["kind"],
        parkId,
        provinceCode,
        cityCode: provinceCode === "37" || provinceCode === "32" ? `${provinceCode}0100` : null,
      }),
    );
    const network = networkOfLinks(web.exchanges as unknown as Link[], {
      enterprises,
      parks: fixture.parks.map(([id, code]) =>
        makePark(String(id), { provinceCode: String(code), cityCode: `${code}0100` }),
      ),
    });
    const filter = { ...noFilter, provinceCodes: web.province === null ? [] : [web.province] };
    for (const scope of ["enterprise", "park"] as const) {
      const expected = web[scope];
      const prefix = scope === "park" ? "park:" : "";
      for (const name of pathMeasures) {
        const scores = scoresOf(`${scope}.${name}`, network, filter);
        const known = Object.entries(scores).filter(([, value]) => value !== null);
        expect(known.map(([id]) => id).sort()).toEqual(
          Object.keys(expected[name])
            .map((id) => prefix + id)
            .sort(),
        );
        for (const [id, value] of Object.entries(expected[name]))
          expect(scores[prefix + id]).toBeCloseTo(value, 11);
      }
      expect(computeMetric(`${scope}.pagerank`, network, filter).coverage).toMatchObject({
        nodes: expected.nodes,
        leaves: expected.leaves,
      });
    }
    expect(numberOf("network.weakComponents", network, filter)).toBe(web.enterprise.weakComponents);
    expect(numberOf("network.largestComponentShare", network, filter)).toBeCloseTo(
      web.enterprise.largestComponentShare,
      14,
    );
  });
});

describe("laws of what is not known", () => {
  const everyPathScore = (network: Network) =>
    Object.fromEntries(
      ["enterprise", "park"].flatMap((scope) =>
        pathMeasures.flatMap((name) =>
          Object.entries(scoresOf(`${scope}.${name}`, network)).map(
            ([id, value]) => [`${scope}.${name} ${id}`, value] as const,
          ),
        ),
      ),
    );
  const isUnknown = ({ kind, parkId }: Enterprise) => kind !== "plant" && parkId === null;

  it("another placeholder for the same ends, one for each or one for all, changes no known node", () => {
    const otherPlaces: readonly Partial<Enterprise>[] = [
      { provinceCode: "37", cityCode: "370200" },
      { provinceCode: "37", cityCode: null },
      { provinceCode: "34", cityCode: null },
      { provinceCode: null, cityCode: null },
    ];
    fc.assert(
      fc.property(anyNetwork, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (network, choices) => {
        const moved: Network = {
          ...network,
          enterprises: network.enterprises.map((enterprise, position) =>
            enterprise.parkId === null
              ? { ...enterprise, ...otherPlaces[choices[position] ?? 0] }
              : enterprise,
          ),
        };
        for (const name of pathMeasures)
          expect(scoresOf(`park.${name}`, moved)).toEqual(scoresOf(`park.${name}`, network));
      }),
      { numRuns: 60 },
    );
  });

  it("a pooled or unnamed end split into one for each exchange, and renamed, changes no known node and no number", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const unknown = new Map(
          network.enterprises.filter(isUnknown).map((enterprise) => [enterprise.id, enterprise]),
        );
        const parts: Enterprise[] = [];
        const part = (enterpriseId: string, exchangeId: string) => {
          const whole = unknown.get(enterpriseId);
          if (whole === undefined) return enterpriseId;
          const id = `part${parts.length} ${exchangeId}`;
          parts.push({ ...whole, id });
          return id;
        };
        const exchanges = network.exchanges.map((exchange) => ({
          ...exchange,
          supplierId: part(exchange.supplierId, exchange.id),
          receiverId: part(exchange.receiverId, exchange.id),
        }));
        const others = network.enterprises.filter((enterprise) => !isUnknown(enterprise));
        const split: Network = { ...network, enterprises: [...others, ...parts], exchanges };
        const before = everyPathScore(network);
        const after = everyPathScore(split);
        const known = Object.keys(before).filter((key) => before[key] !== null);
        expect(known.map((key) => [key, rounded(after[key])])).toEqual(
          known.map((key) => [key, rounded(before[key])]),
        );
        for (const id of ["network.weakComponents", "network.largestComponentShare"])
          expect(numberOf(id, split)).toEqual(numberOf(id, network));
      }),
      { numRuns: 60 },
    );
  });

  it("one that exchanges nothing under the filter changes nothing", () => {
    const unknownSites: readonly Partial<Enterprise>[] = [
      { kind: "pooled", parkId: "p1" },
      { kind: "anonymised", provinceCode: null, cityCode: null },
      { kind: "pooled", cityCode: "370200" },
    ];
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom(...unknownSites), (network, site) => {
        const more: Network = {
          ...network,
          enterprises: [...network.enterprises, makeEnterprise("quiet", site)],
        };
        expect(everyPathScore(more)).toMatchObject(everyPathScore(network));
        expect(numberOf("network.weakComponents", more)).toBe(numberOf("network.weakComponents", network));
      }),
      { numRuns: 40 },
    );
  });
});

describe("under the filter of a province", () => {
  const network = networkOfLinks(
    [
      ["e1", "n1", 10],
      ["n1", "n2"],
      ["n2", "w1"],
      ["w1", "m1"],
      ["anhui", "m1"],
    ],
    {
      parks,
      enterprises: [
        inPark("e1", "east"),
        inPark("w1", "west"),
        inPark("m1", "mid"),
        ...["n1", "n2"].map((id) => inPark(id, "nanjing", { provinceCode: "32", cityCode: "320100" })),
        makeEnterprise("anhui", { provinceCode: "34", cityCode: null }),
        makeEnterprise("quiet", { provinceCode: "32", cityCode: "320100" }),
      ],
    },
  );
  const shandong = { ...noFilter, provinceCodes: ["37"] };

  it("scores that province's parks and enterprises only, and its ends outside carry no path", () => {
    // Without the filter east → nanjing → west → mid; with it nanjing is two leaves, east and west know nothing of each other.
    expect(scoresOf("park.betweenness", network)["park:west"]).toBeGreaterThan(0);
    expect(scoresOf("park.betweenness", network, shandong)).toEqual({
      "park:east": 0,
      "park:mid": 0,
      // Leaf → west → mid, of the pairs of 3 parks and 3 leaves.
      "park:west": 1 / 20,
    });
    expect(Object.keys(scoresOf("enterprise.closeness", network, shandong))).toEqual(["e1", "w1", "m1"]);
    expect(computeMetric("park.betweenness", network, shandong).coverage).toMatchObject({
      exchanges: 4,
      nodes: 6,
      leaves: 3,
      outsideNodes: 0,
    });
  });

  it("a city is an area too: its parks are scored, all others are outside", () => {
    const nanjing = { ...noFilter, cityCodes: ["320100"] };
    expect(scoresOf("park.outDegree", network, nanjing)).toEqual({ "park:nanjing": 1 });
    expect(Object.keys(scoresOf("enterprise.closeness", network, nanjing))).toEqual(["n1", "n2", "quiet"]);
    expect(computeMetric("park.closeness", network, nanjing).coverage).toMatchObject({
      exchanges: 3,
      selfLoops: 1,
      // The park, and the ends of e1 and w1; nobody exchanges with the firm somewhere in Nanjing.
      nodes: 3,
      leaves: 2,
    });
  });

  it("totals keep partners outside as nodes, and those without an exchange of the province not", () => {
    expect(scoresOf("park.degree", network, shandong)).toEqual({
      "park:east": 1,
      "park:mid": 2,
      "park:west": 2,
    });
    expect(computeMetric("park.degree", network, shandong).coverage).toMatchObject({
      nodes: 5,
      outsideNodes: 2,
      leaves: 0,
    });
    expect(numberOf("network.nodes", network, shandong)).toBe(6);
    expect(computeMetric("network.nodes", network, shandong).coverage).toMatchObject({ outsideNodes: 3 });
  });
});
