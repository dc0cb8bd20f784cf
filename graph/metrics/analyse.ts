import { SymbiosisError } from "#graph/errors.ts";
import { viewFile, type PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { Analysis, MetricAnswer } from "#graph/schema/answers/analysis.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import { fileMetrics } from "./catalogue.ts";
import { libraryVersions } from "./library-versions.ts";
import type { Metric } from "./metric.ts";
import { fillIn } from "./parameters.ts";

export interface AnalysisRequest {
  /** Ids of metrics; null = all of them. */
  readonly ids: readonly string[] | null;
  /** Each metric is given those that it has. */
  readonly parameters: ParameterValues;
}

/** The answer but for the version of the program, which only its caller knows. */
export interface FileFindings extends Omit<Analysis, "versions"> {
  readonly libraries: Record<string, string>;
}

/**
 * Metrics of a network that does not come from records. Pure: equal networks and requests give equal answers, metrics in the
 * order of the catalogue. Throws `unknown-id` naming the metric, and `invalid-request` for a parameter that none of the
 * metrics has, or a value out of its range.
 */
export function analyseNetwork(network: PlainNetwork, request: AnalysisRequest): FileFindings {
  return analyseView(network, viewFile(network), request);
}

/** The same on a view of the network that is open already. */
export function analyseView(
  network: PlainNetwork,
  view: GraphView,
  { ids, parameters }: AnalysisRequest,
): FileFindings {
  const chosen = chooseMetrics(ids);
  assertUsed(chosen, parameters);
  const applied: Analysis["parameters"] = {};
  const metrics: Record<string, MetricAnswer> = {};
  const libraries = new Set<keyof typeof libraryVersions>();
  for (const metric of chosen) {
    const { id } = metric.description;
    const values = ownParameters(metric, parameters);
    if (Object.keys(values).length > 0) applied[id] = values;
    for (const library of metric.libraries ?? []) libraries.add(library);
    metrics[id] = answerOf(computeOn(view, metric, values));
  }
  return {
    network: describeNetwork(network, view),
    parameters: applied,
    libraries: Object.fromEntries([...libraries].sort().map((name) => [name, libraryVersions[name]])),
    metrics,
  };
}

/** The values that a metric is computed with, of parameters given to several. Throws as `fillIn`. */
export function ownParameters({ description }: Metric, parameters: ParameterValues): ParameterValues {
  const given = Object.entries(parameters).filter(([name]) => Object.hasOwn(description.parameters, name));
  return fillIn(description, Object.fromEntries(given));
}

/** Metrics of a file by their ids, in the order of the catalogue; null = all. Throws `unknown-id`. */
export function chooseMetrics(ids: readonly string[] | null): readonly Metric[] {
  if (ids === null) return fileMetrics;
  const known = new Set(fileMetrics.map(({ description }) => description.id));
  for (const id of ids)
    if (!known.has(id))
      throw new SymbiosisError("unknown-id", `no metric of a file has the id ${JSON.stringify(id)}`, {
        zh: `文件没有编号为 ${JSON.stringify(id)} 的指标`,
        details: [{ pointer: "metrics", message: `no metric of a file has the id ${JSON.stringify(id)}` }],
      });
  return fileMetrics.filter(({ description }) => ids.includes(description.id));
}

/** Throws `invalid-request` for a parameter that none of the metrics has; a seed is for whichever has one. */
export function assertUsed(chosen: readonly Metric[], parameters: ParameterValues): void {
  for (const name of Object.keys(parameters)) {
    if (name === "seed" || chosen.some(({ description }) => Object.hasOwn(description.parameters, name)))
      continue;
    const message = "none of the metrics has this parameter";
    throw new SymbiosisError("invalid-request", `${name}: ${message}`, {
      zh: `${name}：所选指标都没有这个参数`,
      details: [{ pointer: name, message }],
    });
  }
}

function computeOn(view: GraphView, metric: Metric, parameters: ParameterValues): MetricResult {
  if (metric.description.needsOneLayer && !view.oneUnit)
    return { kind: "scalar", value: null, parts: [], reason: "several-layers", basis: null };
  return metric.compute(view, { parameters });
}

function describeNetwork(
  { directed, weight, edges, nodes }: PlainNetwork,
  view: GraphView,
): Analysis["network"] {
  const { csr, selfLoops } = view.flow;
  const links = directed ? csr.targets.length : csr.targets.length / 2;
  return {
    nodes: nodes.length,
    links,
    edges: edges.length,
    directed,
    multi: edges.length - selfLoops > links,
    selfLoops,
    weight,
    unknownWeights: weight === null ? 0 : edges.length - view.basis.quantified,
    layers: [...new Set(edges.flatMap(({ layer }) => layer ?? []))].sort(),
  };
}

type Numbers = Record<string, number | null>;

/** A result → the answer: what is undefined says why, in one word. */
export function answerOf(result: MetricResult): MetricAnswer {
  if (result.kind !== "partition" && result.reason !== null) return { undefined: result.reason };
  if (result.kind === "scalar") return scalarAnswer(result.value, numbersOf(result.parts));
  if (result.kind === "byNode")
    return {
      byNode: Object.fromEntries(result.nodes.ids.map((id, row) => [id, valueAt(result.columns, row)])),
      ...(result.sample === null ? {} : { sample: result.sample }),
    };
  if (result.kind === "byLink")
    return {
      byLink: result.sources.map((source, row) => ({
        source: result.nodes.ids[source] ?? "",
        target: result.nodes.ids[result.targets[row] ?? -1] ?? "",
        value: valueAt(result.columns, row),
      })),
      ...(result.sample === null ? {} : { sample: result.sample }),
    };
  if (result.kind === "matrix") {
    const [first, ...others] = result.matrices;
    const further = Object.fromEntries(others.map(({ name, rows }) => [name, rows]));
    return { matrix: { labels: result.labels.ids, rows: first?.rows ?? [], ...further } };
  }
  if (result.kind === "curve")
    return {
      value: result.value,
      curve: {
        x: result.x,
        columns: Object.fromEntries(result.columns.map(({ name, values }) => [name, values])),
      },
    };
  return partitionAnswer(result);
}

function scalarAnswer(value: number | null, parts: Numbers): MetricAnswer {
  if (Object.keys(parts).length === 0) return { value };
  return value === null ? { value: parts } : { value, parts };
}

const numbersOf = (parts: readonly { readonly name: string; readonly value: number | null }[]): Numbers =>
  Object.fromEntries(parts.map(({ name, value }) => [name, value]));

function valueAt(
  columns: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
  row: number,
): number | Numbers | null {
  const [first] = columns;
  const value = first?.values[row] ?? null;
  if (columns.length < 2 || value === null) return value;
  return Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null]));
}

function partitionAnswer(result: Extract<MetricResult, { kind: "partition" }>): MetricAnswer {
  if (result.reason !== null) return { undefined: result.reason };
  const numbers = Object.entries(result).flatMap(([name, value]): [string, number][] =>
    typeof value === "number" ? [[name, value]] : [],
  );
  return {
    byNode: Object.fromEntries(result.members.map(({ id, community }) => [id, community])),
    parts: Object.fromEntries(numbers),
  };
}
