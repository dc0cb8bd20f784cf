import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { MetricResult, NodeColumns } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import { kindOf } from "#graph/projection/graphs/graph-ends.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { GraphNode } from "#graph/projection/graphs/graph-node.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { Library } from "./library-versions.ts";
import type { Metric, MetricOptions } from "./metric.ts";

/** What measures of the path graph say about the ends that are not known (`graph-ends.ts`). */
export const unknownEnds = { unknownEnds: "leaves, counted in n" } as const;

/** What a node can be: the first half of a metric's id. */
export type NodeScope = "park" | "enterprise" | "city" | "node";

export const everyScope: readonly NodeScope[] = ["park", "enterprise", "city", "node"];

/** What a node and its partners are called in a scope. */
export interface Words {
  readonly nodeZh: string;
  readonly nodeEn: string;
  readonly partnersZh: string;
  readonly partnersEn: string;
}

const wordsByScope: Readonly<Record<NodeScope, Words>> = {
  park: { nodeZh: "园区", nodeEn: "park", partnersZh: "地点", partnersEn: "places" },
  enterprise: { nodeZh: "企业", nodeEn: "enterprise", partnersZh: "企业", partnersEn: "enterprises" },
  city: { nodeZh: "城市", nodeEn: "city", partnersZh: "城市", partnersEn: "cities" },
  node: { nodeZh: "节点", nodeEn: "node", partnersZh: "节点", partnersEn: "nodes" },
};

export type Value = number | NullReason;

export interface Sample {
  readonly drawn: number;
  readonly of: number;
  /** With probability 0.95 every value lies within this of the exact one; null = no bound is known. */
  readonly error: number | null;
}

/** One score a node of the graph that is read, leaves last; a reason in place of a number where it is undefined. */
export interface NodeScores {
  readonly values: ArrayLike<Value>;
  /** Where the description has several columns: the second and all later ones. */
  readonly others?: readonly ArrayLike<number | null>[];
  readonly sample?: Sample | null;
}

export type MeasureText = Omit<MetricDescription, "id" | "scope" | "meaningZh" | "meaningEn" | "columns">;

/** A measure of single nodes, written once and applied in each of its scopes. */
export interface NodeMeasure extends MeasureText {
  /** Second half of the metric's id. */
  readonly name: string;
  readonly scopes: readonly NodeScope[];
  readonly columns?: MetricDescription["columns"];
  /** Where a parameter has another default in a scope. */
  readonly parametersIn?: Partial<Readonly<Record<NodeScope, MetricDescription["parameters"]>>>;
  readonly meaningZh: (words: Words) => string;
  readonly meaningEn: (words: Words) => string;
  readonly libraries?: readonly Library[];
  /** The scores, or why no node has one. */
  readonly score: (links: GraphLinks, options: MetricOptions, view: GraphView) => NodeScores | NullReason;
}

/** The measure in one scope; every node of the filter's area is scored, in the scope of places only parks. */
export function inScope(measure: NodeMeasure, scope: NodeScope): Metric {
  const { name, scopes: _, meaningZh, meaningEn, score, columns = [], libraries = [], ...rest } = measure;
  const { parametersIn = {}, ...text } = rest;
  const words = wordsByScope[scope];
  const description: MetricDescription = {
    id: `${scope}.${name}`,
    scope,
    ...text,
    parameters: parametersIn[scope] ?? text.parameters,
    columns,
    meaningZh: meaningZh(words),
    meaningEn: meaningEn(words),
  };
  return {
    description,
    libraries,
    compute(view, options) {
      const links = view[kindOf(text.reads)];
      return resultOf(view, links, score(links, options, view), columns);
    },
  };
}

function resultOf(
  { nodes }: GraphView,
  { nodes: measured, origins }: GraphLinks,
  found: NodeScores | NullReason,
  columns: MetricDescription["columns"],
): MetricResult {
  const scored = nodes.flatMap((node, position) => (node.scored ? [position] : []));
  const measuredOf = new Int32Array(nodes.length).fill(-1);
  for (let node = 0; node < measured.length; node++) measuredOf[origins[node] ?? 0] = node;
  const valueOf = (position: number): Value => {
    const node = measuredOf[position] ?? -1;
    if (node === -1) return "placeholder";
    return typeof found === "string" ? found : (found.values[node] ?? 0);
  };
  const values = scored.map(valueOf);
  const others = typeof found === "string" ? columns.slice(1).map((): number[] => []) : (found.others ?? []);
  const first = values.map((value) => (typeof value === "number" ? value : null));
  return {
    kind: "byNode",
    nodes: columnsOf(scored.flatMap((position) => nodes[position] ?? [])),
    columns: [
      { name: columns[0]?.name ?? "value", values: first },
      ...others.map((column, index) => ({
        name: columns[index + 1]?.name ?? "",
        values: scored.map((position, row) =>
          first[row] === null ? null : (column[measuredOf[position] ?? -1] ?? null),
        ),
      })),
    ],
    reasons: values.map((value) => (typeof value === "number" ? null : value)),
    reason: typeof found === "string" ? found : null,
    sample: typeof found === "string" ? null : (found.sample ?? null),
  };
}

export function columnsOf(nodes: readonly GraphNode[]): NodeColumns {
  return {
    ids: nodes.map(({ id }) => id),
    placeIds: nodes.map(({ placeId }) => placeId),
    namesZh: nodes.map(({ nameZh }) => nameZh),
    namesEn: nodes.map(({ nameEn }) => nameEn),
  };
}
