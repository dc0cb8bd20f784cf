import type { MetricDescription, NullReason } from "#graph/schema/answers/metric-report.ts";
import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { viewOf } from "#graph/projection/graphs/graph-ends.ts";
import { linkNodes, type GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import {
  enterpriseNodes,
  placeNodes,
  type GraphNode,
  type NodeSet,
} from "#graph/projection/graphs/node-set.ts";
import type { Metric } from "./metric.ts";

/** What measures of the path graph say about the ends that are not known (`graph-ends.ts`). */
export const unknownEnds = { unknownEnds: "leaves, counted in n" } as const;

/** What a node and its partners are called in a scope. */
export interface Words {
  readonly nodeZh: string;
  readonly nodeEn: string;
  readonly partnersZh: string;
  readonly partnersEn: string;
}

/** One score a node of `csr`, leaves last; a reason in place of a number where the value is undefined. */
export interface NodeScores {
  readonly values: ArrayLike<number | NullReason>;
  readonly sample?: { readonly drawn: number; readonly of: number } | null;
}

type Text = Pick<
  MetricDescription,
  | "nameZh"
  | "nameEn"
  | "unit"
  | "range"
  | "reads"
  | "needsOneLayer"
  | "formula"
  | "whereZh"
  | "whereEn"
  | "parameters"
  | "source"
  | "agreesWith"
>;

/** A measure of single nodes, written once and applied to enterprises and to parks. */
export interface NodeMeasure extends Text {
  /** Second half of the metric's id. */
  readonly name: string;
  readonly meaningZh: (words: Words) => string;
  readonly meaningEn: (words: Words) => string;
  readonly usesSeed?: boolean;
  readonly score: (links: GraphLinks, options: { readonly seed: number }) => NodeScores;
}

/** The measure on the graph of enterprises; every enterprise of the filter's area is scored. */
export function onEnterprises(measure: NodeMeasure): Metric {
  const words = { nodeZh: "企业", nodeEn: "enterprise", partnersZh: "企业", partnersEn: "enterprises" };
  return toMetric(measure, { scope: "enterprise", words, nodesOf: enterpriseNodes });
}

/** The measure on the graph of places; the others carry links, but only the parks of the filter's area are scored. */
export function onParks(measure: NodeMeasure): Metric {
  const words = { nodeZh: "园区", nodeEn: "park", partnersZh: "地点", partnersEn: "places" };
  return toMetric(measure, { scope: "park", words, nodesOf: placeNodes });
}

interface Scope {
  readonly scope: "enterprise" | "park";
  readonly words: Words;
  readonly nodesOf: (network: FilteredNetwork) => NodeSet;
}

function toMetric(measure: NodeMeasure, { scope, words, nodesOf }: Scope): Metric {
  const { name, meaningZh, meaningEn, score, usesSeed = false, ...text } = measure;
  return {
    description: {
      id: `${scope}.${name}`,
      scope,
      ...text,
      meaningZh: meaningZh(words),
      meaningEn: meaningEn(words),
    },
    usesSeed,
    compute(network, options) {
      const nodeSet = nodesOf(network);
      const links = linkNodes(network, nodeSet, viewOf(text.reads));
      const { values, sample = null } = score(links, options);
      const positions = new Map(links.nodes.map((node, position) => [node, position]));
      const scores = nodeSet.nodes
        .filter((node) => node.scored)
        .map((node) => {
          const position = positions.get(node);
          const value = position === undefined ? "placeholder" : (values[position] ?? 0);
          return { ...toScore(node, value), placeId: placeIdOf(network, node.id) };
        });
      return { kind: "scores", scores, sample };
    },
  };
}

/** A place stands at itself. */
function placeIdOf({ placeIdByEnterprise }: FilteredNetwork, id: string): string {
  return placeIdByEnterprise.get(id) ?? id;
}

function toScore({ id, nameZh, nameEn }: GraphNode, value: number | NullReason) {
  return typeof value === "number"
    ? { id, nameZh, nameEn, value, reason: null }
    : { id, nameZh, nameEn, value: null, reason: value };
}
