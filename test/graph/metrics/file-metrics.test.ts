import { describe, expect, it } from "vitest";
import { fileMetrics } from "#graph/metrics/catalogue.ts";
import { viewFile } from "#graph/projection/graphs/file-view.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import fixture from "#test/fixtures/metric-graphs.json" with { type: "json" };
import { plainNetwork } from "#test/fixtures/plain-network.ts";

type Expected = number | null | Readonly<Record<string, number>>;

function compute(view: GraphView, id: string): MetricResult {
  const metric = fileMetrics.find(({ description }) => description.id === id);
  if (metric === undefined) throw new TypeError(`no metric ${id}`);
  const parameters = Object.fromEntries(
    Object.entries(metric.description.parameters).map(([name, parameter]) => [name, parameter.default]),
  );
  return metric.compute(view, { parameters });
}

/** What of a node result differs from the fixture, node by node and column by column. */
function nodeFaults(result: MetricResult, expected: Readonly<Record<string, Expected>> | null): string[] {
  if (result.kind !== "byNode") return [`gives ${result.kind}`];
  const faults = expected === null && result.reason === null ? ["has a value"] : [];
  for (const [row, id] of result.nodes.ids.entries()) {
    const wanted = expected?.[id] ?? null;
    const own = (name: string | null) =>
      result.columns.find((column, index) => column.name === name || (name === null && index === 0))?.values[
        row
      ] ?? null;
    const named: readonly (readonly [string | null, number | null])[] =
      wanted === null || typeof wanted === "number" ? [[null, wanted]] : Object.entries(wanted);
    for (const [name, value] of named) faults.push(...faultOf(own(name), value, `${id} ${name ?? ""}`));
    if ((own(null) === null) !== (result.reasons[row] !== null)) faults.push(`${id} without a reason`);
  }
  return faults;
}

/** Closed forms to 1e-9 of their size. */
function faultOf(own: number | null, wanted: number | null, what: string): string[] {
  const isNear =
    own === null || wanted === null
      ? own === wanted
      : Math.abs(own - wanted) <= 1e-9 * Math.max(Math.abs(wanted), 1e-3);
  return isNear ? [] : [`${what}: ${own}, not ${wanted}`];
}

function linkFaults(
  result: MetricResult,
  expected: readonly (readonly (string | number)[])[],
  isPair: boolean,
) {
  if (result.kind !== "byLink") return [`gives ${result.kind}`];
  const keyOf = (ends: readonly string[]) => (isPair ? [...ends].sort() : ends).join(" ");
  const own = new Map(
    result.sources.map((source, row) => [
      keyOf([result.nodes.ids[source] ?? "", result.nodes.ids[result.targets[row] ?? -1] ?? ""]),
      result.columns[0]?.values[row] ?? null,
    ]),
  );
  return [
    ...(own.size === expected.length ? [] : [`${own.size} links, not ${expected.length}`]),
    ...expected.flatMap(([source, target, value]) =>
      faultOf(own.get(keyOf([String(source), String(target)])) ?? null, Number(value), `${source} ${target}`),
    ),
  ];
}

function networkFaults(result: MetricResult, expected: Expected): string[] {
  if (result.kind === "curve")
    return Object.entries(expected ?? {}).flatMap(([x, value]) =>
      faultOf(result.columns[0]?.values[result.x.indexOf(Number(x))] ?? null, value, `at ${x}`),
    );
  if (result.kind !== "scalar") return [`gives ${result.kind}`];
  const faults =
    (result.value === null && result.parts.length === 0) === (result.reason !== null) ? [] : ["reason"];
  if (expected === null || typeof expected === "number")
    return [...faults, ...faultOf(result.value, expected, "value")];
  const parts = new Map(result.parts.map(({ name, value }) => [name, value]));
  return [
    ...faults,
    ...Object.entries(expected).flatMap(([name, value]) => faultOf(parts.get(name) ?? null, value, name)),
  ];
}

const isMeasured = (name: string) =>
  fileMetrics.some(({ description }) => description.id === `network.${name}`);

describe.each(fixture.graphs.map((graph) => [graph.name, graph] as const))("%s", (_name, graph) => {
  const view = viewFile(plainNetwork(graph));

  it.each(Object.entries(graph.node))("node.%s equals NetworkX", (name, expected) => {
    const wanted = expected as Readonly<Record<string, Expected>> | null;
    expect(nodeFaults(compute(view, `node.${name}`), wanted)).toEqual([]);
  });

  it.each(Object.entries(graph.link))("link.%s equals NetworkX", (name, expected) => {
    const isPair = name === "bridge" || !graph.directed;
    expect(linkFaults(compute(view, `link.${name}`), expected, isPair)).toEqual([]);
  });

  it.each(Object.entries(graph.network).filter(([name]) => isMeasured(name)))(
    "network.%s equals NetworkX",
    (name, expected) => {
      expect(networkFaults(compute(view, `network.${name}`), expected)).toEqual([]);
    },
  );
});
