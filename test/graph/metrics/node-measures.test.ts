import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import betweennessOfGraphology from "graphology-metrics/centrality/betweenness.js";
import closenessOfGraphology from "graphology-metrics/centrality/closeness.js";
import pagerankOfGraphology from "graphology-metrics/centrality/pagerank.js";
import { betweenness } from "#graph/metrics/kernel/betweenness.ts";
import { pagerank } from "#graph/metrics/kernel/pagerank.ts";
import { exactUpToStarts, sampledStarts, startNodes } from "#graph/metrics/kernel/start-nodes.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import { castToSimple, type Csr } from "#graph/projection/graphs/csr.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { directedGraph } from "#graph/projection/graphs/named-graphs.ts";
import { openViews } from "#graph/projection/graphs/record-views.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import {
  makeEnterprise,
  makePark,
  materialOnly,
  networkOfLinks,
  type Link,
} from "#test/fixtures/small-network.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import textbook from "#test/fixtures/textbook-graphs.json" with { type: "json" };
import { resultOf, rowsOf, scoresOf } from "./scores-of.ts";

const path: readonly Link[] = [
  ["a", "b", 10],
  ["b", "c", 4],
  ["c", "d"],
];
const star: readonly Link[] = ["b", "c", "d", "e"].map((leaf) => [leaf, "a", 1]);
const ring: readonly Link[] = [
  ["a", "b"],
  ["b", "c"],
  ["c", "d"],
  ["d", "a"],
];

/** Each exchange of weight w as w exchanges. */
function networkOfGraph({ nodes, edges }: (typeof textbook.graphs)[number]): Network {
  const links = edges.flatMap(([source, target, exchanges]) =>
    Array.from({ length: Number(exchanges) }, (): Link => [String(source), String(target), 1]),
  );
  return networkOfLinks(links, { alone: nodes });
}

