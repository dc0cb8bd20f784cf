import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, constant, integer, oneof, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { ascendency } from "#graph/metrics/kernel/flow/ascendency.ts";
import {
  amplification,
  finnCyclingIndex,
  homogenization,
  idealisedRatio,
  realisedFlows,
  totalContribution,
  totalDependency,
} from "#graph/metrics/kernel/flow/environ-measures.ts";
import { environ } from "#graph/metrics/kernel/flow/environ.ts";
import { checkBalance, imputeBoundary, throughflow } from "#graph/metrics/kernel/flow/flow-system.ts";
import { utility, utilitySpectralRadius } from "#graph/metrics/kernel/flow/utility.ts";
import textbook from "#test/fixtures/flow-systems.json" with { type: "json" };
import { toFlowSystem, type FlowTable } from "./flow-systems.ts";

/** Everything the kernels say about a system, by the names of the fixture. */
function measure(table: FlowTable) {
  const system = toFlowSystem(table);
  const { boundary, total, throughput } = throughflow(system);
  const web = environ(system);
  if (web === null) throw new Error("no inverse");
  const { size, direct, integral, directInput, integralInput } = web;
  const relations = utility(system);
  const realised = realisedFlows(web, system.inputs);
  return {
    numbers: {
      boundary,
      total,
      throughput,
      ...realised,
      ...ascendency(system),
      finnCyclingIndex: finnCyclingIndex(web),
      idealisedOutput: idealisedRatio(size, direct, integral),
      idealisedInput: idealisedRatio(size, directInput, integralInput),
      homogenization: homogenization(direct, integral),
      homogenizationInput: homogenization(directInput, integralInput),
      amplification: amplification(size, integral),
      amplificationInput: amplification(size, integralInput),
      utilitySpectralRadius: utilitySpectralRadius(system),
      synergism: relations?.synergism ?? null,
      mutualism: relations?.mutualism ?? null,
    } as Record<string, number | null>,
    matrices: {
      contribution: totalContribution(web),
      dependency: totalDependency(web),
      N: integral,
      NP: integralInput,
      G: direct,
      GP: directInput,
      U: relations?.integral ?? new Float64Array(),
    } as Record<string, Float64Array>,
  };
}

type Cells = ArrayLike<number | null>;

/** What differs from the expected by more than 1e-8 of it and more than `rounding`. */
function differing(name: string, found: Cells | undefined, expected: Cells, rounding: number): string[] {
  return Array.from(expected, (value, at) => {
    const other = found?.[at] ?? null;
    const isClose =
      value === null || other === null
        ? value === other
        : Math.abs(other - value) <= Math.max(1e-8 * Math.abs(value), rounding);
    return isClose ? [] : [`${name} ${at}: ${other} for ${value}`];
  }).flat();
}

describe("flow analysis against NumPy", () => {
  it.each(textbook)("$name", ({ expected, ...table }) => {
    const { numbers, matrices } = measure(table);
    const faults = Object.entries(expected).flatMap(([name, value]) =>
      Array.isArray(value)
        ? differing(name, matrices[name], value.flat(), 1e-14)
        : differing(name, [numbers[name] ?? null], [value ?? null], 1e-12),
    );
    expect(faults).toEqual([]);
  });
});

const ena = join(process.cwd(), "..", "shared", "reference", "ena");
const models = existsSync(ena)
  ? readdirSync(ena).filter((file) => file.endsWith(".json") && file !== "index.json")
  : ["all models"];

/** Names of enaR for our numbers. */
const namesOfEnaR = {
  Boundary: "boundary",
  TST: "total",
  TSTp: "throughput",
  FCI: "finnCyclingIndex",
  "ID.F.O": "idealisedOutput",
  "ID.F.I": "idealisedInput",
  "HMG.O": "homogenization",
  "HMG.I": "homogenizationInput",
  "AMP.O": "amplification",
  "AMP.I": "amplificationInput",
  H: "flowDiversity",
  AMI: "averageMutualInformation",
  CAP: "developmentCapacity",
  ASC: "ascendency",
  OH: "overhead",
  "ASC.CAP": "ascendencyRatio",
  robustness: "flowRobustness",
  TD: "effectiveRoles",
  ELD: "effectiveConnectivity",
  lam1D: "utilitySpectralRadius",
  "synergism.F": "synergism",
  "mutualism.F": "mutualism",
} as const;

