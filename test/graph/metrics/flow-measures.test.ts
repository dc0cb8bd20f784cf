import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metricOf } from "#graph/metrics/compute.ts";
import { fillIn } from "#graph/metrics/parameters.ts";
import { makeView, type GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import textbook from "#test/fixtures/flow-systems.json" with { type: "json" };
import { materialOnly, networkOfLinks } from "#test/fixtures/small-network.ts";
import type { FlowTable } from "./kernel/flow-systems.ts";
import { resultOf } from "./scores-of.ts";

const noGroups = { codes: new Int32Array(), labels: [] };

/** The view of a flow system, as of a file whose nodes state their boundary flows. */
function viewOf({ flows, inputs, exports, respirations }: FlowTable): GraphView {
  const edges = flows.flatMap((row, source) =>
    row.flatMap((quantity, target) => (quantity > 0 ? [{ source, target, quantity }] : [])),
  );
  const nodes = inputs.map((_, node) => ({
    id: `n${node}`,
    nameZh: `n${node}`,
    nameEn: `n${node}`,
    placeId: null,
    pooled: false,
    inArea: true,
    carriesPaths: true,
    scored: true,
    lon: null,
    lat: null,
  }));
  return makeView({
    directed: true,
    nodes,
    groups: {
      park: noGroups,
      ground: noGroups,
      city: noGroups,
      province: noGroups,
      region: noGroups,
      sector: noGroups,
      kind: noGroups,
    },
    edges: {
      count: edges.length,
      idOf: String,
      quantities: Float64Array.from(edges, ({ quantity }) => quantity),
      layerOf: () => null,
      resourceOf: () => null,
    },
    basis: { quantified: edges.length, steamByMassOnly: 0, filteredOut: 0 },
    boundary: {
      input: Float64Array.from(inputs),
      export: Float64Array.from(exports),
      respiration: Float64Array.from(respirations),
    },
    listed: null,
    oneUnit: true,
    weightsOf: ({ csr }) => new Float64Array(csr.targets.length).fill(1),
    sources: Uint32Array.from(edges, ({ source }) => source),
    targets: Uint32Array.from(edges, ({ target }) => target),
    pooledSources: null,
    pooledTargets: null,
  });
}

function compute(id: string, view: GraphView, given: ParameterValues = {}) {
  const metric = metricOf(id);
  return metric.compute(view, { parameters: fillIn(metric.description, given) });
}

function valueOf(id: string, view: GraphView, given: ParameterValues = {}): number | null {
  const result = compute(id, view, given);
  if (result.kind !== "scalar") throw new TypeError(`${id} is no number`);
  return result.value;
}

/** Relative difference; 0 where both are null. */
function difference(found: number | null, expected: number | null): number {
  if (found === null || expected === null) return found === expected ? 0 : Infinity;
  return Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-2);
}

/** Names of enaR for our ids, with the parameters that make them equal. */
const namesOfEnaR: readonly (readonly [theirs: string, id: string, given?: ParameterValues])[] = [
  ["TST", "totalSystemThroughflow"],
  ["TSTp", "totalSystemThroughput"],
  ["Boundary", "boundaryFlow"],
  ["APL", "averagePathLength"],
  ["FCI", "finnCyclingIndex"],
  ["BFI", "boundaryFlowIntensity"],
  ["DFI", "directFlowIntensity"],
  ["IFI", "indirectFlowIntensity"],
  ["ID.F", "indirectDirectRatio"],
  ["ID.F.O", "indirectDirectRatio", { weighting: "output" }],
  ["ID.F.I", "indirectDirectRatio", { weighting: "input" }],
  ["HMG.O", "homogenization"],
  ["HMG.I", "homogenization", { side: "input" }],
  ["AMP.O", "amplification"],
  ["AMP.I", "amplification", { side: "input" }],
  ["H", "flowDiversity"],
  ["AMI", "averageMutualInformation"],
  ["CAP", "developmentCapacity"],
  ["ASC", "ascendency"],
  ["OH", "overhead"],
  ["ASC.CAP", "ascendencyRatio"],
  ["robustness", "flowRobustness"],
  ["TD", "effectiveRoles"],
  ["ELD", "effectiveConnectivity"],
  ["lam1D", "utilitySpectralRadius"],
  ["synergism.F", "synergism"],
  ["mutualism.F", "mutualism"],
];

const foodWebNames = {
  linkageDensity_L_over_N: "linkageDensity",
  connectance_L_over_N2: "connectance",
  connectance_L_over_N_Nminus1: "connectanceNoSelf",
  nPrey: "preyCount",
  nPredator: "predatorCount",
  preyPredatorRatio: "predatorPreyRatio",
  generalization: "generalization",
  vulnerability: "vulnerability",
  specialisedPredatorFraction: "specialisedPredatorFraction",
  cyclicityMaxRealEigenvalue: "cyclicity",
} as const;

const ena = join(process.cwd(), "..", "shared", "reference", "ena");
const models = existsSync(ena)
  ? readdirSync(ena).filter((file) => file.endsWith(".json") && file !== "index.json")
  : ["all models"];