describe("node measures by hand", () => {
  it("on the path a → b → c → d", () => {
    const network = networkOfLinks(path);
    expect(scoresOf("enterprise.inDegree", network)).toEqual({ a: 0, b: 1, c: 1, d: 1 });
    expect(scoresOf("enterprise.outDegree", network)).toEqual({ a: 1, b: 1, c: 1, d: 0 });
    expect(scoresOf("enterprise.degree", network)).toEqual({ a: 1, b: 2, c: 2, d: 1 });
    // b lies on a→c, a→d; c on a→d, b→d; of 3 · 2 ordered pairs.
    expect(scoresOf("enterprise.betweenness", network)).toEqual({ a: 0, b: 1 / 3, c: 1 / 3, d: 0 });
    // d is reached by c, b, a at 1, 2, 3: 3/6 · 3/3; c by b, a: 2/3 · 2/3; b by a: 1 · 1/3.
    expect(scoresOf("enterprise.closeness", network)).toEqual({
      a: 0,
      b: 1 / 3,
      c: (2 / 3) * (2 / 3),
      d: 0.5,
    });
    expect(scoresOf("enterprise.outwardCloseness", network)).toEqual({
      a: 0.5,
      b: (2 / 3) * (2 / 3),
      c: 1 / 3,
      d: 0,
    });
  });

  it("strength adds known quantities and is null where an end's exchanges have none", () => {
    const network = networkOfLinks([...path, ["a", "b", 5], ["a", "b"], ["z", "z", 100]]);
    expect(scoresOf("enterprise.outStrength", network)).toEqual({ a: 15, b: 4, c: null, d: 0, z: 0 });
    const scores = rowsOf(resultOf("enterprise.inStrength", "byNode", network));
    expect(scores.map(({ id, value, reason }) => [id, value, reason])).toEqual([
      ["a", 0, null],
      ["b", 15, null],
      ["c", 4, null],
      ["d", null, "no-known-quantity"],
      ["z", 0, null],
    ]);
  });

  it("on a star whose leaves supply the hub", () => {
    const network = networkOfLinks(star);
    expect(scoresOf("enterprise.inDegree", network)["a"]).toBe(4);
    expect(scoresOf("enterprise.inStrength", network)["a"]).toBe(4);
    expect(scoresOf("enterprise.closeness", network)["a"]).toBe(1);
    expect(Object.values(scoresOf("enterprise.betweenness", network))).toEqual([0, 0, 0, 0, 0]);
    // leaves: l = (0.15 + 0.85 h)/5; hub: h = l + 0.85 · 4 l, summing to 1 → l = 1/(4 + 4.4).
    const rank = scoresOf("enterprise.pagerank", network);
    expect(rank["b"]).toBeCloseTo(1 / 8.4, 12);
    expect(rank["a"]).toBeCloseTo(4.4 / 8.4, 12);
  });

  it("on a ring, where all are equal", () => {
    const network = networkOfLinks(ring);
    const third = 1 / 2;
    for (const value of Object.values(scoresOf("enterprise.betweenness", network))) expect(value).toBe(third);
    for (const value of Object.values(scoresOf("enterprise.closeness", network))) expect(value).toBe(0.5);
    for (const value of Object.values(scoresOf("enterprise.pagerank", network)))
      expect(value).toBeCloseTo(0.25, 14);
  });

  it("on two triangles joined by a bridge, whose ends carry all chains between them", () => {
    const both = (left: string, right: string): Link[] => [
      [left, right],
      [right, left],
    ];
    const network = networkOfLinks([
      ...both("a", "b"),
      ...both("b", "c"),
      ...both("a", "c"),
      ...both("c", "d"),
      ...both("d", "e"),
      ...both("e", "f"),
      ...both("d", "f"),
    ]);
    // c lies on the paths between {a, b} and {d, e, f}: 2 · 2 · 3 of 5 · 4 ordered pairs.
    expect(scoresOf("enterprise.betweenness", network)).toEqual({ a: 0, b: 0, c: 0.6, d: 0.6, e: 0, f: 0 });
  });

  it("is untouched by parallel exchanges and by what stays inside a node, where graphology goes wrong", () => {
    const doubled = networkOfLinks([...path, ...path, ["a", "a"], ["c", "c"]]);
    for (const name of ["inDegree", "outDegree", "betweenness", "closeness", "outwardCloseness"])
      expect(scoresOf(`enterprise.${name}`, doubled)).toEqual(
        scoresOf(`enterprise.${name}`, networkOfLinks(path)),
      );
    // x alone, a→b→c doubled: a multigraph of graphology gives b and c 1/3 each.
    const ghost = networkOfLinks(
      [
        ["a", "b"],
        ["a", "b"],
        ["b", "c"],
        ["b", "c"],
      ],
      { alone: ["x"] },
    );
    expect(scoresOf("enterprise.betweenness", ghost)).toEqual({ x: 0, a: 0, b: 1 / 6, c: 0 });
  });

  it("gives finite zeros on one node, on two, and nothing on none", () => {
    const names = ["inDegree", "outDegree", "degree", "betweenness", "closeness", "outwardCloseness"];
    for (const name of names) {
      expect(scoresOf(`enterprise.${name}`, networkOfLinks([]))).toEqual({});
      expect(scoresOf(`enterprise.${name}`, networkOfLinks([], { alone: ["a"] }))).toEqual({ a: 0 });
    }
    expect(scoresOf("enterprise.pagerank", networkOfLinks([]))).toEqual({});
    expect(scoresOf("enterprise.pagerank", networkOfLinks([], { alone: ["a"] }))).toEqual({ a: 1 });
    expect(scoresOf("enterprise.betweenness", networkOfLinks([["a", "b"]]))).toEqual({ a: 0, b: 0 });
  });
});

