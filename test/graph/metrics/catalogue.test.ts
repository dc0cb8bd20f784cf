import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileMetrics, metrics } from "#graph/metrics/catalogue.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import { libraryVersions } from "#graph/metrics/library-versions.ts";
import { defaultFilter, noFilter } from "#graph/schema/filter/filter.ts";
import { MetricFindings } from "#graph/schema/answers/metric-report.ts";
import { NullReason, nullReasonText } from "#graph/schema/answers/null-reason.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { rowsOf } from "./scores-of.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import { makeEnterprise, networkOfLinks } from "#test/fixtures/small-network.ts";

const chinese = /\p{Script=Han}/u;

/** Every metric of the catalogue on a network, with a filter cut to one layer where one is needed. */
function computeAll(network: Network, filter = noFilter): MetricFindings[] {
  return metrics.map(({ description: { id, needsOneLayer } }) =>
    computeMetric(id, network, needsOneLayer ? { ...filter, layers: filter.layers.slice(0, 1) } : filter),
  );
}

describe("catalogue", () => {
  it("holds the metrics the product promises, each once", () => {
    const node =
      "inDegree outDegree degree inStrength outStrength strength netStrength betweenness weightedBetweenness closeness " +
      "outwardCloseness weightedCloseness harmonicCloseness eigenvector katz pagerank hub authority clustering coreNumber " +
      "eccentricity participation withinModuleDegree eiIndex constraint effectiveSize brokerage articulationPoint " +
      "supplierHhi receiverHhi removalLoss";
    const link = "betweenness bridge";
    const network =
      "nodes links density reciprocity weightedReciprocity transitivity meanClustering degreeAssortativity " +
      "attributeAssortativity weakComponents strongComponents largestComponentShare diameter radius meanPathLength " +
      "globalEfficiency degreeCentralization inDegreeCentralization outDegreeCentralization betweennessCentralization " +
      "closenessCentralization eiIndex triadCensus richClub corePeriphery smallWorld attackCurve randomFailureCurve " +
      "thresholdCascade interParkShareByLinks interParkShareByFlow provinceFlow cityFlow parkFlow parkDependency " +
      "meanHaul distanceDecay resourceGap corridorBottleneck multiplexParticipation layerOverlap communities modularity";
    const foodWeb =
      "linkageDensity connectance connectanceNoSelf connectanceUndirected preyCount predatorCount " +
      "predatorPreyRatio generalization vulnerability specialisedPredatorFraction cyclicity pathwayProliferation";
    const flow =
      "totalSystemThroughflow totalSystemThroughput boundaryFlow averagePathLength finnCyclingIndex " +
      "boundaryFlowIntensity directFlowIntensity indirectFlowIntensity indirectDirectRatio " +
      "flowDiversity averageMutualInformation developmentCapacity ascendency overhead ascendencyRatio " +
      "flowRobustness effectiveRoles effectiveConnectivity homogenization amplification synergism " +
      "mutualism utilitySpectralRadius totalDependency totalContribution nodeBalance";
    const named = (scope: string, names: string) => names.split(" ").map((name) => `${scope}.${name}`);
    const ofWhole = [
      ...named("link", link),
      ...named("network", network),
      ...named("network", foodWeb),
      ...named("flow", flow),
    ];
    const idsOf = (some: typeof metrics) => some.map(({ description }) => description.id).sort();
    expect(idsOf(metrics)).toEqual(
      [...["enterprise", "park", "city"].flatMap((scope) => named(scope, node)), ...ofWhole].sort(),
    );
    expect(idsOf(fileMetrics)).toEqual([...named("node", node), ...ofWhole].sort());
  });

  it.each(metrics.map((metric) => [metric.description.id, metric.description] as const))(
    "%s is described in both languages, with formula and source",
    (id, description) => {
      expect(id.startsWith(`${description.scope}.`)).toBe(true);
      expect(description.meaningZh).toMatch(chinese);
      for (const english of [
        description.nameEn,
        description.meaningEn,
        description.formula,
        description.unit,
      ])
        expect(english).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(description.source).toMatch(/\d{4}, DOI 10\.\d{4,}\//);
      expect(description.agreesWith).not.toBe("");
      expect(description.range).toMatch(/[[(].+[\])]/);
    },
  );

  it("says in both languages why a value is null", () => {
    expect(Object.keys(nullReasonText).sort()).toEqual([...NullReason.options].sort());
    for (const { zh, en } of Object.values(nullReasonText)) {
      expect(zh).toMatch(chinese);
      expect(en).not.toMatch(chinese);
    }
  });
});

describe("computeMetric", () => {
  it("stamps library versions that are those of package.json and of the installed packages", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    const require = createRequire(import.meta.url);
    for (const [library, version] of Object.entries(libraryVersions)) {
      expect(dependencies[library]).toBe(version);
      expect((require(`${library}/package.json`) as { version: string }).version).toBe(version);
    }
  });

  it("echoes filter, version, coverage and seed", () => {
    const network: Network = {
      ...networkOfLinks([
        ["a", "b", 5],
        ["a", "b", 7, "t/a", "capacity"],
        ["b", "a"],
      ]),
      enterprises: [makeEnterprise("a"), makeEnterprise("b", { kind: "pooled" }), makeEnterprise("c")],
    };
    const withPlan: Network = {
      ...network,
      exchanges: network.exchanges.map((exchange, index) =>
        index === 2 ? { ...exchange, status: "planned" } : exchange,
      ),
    };
    const report = computeMetric("enterprise.betweenness", withPlan, defaultFilter);
    expect(report).toMatchObject({
      networkVersion: 7,
      filter: defaultFilter,
      seed: 1,
      parameters: { seed: 1 },
      coverage: {
        exchanges: 2,
        quantified: 1,
        steamByMassOnly: 0,
        filteredOut: 1,
        selfLoops: 0,
        // Two plants, and the leaves of two exchanges with the pooled one.
        nodes: 4,
        leaves: 2,
        pooledNodes: 0,
        outsideNodes: 0,
      },
    });
    expect(computeMetric("enterprise.degree", withPlan, defaultFilter).seed).toBeNull();
  });

  it("counts steam known by mass apart from energy", () => {
    const network = networkOfLinks([["a", "b", 2, "t/h"]], { layer: "energy" });
    const report = computeMetric("enterprise.outStrength", network, { ...noFilter, layers: ["energy"] });
    expect(report.coverage).toMatchObject({ quantified: 0, steamByMassOnly: 1 });
    expect(rowsOf(report.result)[0]).toEqual({ id: "a", value: null, reason: "no-known-quantity" });
  });

  it("throws coded errors for an unknown id and for several layers where one is needed", () => {
    expect(() => computeMetric("park.beauty", emptyNetwork, noFilter)).toThrow(
      expect.objectContaining({ code: "unknown-id" }),
    );
    expect(() => computeMetric("toString", emptyNetwork, noFilter)).toThrow(
      expect.objectContaining({ code: "unknown-id" }),
    );
    for (const { description } of metrics.filter((metric) => metric.description.needsOneLayer))
      expect(() => computeMetric(description.id, emptyNetwork, noFilter)).toThrow(
        expect.objectContaining({ code: "metric-needs-one-layer" }),
      );
  });

  it("gives finite values or null with a reason on any network, as the schema demands, and survives JSON", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        for (const report of computeAll(network, filter)) {
          expect(MetricFindings.parse(report)).toEqual(report);
          expect(JSON.parse(JSON.stringify(report))).toEqual(report);
          const { result } = report;
          const values = result.kind === "scalar" && result.parts.length === 0 ? [result] : rowsOf(result);
          for (const { value, reason } of values) expect(value === null).toBe(reason !== null);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["nobody", emptyNetwork, { nodes: 0, largest: [null, "no-nodes"], ranks: [] }],
    ["one enterprise", networkOfLinks([], { alone: ["a"] }), { nodes: 1, largest: [1, null], ranks: [1] }],
  ] as const)("says of %s what is nothing and what is not known", (_name, network, expected) => {
    const reports = new Map(computeAll(network).map((report) => [report.metric.id, report]));
    const numbers = [...reports].flatMap(([id, { result }]) =>
      result.kind === "scalar" ? [[id, result.value, result.reason]] : [],
    );
    const promised = [
      ["network.nodes", expected.nodes, null],
      ["network.links", 0, null],
      ["network.density", 0, null],
      ["network.reciprocity", null, "no-links"],
      ["network.weakComponents", expected.nodes, null],
      ["network.largestComponentShare", ...expected.largest],
      ["network.interParkShareByLinks", null, "no-decidable-exchange"],
      ["network.interParkShareByFlow", null, "no-decidable-exchange"],
      ["network.linkageDensity", expected.nodes === 0 ? null : 0, expected.nodes === 0 ? "no-nodes" : null],
      ["flow.totalSystemThroughflow", 0, null],
      ["flow.finnCyclingIndex", null, "zero-total"],
      ["flow.synergism", null, "no-loser"],
    ];
    expect(numbers.filter(([id]) => promised.some(([promisedId]) => promisedId === id))).toEqual(promised);
    const zeros = [
      "inDegree",
      "degree",
      "inStrength",
      "betweenness",
      "closeness",
      "clustering",
      "coreNumber",
    ];
    // The city of the one enterprise is a node too, and as lonely.
    for (const scope of ["enterprise", "city"])
      for (const name of [...zeros, "pagerank"]) {
        const report = reports.get(`${scope}.${name}`);
        const ofEach = name === "pagerank" ? expected.ranks : expected.ranks.map(() => 0);
        expect(report === undefined ? null : rowsOf(report.result).map(({ value }) => value)).toEqual(ofEach);
      }
    expect(reports.get("network.communities")?.result).toMatchObject({ members: [], reason: "no-links" });
    expect(reports.get("network.provinceFlow")?.result).toMatchObject({
      matrices: [
        { rows: Array.from({ length: 4 }, () => [null, null, null, null]) },
        { rows: Array.from({ length: 4 }, () => [0, 0, 0, 0]) },
      ],
    });
  });

  it("is the same on a second run", () => {
    const network = networkOfLinks([
      ["a", "b", 5],
      ["b", "c", 2],
      ["c", "a"],
      ["c", "d"],
    ]);
    expect(computeAll(network)).toEqual(computeAll(network));
  });
});
