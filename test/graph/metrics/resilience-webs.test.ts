import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseNetwork } from "#graph/metrics/analyse.ts";
import { bestCore, climbToCore } from "#graph/metrics/kernel/core-periphery.ts";
import { weakComponentSizes } from "#graph/metrics/kernel/components.ts";
import { seededRandom } from "#graph/metrics/kernel/random.ts";
import { rewire } from "#graph/metrics/kernel/rewiring.ts";
import { symmetric, type Csr } from "#graph/projection/graphs/csr.ts";
import { viewFile, type PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { MetricAnswer } from "#graph/schema/answers/analysis.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import fixture from "#test/fixtures/resilience-webs.json" with { type: "json" };
import { anyCsr } from "./kernel/graphs.ts";

type Web = (typeof fixture.webs)[number];

function networkOf({ nodes, edges }: Web): PlainNetwork {
  const positions = new Map(nodes.map(({ id }, position) => [id, position]));
  return {
    directed: true,
    weight: "quantity",
    nodes: nodes.map(({ id, park, point }) => ({
      id,
      attributes: { park, lon: point?.[0] ?? null, lat: point?.[1] ?? null },
    })),
    edges: edges.map(([source, target, weight, layer, resource]) => ({
      source: positions.get(String(source)) ?? -1,
      target: positions.get(String(target)) ?? -1,
      weight: typeof weight === "number" ? weight : null,
      layer: String(layer),
      resource: String(resource),
    })),
  };
}

/** The same in one layer: its quantities may be added. */
const oneLayer = (network: PlainNetwork): PlainNetwork => ({
  ...network,
  edges: network.edges.map((edge) => ({ ...edge, layer: null })),
});

function answer(network: PlainNetwork, id: string, parameters: ParameterValues = {}): MetricAnswer {
  const found = analyseNetwork(network, { ids: [id], parameters }).metrics[id];
  if (found === undefined) throw new TypeError(`no answer of ${id}`);
  return found;
}

/** Value by name of all numbers of an answer, its own under "value". */
function flat(found: MetricAnswer): Record<string, unknown> {
  return "value" in found ? { value: found.value, ...found.parts } : { ...found };
}

const near = (expected: unknown): unknown =>
  typeof expected === "number"
    ? expect.closeTo(expected, 9)
    : Array.isArray(expected)
      ? expected.map(near)
      : typeof expected === "object" && expected !== null
        ? Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, near(value)]))
        : expected;

describe.each(fixture.webs.map((web, index) => [index + 1, web] as const))("web %i", (_index, web) => {
  const layered = networkOf(web);
  const network = oneLayer(layered);

  it.each(["joined", "ignored"] as const)("has the best core of all, core and periphery %s", (ideal) => {
    expect(flat(answer(network, "network.corePeriphery", { ideal }))["value"]).toEqual(near(web.core[ideal]));
    const { csr } = viewFile(network).path.tie;
    const climbed = climbToCore(csr, ideal, { runs: 20, random: seededRandom(1) });
    expect(climbed.correlation).toEqual(near(bestCore(csr, ideal).correlation));
  });

  it("fails at random as the mean over every order says, within five standard errors", () => {
    const found = answer(network, "network.randomFailureCurve", { repeats: 1000 });
    if (!("curve" in found) || found.curve === undefined) throw new TypeError("no curve");
    const { share = [], low = [], high = [] } = found.curve.columns;
    for (const [q, expected] of web.failure.entries()) {
      expect(Math.abs((share[q] ?? 0) - expected)).toBeLessThan(5 * (0.5 / Math.sqrt(1000)));
      expect(low[q]).toBeLessThanOrEqual(share[q] ?? 0);
      expect(high[q]).toBeGreaterThanOrEqual(share[q] ?? 0);
    }
  });

  it.each(web.cascade.map((run) => [run.tolerance, run.substitution, run.byNode] as const))(
    "falls in the rounds of the definition, θ = %d, %s",
    (tolerance, substitution, byNode) => {
      const found = answer(network, "network.thresholdCascade", { tolerance, substitution });
      expect(found).toEqual({ byNode: near(byNode) });
    },
  );

  it("takes part in its layers, and these overlap, as sets of pairs say", () => {
    expect(answer(layered, "network.multiplexParticipation")).toEqual({ byNode: near(web.participation) });
    expect(flat(answer(layered, "network.layerOverlap"))).toEqual(near(web.overlap));
  });

  it("is hauled as far as the haversine formula says", () => {
    expect(flat(answer(network, "network.meanHaul"))).toEqual(near(web.meanHaul));
    const decay = answer(network, "network.distanceDecay");
    if (!("curve" in decay) || decay.curve === undefined) throw new TypeError("no curve");
    expect(decay.value).toEqual(near(web.medianHaul));
    const { x, columns } = decay.curve;
    const expected = x.map((km) => (web.decay as Record<string, number[]>)[String(km)]);
    expect(columns["flow"]).toEqual(near(expected.map((row) => row?.[0])));
    expect(columns["exchanges"]).toEqual(near(expected.map((row) => row?.[1])));
    expect(columns["exchanges"]?.at(-1)).toBe(1);
  });

  it("lets pass between its parks what networkx.maximum_flow says", () => {
    const found = answer(network, "network.corridorBottleneck");
    expect(found).toMatchObject({
      matrix: { labels: web.bottleneck.labels, rows: near(web.bottleneck.maxFlow) },
    });
  });
});