describe("node measures of parks", () => {
  const parks = [makePark("p"), makePark("q"), makePark("r"), makePark("quiet")];
  const enterprises = [
    makeEnterprise("p1", { parkId: "p" }),
    makeEnterprise("p2", { parkId: "p" }),
    makeEnterprise("q1", { parkId: "q" }),
    makeEnterprise("r1", { parkId: "r" }),
    makeEnterprise("jinan"),
  ];
  const network = networkOfLinks(
    [
      ["p1", "q1", 10],
      ["p2", "q1", 5],
      ["p1", "p2", 1000],
      ["q1", "jinan", 8],
      ["jinan", "r1", 2],
    ],
    { enterprises, parks },
  );

  it("sums the exchanges of a park's enterprises, leaves inside ones out and scores parks only", () => {
    expect(scoresOf("park.outStrength", network)).toEqual({
      "park:p": 15,
      "park:q": 8,
      "park:r": 0,
      "park:quiet": 0,
    });
    expect(scoresOf("park.outDegree", network)).toEqual({
      "park:p": 1,
      "park:q": 1,
      "park:r": 0,
      "park:quiet": 0,
    });
  });

  it("lets chains end at places that are not known, and counts those as partners", () => {
    // p → q → a leaf, another leaf → r, among 4 parks and 2 leaves: q lies on one of 5 · 4 pairs.
    expect(scoresOf("park.betweenness", network)["park:q"]).toBeCloseTo(1 / 20, 14);
    expect(scoresOf("park.inDegree", network)["park:r"]).toBe(1);
    const { coverage } = computeMetric("park.inDegree", network, noFilter);
    expect(coverage).toMatchObject({ nodes: 5, pooledNodes: 1, selfLoops: 1, exchanges: 5 });
  });

  it("equals the enterprise measure when every enterprise has a park of its own", () => {
    const links = [...path, ...star, ...ring];
    const ids = ["a", "b", "c", "d", "e"];
    const parked = networkOfLinks(links, {
      enterprises: ids.map((id) => makeEnterprise(id, { parkId: id })),
      parks: ids.map((id) => makePark(id)),
    });
    for (const name of ["degree", "betweenness", "closeness", "outwardCloseness", "pagerank", "inStrength"]) {
      const byPark = scoresOf(`park.${name}`, parked);
      for (const [id, value] of Object.entries(scoresOf(`enterprise.${name}`, parked)))
        expect(byPark[`park:${id}`]).toBe(value);
    }
  });
});

describe("node measures against NetworkX", () => {
  it.each(textbook.graphs.map((graph) => [graph.name, graph] as const))("on the %s", (_name, graph) => {
    const network = networkOfGraph(graph);
    for (const name of ["inDegree", "outDegree", "inStrength", "outStrength"] as const)
      expect(Object.values(graph.nodes.map((id) => scoresOf(`enterprise.${name}`, network)[id]))).toEqual(
        graph[name],
      );
    for (const name of ["betweenness", "closeness", "outwardCloseness", "pagerank"] as const) {
      const scores = scoresOf(`enterprise.${name}`, network);
      for (const [index, id] of graph.nodes.entries())
        expect(scores[id]).toBeCloseTo(graph[name][index] ?? Number.NaN, 10);
    }
  });

  it("gives the published landmarks: Mr. Hi .43764, the Medici .52198", () => {
    const [karate, florentine] = textbook.graphs.map(networkOfGraph);
    if (karate === undefined || florentine === undefined) throw new TypeError("fixture is empty");
    expect(scoresOf("enterprise.betweenness", karate)["0"]).toBeCloseTo(0.43764, 5);
    expect(scoresOf("enterprise.betweenness", florentine)["Medici"]).toBeCloseTo(0.521978, 6);
  });
});

describe("node measures against graphology-metrics on clean graphs", () => {
  it("agree on betweenness, closeness and PageRank", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const filtered = openViews(applyFilter(network, noFilter)).enterprise;
        const flow = directedGraph(filtered.path, filtered.edges);
        if (flow.order === 0) return;
        const compare = (id: string, expected: Record<string, number>) => {
          const scores = Object.entries(scoresOf(id, network));
          for (const [node, value] of scores) expect(value === null).toBe(!flow.hasNode(node));
          for (const [node, value] of scores.filter(([, score]) => score !== null))
            expect(value).toBeCloseTo(expected[node] ?? Number.NaN, 9);
        };
        if (flow.order > 2)
          compare(
            "enterprise.betweenness",
            betweennessOfGraphology(flow, { normalized: true, getEdgeWeight: null }),
          );
        if (flow.order > 1)
          compare("enterprise.closeness", closenessOfGraphology(flow, { wassermanFaust: true }));
        const options = { getEdgeWeight: "exchanges", tolerance: 1e-13, maxIterations: 5000 } as const;
        compare("enterprise.pagerank", pagerankOfGraphology(flow, options));
      }),
    );
  });
});