/** Its matrices, with what is left of its rounding N, N′ and U to ten decimals. */
const matricesOfEnaR = [
  ["N", "N", 1e-10],
  ["NP", "NP", 1e-10],
  ["G", "G", 0],
  ["GP", "GP", 0],
  ["U", "U", 1e-10],
  ["TCC", "contribution", 1e-7],
  ["TDC", "dependency", 1e-7],
] as const;

describe.skipIf(!existsSync(ena))("flow analysis against enaR, where its figures are at hand", () => {
  it.each(models)("%s", (file) => {
    const model = JSON.parse(readFileSync(join(ena, file), "utf8"));
    const { flow: flows, input: inputs, export: exports, respiration: respirations } = model;
    const { numbers, matrices } = measure({ flows, inputs, exports, respirations });
    const { flow, ascendency: information, utility: relations, matrices: cells } = model.reference;
    const reference: Record<string, number> = { ...flow, ...information, ...relations };
    const faults = [
      ...Object.entries(namesOfEnaR).flatMap(([theirs, ours]) =>
        theirs in reference
          ? differing(theirs, [numbers[ours] ?? null], [reference[theirs] ?? null], 1e-10)
          : [],
      ),
      ...matricesOfEnaR.flatMap(([theirs, ours, rounding]) =>
        differing(theirs, matrices[ours], (cells?.[theirs] ?? []).flat(), rounding),
      ),
    ];
    expect(faults).toEqual([]);
  });
});

describe("laws of flow analysis", () => {
  const amount = oneof(constant(0), integer({ min: 1, max: 1000 }));
  const tables = integer({ min: 1, max: 7 }).chain((n) => {
    const row = array(amount, { minLength: n, maxLength: n });
    return record({
      flows: array(row, { minLength: n, maxLength: n }),
      inputs: row.map((values) => values.map((value) => value + 1)),
      exports: row,
      respirations: row,
    });
  });

  it("adds up: boundary, direct and indirect flow are the throughflow", () => {
    assert(
      property(tables, (table) => {
        const { system } = imputeBoundary(toFlowSystem(table));
        const web = environ(system);
        if (web === null) return;
        const { direct, indirect } = realisedFlows(web, system.inputs);
        const { boundary, total } = web.through;
        expect(Math.abs(boundary + direct + indirect - total)).toBeLessThanOrEqual(1e-9 * total);
      }),
    );
  });

  it("imputes only what is missing, and leaves every node balanced", () => {
    assert(
      property(tables, (table) => {
        const { system, imputed, imputedShare } = imputeBoundary(toFlowSystem(table));
        const { imbalance, steady } = checkBalance(throughflow(system));
        expect(steady && Math.max(...imbalance) < 1e-12).toBe(true);
        expect(imputedShare).toBeLessThanOrEqual(1);
        expect(
          imputeBoundary(system).imputed.every((more, node) => more <= 1e-9 * (imputed[node] ?? 0)),
        ).toBe(true);
      }),
    );
  });

  it("knows no unit: a thousandfold system has the same shares", () => {
    assert(
      property(tables, (table) => {
        const once = imputeBoundary(toFlowSystem(table)).system;
        const times = (values: Float64Array) => values.map((value) => value * 1000);
        const more = {
          ...once,
          flows: times(once.flows),
          inputs: times(once.inputs),
          exports: times(once.exports),
          respirations: times(once.respirations),
        };
        const [a, b] = [environ(once), environ(more)];
        if (a === null || b === null) return;
        expect(finnCyclingIndex(b)).toBeCloseTo(finnCyclingIndex(a) ?? -1, 9);
        expect(ascendency(more)?.averageMutualInformation).toBeCloseTo(
          ascendency(once)?.averageMutualInformation ?? -1,
          9,
        );
        expect(utilitySpectralRadius(more)).toBeCloseTo(utilitySpectralRadius(once), 9);
      }),
    );
  });

  it("has no environs where a loop loses nothing", () => {
    expect(
      environ(
        toFlowSystem({
          flows: [
            [0, 10],
            [10, 0],
          ],
          inputs: [0, 0],
          exports: [0, 0],
          respirations: [0, 0],
        }),
      ),
    ).toBeNull();
  });

  it("is null where nothing flows", () => {
    const empty = toFlowSystem({ flows: [], inputs: [], exports: [], respirations: [] });
    const web = environ(empty);
    expect(ascendency(empty)).toBeNull();
    expect(web && finnCyclingIndex(web)).toBeNull();
    expect(utility(empty)).toMatchObject({ synergism: null, mutualism: null });
    expect(utilitySpectralRadius(empty)).toBe(0);
  });
});