describe("small world", () => {
  it.each(fixture.worlds.map((world) => [world.name, world] as const))(
    "%s stands against random webs as those of NetworkX are, within five standard errors, by the formulas of σ and ω",
    (_name, world) => {
      const ids = [...new Set(world.edges.flat())];
      const network: PlainNetwork = {
        directed: false,
        weight: null,
        nodes: ids.map((id) => ({ id, attributes: {} })),
        edges: world.edges.map(([source = "", target = ""]) => ({
          source: ids.indexOf(source),
          target: ids.indexOf(target),
          weight: null,
          layer: null,
          resource: null,
        })),
      };
      const found = flat(answer(network, "network.smallWorld", { repeats: 40 })) as Record<string, number>;
      const { transitivity, pathLength, clustering } = world;
      expect(found).toMatchObject(near({ transitivity, pathLength, clustering }) as object);
      for (const name of ["randomTransitivity", "randomPathLength"] as const) {
        const [mean = 0, deviation = 0] = world[name];
        expect(Math.abs((found[name] ?? 0) - mean)).toBeLessThan(5 * deviation * Math.sqrt(2 / 40));
      }
      const { randomTransitivity = 0, randomPathLength = 0, latticeClustering = 0 } = found;
      expect(latticeClustering).toBeGreaterThanOrEqual(clustering);
      expect(found["value"]).toBeCloseTo(
        transitivity / randomTransitivity / (pathLength / randomPathLength),
        12,
      );
      expect(found["omega"]).toBeCloseTo(randomPathLength / pathLength - clustering / latticeClustering, 12);
    },
  );
});

describe("rewiring", () => {
  it("keeps every degree, makes no loop or double link, and parts nothing", () => {
    fc.assert(
      fc.property(anyCsr(9), fc.integer({ min: 0, max: 1000 }), fc.boolean(), (links, seed, asLattice) => {
        const { csr } = symmetric(links);
        const rewired = rewire(csr, { random: seededRandom(seed), attempts: 60, asLattice });
        const degrees = ({ offsets }: Csr) =>
          Array.from(offsets.slice(1), (end, node) => end - (offsets[node] ?? 0));
        expect(rewired.targets.length).toBe(csr.targets.length);
        expect(degrees(rewired)).toEqual(degrees(csr));
        expect(symmetric(rewired).csr).toEqual(rewired);
        expect(weakComponentSizes(rewired).length).toBeLessThanOrEqual(weakComponentSizes(csr).length);
      }),
    );
  });
});