const anyCsr = fc
  .integer({ min: 1, max: 8 })
  .chain((nodeCount) =>
    fc
      .array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), { maxLength: 30 })
      .map((pairs) => csrOf(nodeCount, pairs)),
  );

function csrOf(nodeCount: number, pairs: readonly (readonly [number, number])[]): Csr {
  const sources = Uint32Array.from(pairs, ([source]) => source);
  return castToSimple({ nodeCount, sources, targets: Uint32Array.from(pairs, ([, target]) => target) }).csr;
}

/** Betweenness by definition: counts walks of shortest length with whole numbers of any size. */
function slowBetweenness({ nodeCount, offsets, targets }: Csr): number[] {
  const nodes = Array.from({ length: nodeCount }, (_, node) => node);
  const outOf = nodes.map((node) => [...targets.subarray(offsets[node], offsets[node + 1])]);
  const searches = nodes.map((start) => {
    const distance = nodes.map(() => Infinity);
    const paths = nodes.map(() => 0n);
    distance[start] = 0;
    paths[start] = 1n;
    for (let level = 0; level < nodeCount; level++)
      for (const node of nodes)
        if (distance[node] === level)
          for (const next of outOf[node] ?? []) {
            distance[next] = Math.min(distance[next] ?? Infinity, level + 1);
            if (distance[next] === level + 1) paths[next] = (paths[next] ?? 0n) + (paths[node] ?? 0n);
          }
    return { distance, paths };
  });
  const share = (start: number, via: number, end: number) => {
    const [from, through] = [searches[start], searches[via]];
    if (from === undefined || through === undefined || new Set([start, via, end]).size < 3) return 0;
    const direct = from.distance[end] ?? Infinity;
    const detour = (from.distance[via] ?? 0) + (through.distance[end] ?? 0);
    if (direct === Infinity || detour !== direct) return 0;
    const count = (from.paths[via] ?? 0n) * (through.paths[end] ?? 0n);
    return Number((count * 10n ** 15n) / (from.paths[end] ?? 1n)) / 1e15;
  };
  return nodes.map((via) => {
    const shares = nodes.flatMap((start) => nodes.map((end) => share(start, via, end)));
    return shares.reduce((sum, part) => sum + part, 0);
  });
}