describe.skipIf(!existsSync(ena))(
  "flow and food-web measures against enaR, where its figures are at hand",
  () => {
    it.each(models)("%s", (file) => {
      const model = JSON.parse(readFileSync(join(ena, file), "utf8"));
      const { flow: flows, input: inputs, export: exports, respiration: respirations } = model;
      const view = viewOf({ flows, inputs, exports, respirations });
      const { flow, ascendency, utility } = model.reference;
      const reference: Record<string, number> = { ...flow, ...ascendency, ...utility };
      const faults = [
        ...namesOfEnaR.flatMap(([theirs, id, given]) => {
          if (!(theirs in reference)) return [];
          const found = valueOf(`flow.${id}`, view, given);
          return difference(found, reference[theirs] ?? null) < 1e-8
            ? []
            : [`${id} ${found} for ${reference[theirs]}`];
        }),
        ...Object.entries(foodWebNames).flatMap(([theirs, id]) => {
          const found = valueOf(`network.${id}`, view);
          const expected = model.foodWeb_directFormulas[theirs];
          return difference(found, expected) < 1e-9 ? [] : [`${id} ${found} for ${expected}`];
        }),
      ];
      expect(faults).toEqual([]);
    });
  },
);

describe("flow measures", () => {
  it("equal NumPy on Cone Spring", () => {
    const cone = textbook[0];
    if (cone === undefined) throw new TypeError("no fixture");
    const { expected, ...table } = cone;
    const view = viewOf(table);
    for (const name of [
      "finnCyclingIndex",
      "ascendency",
      "synergism",
      "mutualism",
      "homogenization",
      "utilitySpectralRadius",
    ] as const)
      expect(difference(valueOf(`flow.${name}`, view), expected[name] ?? null)).toBeLessThan(1e-10);
    expect(compute("flow.totalDependency", view)).toMatchObject({
      kind: "matrix",
      labels: { ids: ["n0", "n1", "n2", "n3", "n4"] },
    });
  });

  /** a supplies 10 to b, b 6 to c and 4 to itself, c 2 to a; nobody states what crosses the boundary. */
  const network = networkOfLinks([
    ["a", "b", 10],
    ["b", "c", 6],
    ["b", "b", 4],
    ["c", "a", 2],
    ["c", "b"],
  ]);

  it("close the nodes of records, whose boundary nobody states, and say how much is imputed", () => {
    const { value, parts } = resultOf("flow.totalSystemThroughflow", "scalar", network, materialOnly);
    // a: in 2 of 10, so 8 come from outside; b: in 14 of out 10, so 4 leave; c: in 6, out 2, so 4 leave.
    expect(value).toBe(10 + 14 + 6);
    expect(parts).toEqual([
      { name: "imputedShare", value: (8 + 4 + 4) / 30 },
      { name: "unbalancedNodes", value: 3 },
    ]);
    expect(resultOf("flow.boundaryFlow", "scalar", network, materialOnly).value).toBe(8);
  });

  it("check the balance of each node", () => {
    const { nodes, columns } = resultOf("flow.nodeBalance", "byNode", network, materialOnly);
    const at = nodes.ids.indexOf("b");
    expect(columns.map(({ name, values }) => [name, values[at]])).toEqual([
      ["imbalance", 4 / 12],
      ["inward", 14],
      ["outward", 10],
      ["imputed", 4],
    ]);
  });

  it("know no boundary where only recorded flows are to count", () => {
    const view = viewOf({
      flows: [
        [0, 5],
        [0, 0],
      ],
      inputs: [0, 0],
      exports: [0, 0],
      respirations: [0, 0],
    });
    expect(compute("flow.averagePathLength", view)).toMatchObject({ value: null, reason: "zero-total" });
    expect(valueOf("flow.averagePathLength", view, { boundary: "imputed" })).toBe(2);
  });

  it("are null where a loop loses nothing", () => {
    const view = viewOf({
      flows: [
        [0, 5],
        [5, 0],
      ],
      inputs: [0, 0],
      exports: [0, 0],
      respirations: [0, 0],
    });
    expect(compute("flow.finnCyclingIndex", view)).toMatchObject({ value: null, reason: "closed-loop" });
  });

  it("are null on an undirected network and on several layers", () => {
    const view = viewOf({
      flows: [
        [0, 5],
        [0, 0],
      ],
      inputs: [5, 0],
      exports: [0, 5],
      respirations: [0, 0],
    });
    expect(compute("flow.ascendency", { ...view, directed: false })).toMatchObject({ reason: "undirected" });
    expect(compute("flow.ascendency", { ...view, oneUnit: false })).toMatchObject({
      reason: "several-layers",
    });
    expect(compute("network.connectance", { ...view, directed: false })).toMatchObject({
      reason: "undirected",
    });
  });

  it("drop self loops from the food web of records, unless asked to keep them", () => {
    expect(resultOf("network.linkageDensity", "scalar", network).value).toBe(4 / 3);
    const view = viewOf({
      flows: [
        [1, 5],
        [0, 0],
      ],
      inputs: [5, 0],
      exports: [0, 5],
      respirations: [0, 0],
    });
    expect(valueOf("network.linkageDensity", view, { selfLoops: "dropped" })).toBe(1 / 2);
    expect(valueOf("network.linkageDensity", view)).toBe(1);
  });
});
