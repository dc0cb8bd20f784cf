import * as fc from "fast-check";
import louvain from "graphology-communities-louvain";
import { describe, expect, it } from "vitest";
import { adjustedRandIndex, normalisedMutualInformation, relabel } from "#graph/metrics/kernel/partition.ts";
import { seededRandom, shuffled } from "#graph/metrics/kernel/random.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { directedGraph, tieGraph } from "#graph/projection/graphs/named-graphs.ts";
import { openViews } from "#graph/projection/graphs/record-views.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import {
  makeEnterprise,
  makeExchange,
  makePark,
  materialOnly,
  networkOfLinks,
  type Link,
} from "#test/fixtures/small-network.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import textbook from "#test/fixtures/textbook-graphs.json" with { type: "json" };
import { numberOf, resultOf, scoresOf } from "./scores-of.ts";

const graphs = textbook.graphs.map((graph) => ({
  ...graph,
  network: networkOfLinks(
    graph.edges.flatMap(([source, target, exchanges]) =>
      Array.from({ length: Number(exchanges) }, (): Link => [String(source), String(target), 1]),
    ),
    { alone: graph.nodes },
  ),
}));

function graphNamed(name: string) {
  const graph = graphs.find((candidate) => candidate.name === name);
  if (graph === undefined) throw new TypeError(`no fixture ${name}`);
  return graph;
}

describe("network numbers", () => {
  it.each(graphs.map((graph) => [graph.name, graph] as const))("equal NetworkX on the %s", (_name, graph) => {
    expect(numberOf("network.nodes", graph.network)).toBe(graph.nodes.length);
    expect(numberOf("network.density", graph.network)).toBeCloseTo(graph.density, 14);
    expect(numberOf("network.reciprocity", graph.network)).toBeCloseTo(graph.reciprocity, 14);
    expect(numberOf("network.weakComponents", graph.network)).toBe(graph.weakComponents);
    expect(numberOf("network.largestComponentShare", graph.network)).toBeCloseTo(
      graph.largestComponentShare,
      14,
    );
  });

  it("by hand on a pair that exchanges both ways, a chain and a loner", () => {
    const network = networkOfLinks(
      [
        ["a", "b"],
        ["b", "a"],
        ["a", "b"],
        ["b", "c"],
        ["d", "d"],
      ],
      { alone: ["e"] },
    );
    expect(numberOf("network.nodes", network)).toBe(5);
    expect(numberOf("network.links", network)).toBe(3);
    expect(numberOf("network.density", network)).toBe(3 / 20);
    expect(numberOf("network.reciprocity", network)).toBe(2 / 3);
    expect(numberOf("network.weakComponents", network)).toBe(3);
    expect(numberOf("network.largestComponentShare", network)).toBe(3 / 5);
  });

  it("say why they are undefined when there is nothing to measure", () => {
    expect(resultOf("network.reciprocity", "scalar", emptyNetwork)).toMatchObject({
      value: null,
      reason: "no-links",
    });
    expect(resultOf("network.largestComponentShare", "scalar", emptyNetwork)).toMatchObject({
      value: null,
      reason: "no-nodes",
    });
    expect(numberOf("network.density", emptyNetwork)).toBe(0);
    expect(numberOf("network.density", networkOfLinks([], { alone: ["a"] }))).toBe(0);
    expect(numberOf("network.weakComponents", emptyNetwork)).toBe(0);
  });

  it("count components like a slow flood fill where every end is known", () => {
    fc.assert(
      fc.property(anyNetwork, (web) => {
        const enterprises = web.enterprises.map((one) => ({ ...one, kind: "plant" as const }));
        const network: Network = { ...web, enterprises };
        const label = new Map(network.enterprises.map(({ id }) => [id, id]));
        for (let changed = true; changed;) {
          changed = false;
          for (const { supplierId, receiverId } of network.exchanges) {
            const least = [label.get(supplierId) ?? "", label.get(receiverId) ?? ""].sort()[0] ?? "";
            for (const end of [supplierId, receiverId])
              if (label.get(end) !== least) {
                label.set(end, least);
                changed = true;
              }
          }
        }
        expect(numberOf("network.weakComponents", network)).toBe(new Set(label.values()).size);
      }),
    );
  });
});