describe("kernels", () => {
  it("betweenness equals its definition", () => {
    fc.assert(
      fc.property(anyCsr, (csr) => {
        const fast = betweenness(csr, startNodes(csr, 1, 0));
        for (const [node, expected] of slowBetweenness(csr).entries())
          expect(fast[node]).toBeCloseTo(expected, 10);
      }),
    );
  });

  it.each([34, 1500])("betweenness stays right with 2^%i shortest paths", (diamonds) => {
    // Node 3k splits into 3k+1 and 3k+2, which meet again in 3k+3.
    const pairs = Array.from({ length: diamonds }, (_, k) => 3 * k).flatMap((head) => [
      [head, head + 1] as const,
      [head, head + 2] as const,
      [head + 1, head + 3] as const,
      [head + 2, head + 3] as const,
    ]);
    const nodeCount = 3 * diamonds + 1;
    const fast = betweenness(csrOf(nodeCount, pairs), startNodes(csrOf(nodeCount, pairs), 1, 0));
    // A joint k has 3k nodes before it and 3(diamonds − k) behind, and every path passes it.
    for (const joint of [1, Math.floor(diamonds / 2), diamonds - 1])
      expect((fast[3 * joint] ?? 0) / (3 * joint * 3 * (diamonds - joint))).toBeCloseTo(1, 9);
    // A side of diamond k carries half of the paths from 3k + 1 nodes (the head and before) to the foot and behind.
    const k = Math.floor(diamonds / 2);
    expect((fast[3 * k + 1] ?? 0) / (((3 * k + 1) * (3 * (diamonds - k) - 2)) / 2)).toBeCloseTo(1, 9);
  });

  it("PageRank treats a node whose weights are all 0 like one without links", () => {
    const csr = csrOf(3, [
      [0, 1],
      [1, 2],
    ]);
    const without = csrOf(3, [[0, 1]]);
    expect([...pagerank(csr, [1, 0], 0.85)]).toEqual([...pagerank(without, [1], 0.85)]);
  });

  it("PageRank sums to 1 and solves its own equation", () => {
    fc.assert(
      fc.property(
        anyCsr.chain((csr) =>
          fc.tuple(
            fc.constant(csr),
            fc.array(fc.integer({ min: 0, max: 9 }), {
              minLength: csr.targets.length,
              maxLength: csr.targets.length,
            }),
          ),
        ),
        ([csr, weights]) => {
          const ranks = pagerank(csr, weights, 0.85);
          expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 11);
          const next = Array.from(ranks, () => 0.15 / csr.nodeCount);
          for (let node = 0; node < csr.nodeCount; node++) {
            const first = csr.offsets[node] ?? 0;
            const own = weights.slice(first, csr.offsets[node + 1]);
            const total = own.reduce((sum, weight) => sum + weight, 0);
            for (let target = 0; target < csr.nodeCount; target++) {
              const link = [...csr.targets.subarray(first, csr.offsets[node + 1])].indexOf(target);
              const share = total === 0 ? 1 / csr.nodeCount : link < 0 ? 0 : (own[link] ?? 0) / total;
              next[target] = (next[target] ?? 0) + 0.85 * (ranks[node] ?? 0) * share;
            }
          }
          for (const [node, rank] of ranks.entries()) expect(next[node]).toBeCloseTo(rank, 11);
        },
      ),
    );
  });

  it("draw a seeded sample without repetition that stands for all, beyond the limit or where asked to", () => {
    const nodeCount = exactUpToStarts + 2;
    const csr = csrOf(
      nodeCount,
      Array.from({ length: nodeCount - 1 }, (_, node) => [node, node + 1] as const),
    );
    const starts = startNodes(csr, 5, 0);
    expect(starts.sample).toEqual({ drawn: sampledStarts, of: nodeCount - 1 });
    expect(new Set(starts.nodes).size).toBe(sampledStarts);
    expect(starts.factor * sampledStarts).toBeCloseTo(nodeCount - 1, 9);
    expect(startNodes(csr, 5, 0)).toEqual(starts);
    expect(startNodes(csr, 6, 0)).not.toEqual(starts);
    expect(startNodes(csr, 5, 70).sample).toEqual({ drawn: 70, of: nodeCount - 1 });
    expect(startNodes(csr, 5, nodeCount).sample).toBeNull();
  });

  const nodeCount = 2000;
  const sampledNetwork = networkOfLinks(
    Array.from({ length: nodeCount }, (_, node): Link[] => [
      [`n${node}`, `n${(node * 7 + 1) % nodeCount}`],
      [`n${(node * 7 + 1) % nodeCount}`, `n${(node + 13) % nodeCount}`],
    ]).flat(),
  );

  it.each(["betweenness", "weightedBetweenness", "harmonicCloseness"])(
    "estimate %s within the error that they state, from a sample that the result names",
    (name) => {
      const id = `enterprise.${name}`;
      const weighted = {
        ...sampledNetwork,
        exchanges: sampledNetwork.exchanges.map((exchange, at) => ({
          ...exchange,
          quantity: makeQuantity(1 + (at % 3), "t/a", "reported", "material"),
        })),
      };
      const find = (starts: number, seed: number) => {
        const { result } = computeMetric(id, weighted, materialOnly, { starts, seed });
        if (result.kind !== "byNode") throw new TypeError(`${id} is not by node`);
        return result;
      };
      const exact = find(0, 1);
      expect(exact.sample).toBeNull();
      for (const seed of [1, 2, 3]) {
        const { sample, columns } = find(400, seed);
        const errors = columns[0]?.values.map((value, row) =>
          Math.abs((value ?? 0) - (exact.columns[0]?.values[row] ?? 0)),
        );
        expect(sample).toMatchObject({ drawn: 400, of: nodeCount });
        expect(sample?.error).toBeGreaterThan(0);
        expect(Math.max(...(errors ?? []))).toBeLessThanOrEqual(sample?.error ?? 0);
      }
    },
  );

  it("estimate closeness near the exact value, for which no bound is known", () => {
    const find = (starts: number) => {
      const { result } = computeMetric("enterprise.closeness", sampledNetwork, noFilter, { starts });
      if (result.kind !== "byNode") throw new TypeError("not by node");
      return result;
    };
    const sampled = find(1000);
    const exact = find(0).columns[0]?.values ?? [];
    expect(sampled.sample).toEqual({ drawn: 1000, of: nodeCount, error: null });
    const errors = sampled.columns[0]?.values.map((value, row) =>
      Math.abs((value ?? 0) / (exact[row] ?? 0) - 1),
    );
    expect(Math.max(...(errors ?? []))).toBeLessThan(0.05);
  });
});

