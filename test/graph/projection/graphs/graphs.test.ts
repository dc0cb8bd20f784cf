import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  castToSimple,
  reverse,
  selfLoop,
  sourcesOf,
  symmetric,
  type Csr,
} from "#graph/projection/graphs/csr.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { directedGraph, tieGraph } from "#graph/projection/graphs/named-graphs.ts";
import { openViews } from "#graph/projection/graphs/record-views.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import { materialOnly, networkOfLinks } from "#test/fixtures/small-network.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";

const anyEdges = fc.integer({ min: 1, max: 9 }).chain((nodeCount) =>
  fc.record({
    nodeCount: fc.constant(nodeCount),
    pairs: fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), { maxLength: 60 }),
  }),
);

const scopes = ["enterprise", "park", "city"] as const;

const linksOf = (csr: Csr) =>
  [...sourcesOf(csr)].map((source, link) => `${source}>${csr.targets[link] ?? "?"}`);
const toEdges = ({ nodeCount, pairs }: { nodeCount: number; pairs: [number, number][] }) => ({
  nodeCount,
  sources: Uint32Array.from(pairs, ([source]) => source),
  targets: Uint32Array.from(pairs, ([, target]) => target),
});

describe("castToSimple", () => {
  it("merges parallel edges, drops self loops and tells where each edge went", () => {
    const { csr, linkOfEdge } = castToSimple({
      nodeCount: 4,
      sources: Uint32Array.of(2, 0, 2, 1, 0),
      targets: Uint32Array.of(1, 3, 1, 1, 2),
    });
    expect([...csr.offsets]).toEqual([0, 2, 2, 3, 3]);
    expect([...csr.targets]).toEqual([2, 3, 1]);
    expect([...linkOfEdge]).toEqual([2, 1, 2, selfLoop, 0]);
  });

  it("equals a sorted set of pairs", () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { csr, linkOfEdge } = castToSimple(toEdges(edges));
        const expected = new Set(
          edges.pairs
            .filter(([source, target]) => source !== target)
            .map(([source, target]) => `${source}>${target}`),
        );
        expect(linksOf(csr)).toEqual([...expected].sort());
        for (const [edge, [source, target]] of edges.pairs.entries()) {
          const link = linkOfEdge[edge] ?? selfLoop;
          expect(link === selfLoop ? source === target : linksOf(csr)[link] === `${source}>${target}`).toBe(
            true,
          );
        }
      }),
    );
  });

  it("gives the same graph when reversed twice, and a symmetric one that is its own reverse", () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { csr } = castToSimple(toEdges(edges));
        const back = reverse(csr);
        expect(reverse(back.csr).csr).toEqual(csr);
        for (const [link, name] of linksOf(csr).entries()) {
          const [source, target] = name.split(">");
          expect(linksOf(back.csr)[back.linkOfEdge[link] ?? -1]).toBe(`${target}>${source}`);
        }
        expect(reverse(symmetric(csr).csr).csr).toEqual(symmetric(csr).csr);
      }),
    );
  });
});

describe("the casts of a graph", () => {
  it("are made once, and tie sums both directions of a pair", () => {
    const view = openViews(
      applyFilter(
        networkOfLinks([
          ["a", "b", 5],
          ["b", "a", 2],
          ["b", "c"],
        ]),
        materialOnly,
      ),
    ).enterprise;
    const { flow } = view;
    expect(view.flow).toBe(flow);
    expect(flow.tie).toBe(flow.tie);
    expect(flow.reversed).toBe(flow.reversed);
    expect(linksOf(flow.tie.csr)).toEqual(["0>1", "1>0", "1>2", "2>1"]);
    expect([...flow.tie.sum(flow.flows ?? [])]).toEqual([7, 7, 0, 0]);
    expect([...flow.tie.sum(flow.exchangeCounts)]).toEqual([2, 2, 1, 1]);
  });
});

describe("the named graphs", () => {
  it("keep one edge an exchange in raw, sum known flows in flow and both directions in tie", () => {
    const network = networkOfLinks(
      [
        ["a", "b", 5],
        ["a", "b", 7],
        ["a", "b"],
        ["b", "a", 2],
        ["c", "c", 9],
        ["a", "c"],
      ],
      { alone: ["z"] },
    );
    const view = openViews(applyFilter(network, materialOnly)).enterprise;
    const flow = directedGraph(view.flow, view.edges);
    expect([flow.order, flow.size, flow.selfLoopCount]).toEqual([4, 3, 0]);
    expect(flow.getDirectedEdgeAttributes("a", "b")).toEqual({ exchanges: 3, quantified: 2, perYear: 12 });
    expect(flow.getDirectedEdgeAttributes("a", "c")).toEqual({ exchanges: 1, quantified: 0, perYear: null });

    const tie = tieGraph(flow);
    expect([tie.order, tie.size]).toEqual([4, 2]);
    expect(tie.getUndirectedEdgeAttributes("a", "b")).toEqual({ exchanges: 4, quantified: 3, perYear: 14 });
    expect(tie.getUndirectedEdgeAttributes("a", "c")).toEqual({ exchanges: 1, quantified: 0, perYear: null });
  });

  it("sum no quantities when the filter lets several layers through", () => {
    const { flow, edges } = openViews(applyFilter(networkOfLinks([["a", "b", 5]]), noFilter)).enterprise;
    expect(flow.flows).toBeNull();
    expect(directedGraph(flow, edges).getDirectedEdgeAttributes("a", "b").perYear).toBeNull();
  });

  it("hold every exchange either behind a link or inside a node, for enterprises and for places", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const views = openViews(applyFilter(network, filter));
        for (const scope of scopes)
          for (const kind of ["flow", "path"] as const) {
            const links = views[scope][kind];
            const counted = links.exchangeCounts.reduce((sum, count) => sum + count, 0);
            expect(counted + links.selfLoops).toBe(views.filtered.exchanges.length);
            const graph = directedGraph(links, views[scope].edges);
            expect([graph.order, graph.size]).toEqual([links.csr.nodeCount, links.csr.targets.length]);
            expect(tieGraph(graph).size).toBe(links.tie.csr.targets.length / 2);
            const ends = [...links.origins].map((origin) => views[scope].nodes[origin]?.id);
            expect(ends).toHaveLength(links.csr.nodeCount);
            expect(ends).not.toContain(undefined);
          }
      }),
    );
  });

  it("are the same web in flow and path where all is known", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const known = network.enterprises.map((enterprise) => ({ ...enterprise, kind: "plant" as const }));
        const { flow, path } = openViews(
          applyFilter({ ...network, enterprises: known }, noFilter),
        ).enterprise;
        for (const key of ["nodes", "csr", "origins", "exchangeCounts", "quantifiedCounts", "flows"] as const)
          expect(path[key]).toEqual(flow[key]);
      }),
    );
  });

  it("have exactly one exchange at each leaf of path", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const views = openViews(applyFilter(network, materialOnly));
        for (const scope of scopes) {
          const { csr, leaves, nodes: named, exchangeCounts } = views[scope].path;
          const exchangesAt = new Uint32Array(csr.nodeCount);
          for (const ends of [sourcesOf(csr), csr.targets])
            for (const [link, node] of ends.entries())
              exchangesAt[node] = (exchangesAt[node] ?? 0) + (exchangeCounts[link] ?? 0);
          expect([...exchangesAt.subarray(named.length)]).toEqual(Array.from(leaves, () => 1));
          expect(new Set(leaves).size).toBe(leaves.length);
        }
      }),
    );
  });
});