describe("inter-park share", () => {
  const parks = [
    makePark("p"),
    makePark("inner", { overlaps: ["p"] }),
    makePark("q", { cityCode: "370200" }),
  ];
  const enterprises = [
    makeEnterprise("p1", { parkId: "p" }),
    makeEnterprise("p2", { parkId: "p" }),
    makeEnterprise("inner1", { parkId: "inner" }),
    makeEnterprise("q1", { parkId: "q", cityCode: "370200" }),
    makeEnterprise("jinan"),
    makeEnterprise("qingdao", { cityCode: "370200" }),
    makeEnterprise("somewhere", { cityCode: null, provinceCode: null }),
  ];
  const share = (links: readonly Link[], id = "network.interParkShareByLinks") =>
    resultOf(id, "scalar", networkOfLinks(links, { parks, enterprises }));

  const nothing = {
    between: 0,
    inside: 0,
    noQuantity: 0,
    betweenCities: 0,
    insideCity: 0,
    cityUnknown: 0,
  };

  it("takes one park and overlapping parks as inside, two other parks as between", () => {
    expect(
      share([
        ["p1", "p2"],
        ["p1", "inner1"],
        ["inner1", "p1"],
        ["p1", "q1"],
      ]),
    ).toEqual({
      kind: "scalar",
      value: 1 / 4,
      parts: [],
      reason: null,
      basis: { ...nothing, of: 4, counted: 4, between: 1, inside: 3 },
    });
  });

  it("counts nothing whose park is not known, though the cities differ, and tells it in the basis", () => {
    expect(
      share([
        ["p1", "jinan"],
        ["jinan", "jinan"],
        ["p1", "qingdao"],
        ["qingdao", "somewhere"],
        ["p1", "somewhere"],
        ["p1", "q1"],
      ]),
    ).toEqual({
      kind: "scalar",
      value: 1,
      parts: [],
      reason: null,
      basis: { ...nothing, of: 6, counted: 1, between: 1, betweenCities: 1, insideCity: 2, cityUnknown: 2 },
    });
    expect(share([["p1", "qingdao"]])).toMatchObject({ value: null, reason: "no-decidable-exchange" });
  });

  it("has a basis that adds up to the exchanges under the filter", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        for (const id of ["network.interParkShareByLinks", "network.interParkShareByFlow"]) {
          const oneLayer = { ...filter, layers: filter.layers.slice(0, 1) };
          const { basis } = resultOf(id, "scalar", network, oneLayer);
          if (basis === null) throw new TypeError(`${id} has no basis`);
          const { of, counted, ...parts } = basis;
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(of);
          expect(counted).toBe(parts.between + parts.inside);
          expect(of).toBe(computeMetric(id, network, oneLayer).coverage.exchanges);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("by flow weighs the known quantities of one layer", () => {
    const id = "network.interParkShareByFlow";
    expect(
      share(
        [
          ["p1", "p2", 30],
          ["p1", "q1", 10],
          ["p1", "q1"],
        ],
        id,
      ),
    ).toEqual({
      kind: "scalar",
      value: 0.25,
      parts: [],
      reason: null,
      basis: { ...nothing, of: 3, counted: 2, between: 1, inside: 1, noQuantity: 1 },
    });
    expect(share([["p1", "q1"]], id)).toMatchObject({ value: null, reason: "no-known-quantity" });
    expect(share([["p1", "q1", 0]], id)).toMatchObject({ value: null, reason: "zero-total" });
  });
});

describe("province flow matrix", () => {
  it("adds known flows by province of supplier and receiver, other provinces as outside, none as unknown", () => {
    const enterprises = [
      makeEnterprise("sd"),
      makeEnterprise("js", { provinceCode: "32", cityCode: "320100" }),
      makeEnterprise("ah", { provinceCode: "34", cityCode: null }),
      makeEnterprise("unknown", { provinceCode: null, cityCode: null }),
    ];
    const network = networkOfLinks(
      [
        ["sd", "js", 10],
        ["sd", "js", 5],
        ["sd", "js"],
        ["js", "js", 7],
        ["js", "ah"],
        ["unknown", "sd", 0],
      ],
      { enterprises },
    );
    expect(resultOf("network.provinceFlow", "matrix", network)).toEqual({
      kind: "matrix",
      labels: {
        ids: ["37", "32", "outside", "unknown"],
        namesZh: ["山东省", "江苏省", "区域外", "省份不详"],
        namesEn: ["Shandong", "Jiangsu", "outside the region", "province not known"],
      },
      matrices: [
        {
          name: "flow",
          rows: [
            [null, 15, null, null],
            [null, 7, null, null],
            [null, null, null, null],
            [0, null, null, null],
          ],
        },
        {
          name: "exchanges",
          rows: [
            [0, 3, 0, 0],
            [0, 1, 1, 0],
            [0, 0, 0, 0],
            [1, 0, 0, 0],
          ],
        },
      ],
      reason: null,
    });
  });

  it("has rows that sum to the out-strength of the province's enterprises, and columns to their in-strength", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const loopless: Network = {
          ...network,
          exchanges: network.exchanges.filter(({ supplierId, receiverId }) => supplierId !== receiverId),
        };
        const { labels, matrices } = resultOf("network.provinceFlow", "matrix", loopless);
        const flowsPerYear = matrices[0]?.rows ?? [];
        const out = scoresOf("enterprise.outStrength", loopless);
        const incoming = scoresOf("enterprise.inStrength", loopless);
        for (const [index, label] of labels.ids.entries()) {
          const own = loopless.enterprises.filter(
            ({ provinceCode }) =>
              (provinceCode === "37" || provinceCode === "32"
                ? provinceCode
                : provinceCode === null
                  ? "unknown"
                  : "outside") === label,
          );
          const sumOf = (scores: Record<string, number | null>) =>
            own.reduce((sum, { id }) => sum + (scores[id] ?? 0), 0);
          const row = (flowsPerYear[index] ?? []).reduce<number>((sum, flow) => sum + (flow ?? 0), 0);
          const column = flowsPerYear.reduce((sum, cells) => sum + (cells[index] ?? 0), 0);
          expect(row).toBeCloseTo(sumOf(out), 6);
          expect(column).toBeCloseTo(sumOf(incoming), 6);
        }
      }),
    );
  });
});