/** Sums taken in another order may differ in the last digits. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(10)));

describe("laws of the node measures", () => {
  const names = [
    "inDegree",
    "outDegree",
    "degree",
    "betweenness",
    "closeness",
    "outwardCloseness",
    "pagerank",
  ];

  it("do not depend on the names and the order of the records", () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer(), (network, salt) => {
        const rename = (id: string) => `r${(Number(id.slice(1)) * 7 + (salt & 7)) % 101}`;
        const renamed: Network = {
          ...network,
          enterprises: network.enterprises
            .map((enterprise) => ({ ...enterprise, id: rename(enterprise.id) }))
            .reverse(),
          exchanges: network.exchanges
            .map((exchange) => ({
              ...exchange,
              supplierId: rename(exchange.supplierId),
              receiverId: rename(exchange.receiverId),
            }))
            .reverse(),
        };
        for (const name of names) {
          const before = scoresOf(`enterprise.${name}`, network);
          const after = scoresOf(`enterprise.${name}`, renamed);
          const parksBefore = scoresOf(`park.${name}`, network);
          const parksAfter = scoresOf(`park.${name}`, renamed);
          for (const [id, value] of Object.entries(before))
            expect(rounded(after[rename(id)] ?? null)).toBe(rounded(value));
          for (const [id, value] of Object.entries(parksBefore))
            expect(parksAfter[id]).toBeCloseTo(value ?? Number.NaN, 10);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("swap in and out when every exchange is turned round, and leave betweenness as it is", () => {
    const pairs = [
      ["inDegree", "outDegree"],
      ["inStrength", "outStrength"],
      ["closeness", "outwardCloseness"],
      ["degree", "degree"],
      ["betweenness", "betweenness"],
    ] as const;
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const turned: Network = {
          ...network,
          exchanges: network.exchanges.map((exchange) => ({
            ...exchange,
            supplierId: exchange.receiverId,
            receiverId: exchange.supplierId,
          })),
        };
        for (const scope of ["enterprise", "park"])
          for (const [one, other] of pairs) {
            const straight = scoresOf(`${scope}.${one}`, network);
            for (const [id, value] of Object.entries(scoresOf(`${scope}.${other}`, turned)))
              expect([value, straight[id] ?? null].map(rounded)).toEqual([value, value].map(rounded));
          }
      }),
      { numRuns: 50 },
    );
  });

  it("sum to the same whole on both sides: degrees to links, strengths to the known flow between nodes", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const sum = (id: string) =>
          Object.values(scoresOf(id, network, materialOnly)).reduce<number>(
            (total, value) => total + (value ?? 0),
            0,
          );
        expect(sum("enterprise.inDegree")).toBe(sum("enterprise.outDegree"));
        expect(sum("enterprise.degree")).toBe(2 * sum("enterprise.outDegree"));
        expect(sum("enterprise.inStrength")).toBeCloseTo(sum("enterprise.outStrength"), 6);
      }),
    );
  });
});