describe("communities", () => {
  const reordered = (network: Network, salt: number): Network => {
    const random = seededRandom(salt);
    return {
      ...network,
      enterprises: shuffled(network.enterprises, random),
      exchanges: shuffled(network.exchanges, random),
    };
  };

  it("finds two cliques joined by a bridge, numbered by size and then by smallest id", () => {
    const clique = (ids: readonly string[]): Link[] =>
      ids.flatMap((left, index) => ids.slice(index + 1).map((right): Link => [left, right]));
    const network = networkOfLinks([...clique(["d", "e", "f"]), ...clique(["a", "b", "c"]), ["c", "d"]], {
      alone: ["lonely"],
    });
    const found = resultOf("network.communities", "partition", network);
    expect(found.members.map(({ id, community }) => [id, community])).toEqual([
      ["a", 0],
      ["b", 0],
      ["c", 0],
      ["d", 1],
      ["e", 1],
      ["f", 1],
    ]);
    // m = 7; inside 3 and 3; strengths 7 and 7: 2 · (3/7 − (7/14)²).
    expect(found.modularity).toBeCloseTo(6 / 7 - 0.5, 14);
    expect(found.communities).toBe(2);
  });

  it.each([
    // Exact optimum of the weighted karate club .4449036; best known of the Florentine families .39875.
    ["karate club", 0.4449036],
    ["Florentine families", 0.39875],
  ])("reaches the best known modularity of the %s, and none above", (name, best) => {
    const { network } = graphNamed(name);
    const { modularity, modularitySpread } = resultOf("network.communities", "partition", network);
    expect(modularity).toBeGreaterThanOrEqual(best - 1e-7);
    expect(modularity).toBeLessThanOrEqual(best + 1e-7);
    expect(modularitySpread?.[1]).toBe(modularity);
    expect(modularitySpread?.[0]).toBeLessThanOrEqual(modularity ?? 0);
  });

  it("reaches it by shuffled runs of Louvain too, whose library misses it in its own order", () => {
    const { network } = graphNamed("Florentine families");
    const filtered = openViews(applyFilter(network, noFilter)).enterprise;
    const tie = tieGraph(directedGraph(filtered.path, filtered.edges));
    const found = Array.from(
      { length: 100 },
      (_, seed) => louvain.detailed(tie, { getEdgeWeight: "exchanges", rng: seededRandom(seed) }).modularity,
    );
    expect(Math.max(...found)).toBeLessThan(0.39875 - 1e-4);
    const { result } = computeMetric("network.communities", network, noFilter, { algorithm: "louvain" });
    expect(result).toMatchObject({ kind: "partition", modularity: expect.closeTo(0.39875, 10) });
  });

  it("says how stable its runs are, and takes directions and resolution into account", () => {
    const { network } = graphNamed("random digraph 60/240");
    const find = (parameters: ParameterValues) => {
      const { result } = computeMetric("network.communities", network, noFilter, parameters);
      if (result.kind !== "partition") throw new TypeError("no partition");
      return result;
    };
    const usual = find({});
    expect(usual.stability).toBeGreaterThan(0);
    expect(usual.stability).toBeLessThan(1);
    expect(find({ runs: 1 }).stability).toBeNull();
    expect(find({ resolution: 4 }).communities).toBeGreaterThan(usual.communities);
    expect(find({ resolution: 0.001 }).communities).toBe(1);
    expect(find({ directions: "directed" }).modularity).not.toBe(usual.modularity);
  });

  it("is the same for a seed whatever the order of the records, and carries seed and libraries", () => {
    const { network } = graphNamed("random digraph 60/240");
    const report = computeMetric("network.communities", network, noFilter, { seed: 42 });
    const again = computeMetric("network.communities", reordered(network, 3), noFilter, { seed: 42 });
    expect(again.result).toEqual(report.result);
    expect(report.seed).toBe(42);
    expect(Object.keys(report.libraries)).toEqual(["graphology-communities-louvain"]);
  });

  it("is the same in every run whatever the order and the direction of the records", () => {
    const anyWeb = fc
      .array(fc.tuple(fc.nat(24), fc.nat(24)), { minLength: 30, maxLength: 60 })
      .map((pairs) => networkOfLinks(pairs.map(([from, to]): Link => [`n${from}`, `n${to}`])));
    fc.assert(
      fc.property(anyWeb, fc.nat(), (web, salt) => {
        const { exchanges, ...rest } = reordered(web, salt);
        const turned = exchanges.map((exchange, position) =>
          position % 2 === 0
            ? exchange
            : { ...exchange, supplierId: exchange.receiverId, receiverId: exchange.supplierId },
        );
        expect(resultOf("network.communities", "partition", { ...rest, exchanges: turned })).toEqual(
          resultOf("network.communities", "partition", web),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("agrees fully with parks when each park is a clique of its own, and leaves unknown cities out", () => {
    const member = (id: string, parkId: string | null) => makeEnterprise(id, { parkId, cityCode: null });
    const pairs: readonly Link[] = [
      ["a", "b"],
      ["c", "d"],
    ];
    const network = networkOfLinks(pairs, {
      parks: [makePark("p"), makePark("q", { cityCode: "370200" })],
      enterprises: [member("a", "p"), member("b", "p"), member("c", "q"), member("d", "q")],
    });
    const { agreements } = resultOf("network.communities", "partition", network);
    expect(agreements.slice(0, 2)).toEqual([
      { group: "park", members: 4, mutualInformation: 1, adjustedRand: 1 },
      { group: "city", members: 4, mutualInformation: 1, adjustedRand: 1 },
    ]);
    const placeless = networkOfLinks(pairs, {
      enterprises: ["a", "b", "c", "d"].map((id) => member(id, null)),
    });
    expect(resultOf("network.communities", "partition", placeless)).toMatchObject({
      communities: 2,
      agreements: [
        { group: "park", members: 0, mutualInformation: null, adjustedRand: null },
        { group: "city", members: 0, mutualInformation: null, adjustedRand: null },
        { group: "province", members: 4, mutualInformation: 0, adjustedRand: 0 },
      ],
    });
  });

  it("has no members and a reason when nothing is linked", () => {
    expect(resultOf("network.communities", "partition", networkOfLinks([["a", "a"]]))).toMatchObject({
      members: [],
      communities: 0,
      modularity: null,
      reason: "no-links",
    });
  });
});

describe("modularity of given groups", () => {
  const member = (id: string, parkId: string | null) => makeEnterprise(id, { parkId });
  const network = networkOfLinks(
    [
      ["a", "b"],
      ["b", "a"],
      ["b", "c"],
      ["c", "d"],
      ["d", "x"],
    ],
    {
      parks: [makePark("p"), makePark("q")],
      enterprises: [
        member("a", "p"),
        member("b", "p"),
        member("c", "q"),
        member("d", "q"),
        member("x", null),
      ],
    },
  );

  it("takes parks as groups and a node of no park as one of its own", () => {
    // By hand: m = 5; inside p 2, inside q 1; strengths p 5, q 4, x 1.
    const found = numberOf("network.modularity", network);
    expect(found).toBeCloseTo(2 / 5 + 1 / 5 - (25 + 16 + 1) / 100, 14);
  });

  it("knows directions where asked to", () => {
    const { result } = computeMetric("network.modularity", network, noFilter, { directions: "directed" });
    // Out: p 3, q 2; in: p 2, q 2, x 1.
    expect(result).toMatchObject({ value: expect.closeTo(3 / 5 - (3 * 2 + 2 * 2) / 25, 14) });
  });

  it("is null without links and without a known group", () => {
    expect(resultOf("network.modularity", "scalar", networkOfLinks([["a", "a"]]))).toMatchObject({
      value: null,
      reason: "no-links",
    });
    const placeless = networkOfLinks([["a", "b"]], { enterprises: [member("a", null), member("b", null)] });
    expect(resultOf("network.modularity", "scalar", placeless)).toMatchObject({ reason: "group-not-known" });
  });
});

describe("adjustedRandIndex", () => {
  it.each([
    // Examples of the documentation of scikit-learn 1.9, adjusted_rand_score.
    [[0, 0, 1, 1], [1, 1, 0, 0], 1],
    [[0, 0, 1, 2], [0, 0, 1, 1], 4 / 7],
    [[0, 0, 1, 1], [0, 0, 1, 2], 4 / 7],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
  ])("of %j and %j is %d", (left, right, value) => {
    expect(adjustedRandIndex(left, right)).toBeCloseTo(value, 14);
  });

  it("is null where there is no choice", () => {
    expect(adjustedRandIndex([], [])).toBeNull();
    expect(adjustedRandIndex([1, 1], [2, 2])).toBeNull();
    expect(adjustedRandIndex([1, 2], [3, 4])).toBeNull();
  });
});

describe("normalisedMutualInformation", () => {
  it.each(textbook.mutualInformation.map(({ left, right, value }) => [left, right, value] as const))(
    "equals scikit-learn on %j and %j",
    (left, right, value) => {
      expect(normalisedMutualInformation(left, right)).toBeCloseTo(value, 12);
    },
  );

  it("is null when both put everybody into one group, and on nobody", () => {
    expect(normalisedMutualInformation([1, 1], ["x", "x"])).toBeNull();
    expect(normalisedMutualInformation([], [])).toBeNull();
  });

  it("is symmetric and within 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1 }), (pairs) => {
        const left = pairs.map(([label]) => label);
        const right = pairs.map(([, label]) => label);
        const value = normalisedMutualInformation(left, right) ?? 0;
        expect(normalisedMutualInformation(right, left) ?? 0).toBeCloseTo(value, 12);
        expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

describe("relabel", () => {
  it("numbers groups by size, then by smallest id, whatever the labels were", () => {
    const members = [
      { id: "d", label: 9 },
      { id: "a", label: 4 },
      { id: "b", label: 9 },
      { id: "c", label: 4 },
      { id: "e", label: 1 },
    ];
    expect(Object.fromEntries(relabel(members))).toEqual({ a: 0, b: 1, c: 0, d: 1, e: 2 });
  });
});

describe("seededRandom", () => {
  it("repeats for a seed, differs between seeds and spreads evenly over [0, 1)", () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 10_000 }, () => random());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1).every((number) => number >= 0 && number < 1)).toBe(true);
    const tenths = draw(1).reduce<number[]>((counts, number) => {
      counts[Math.floor(number * 10)] = (counts[Math.floor(number * 10)] ?? 0) + 1;
      return counts;
    }, []);
    // 1,000 expected in each tenth, standard deviation 30.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("shuffles without losing anything", () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(shuffled(items, seededRandom(1)).sort((a, b) => a - b)).toEqual(items);
    expect(shuffled(items, seededRandom(1))).not.toEqual(items);
  });
});

describe("quantities of several layers", () => {
  it("never add: a metric that sums them refuses a filter with more than one layer", () => {
    const network: Network = {
      ...networkOfLinks([["a", "b", 5]]),
      exchanges: [
        makeExchange("m", { quantity: makeQuantity(5, "t/a", "reported", "material") }),
        makeExchange("w", { layer: "water", quantity: makeQuantity(9, "m3/a", "reported", "water") }),
      ],
    };
    expect(scoresOf("enterprise.outStrength", network, materialOnly)["a"]).toBe(5);
    expect(scoresOf("enterprise.outStrength", network, { ...noFilter, layers: ["water"] })["a"]).toBe(9);
    expect(() => computeMetric("enterprise.outStrength", network, noFilter)).toThrow(
      expect.objectContaining({ code: "metric-needs-one-layer" }),
    );
  });
});
