import { MultiDirectedGraph } from "graphology";
import type { GraphSpec, StageEdge, StageNode } from "#client/model/drawing/stage-spec.ts";
import { positionAt } from "#client/model/drawing/points-of.ts";
import type { Strength } from "./programs/emphasis.ts";
import { fillSigns } from "./programs/fill.ts";

/** Attributes of a mark in the graph that Sigma draws. */
export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  color: string;
  type: "mark";
  mark: StageNode["mark"];
  inside: readonly [number, number, number];
  /** How full it is drawn: −1 to 1, or a sign of `fill.ts`. */
  fill: number;
  strength: Strength;
}

export interface EdgeAttributes {
  size: number;
  color: string;
  type: "ribbon";
  curvature: number;
  /** 0 solid, 1 dotted (candidate), 2 dashed (stale). */
  dash: 0 | 1 | 2;
  strength: Strength;
}

export type StageGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export function emptyGraph(): StageGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes>({ allowSelfLoops: false });
}

/** Each drop makes Sigma read the whole graph again: beyond this many, starting from an empty graph is cheaper. */
const mostDrops = 24;

/**
 * Makes the graph equal to the spec by the smallest change: what is equal stays untouched. The graph itself, and with
 * it the renderer, is always kept.
 */
export function patchGraph(graph: StageGraph, spec: GraphSpec, share: number): void {
  const nodes = new Map(spec.nodes.map((node) => [node.id, node]));
  const edges = new Map(spec.edges.map((edge) => [edge.id, edge]));
  const droppedEdges = graph.filterEdges((id, _, from, to) => !isSameLine(edges.get(id), from, to));
  const droppedNodes = graph.filterNodes((id) => !nodes.has(id));
  if (droppedEdges.length + droppedNodes.length > mostDrops || isReordered(graph, spec)) graph.clear();
  else {
    for (const id of droppedEdges) graph.dropEdge(id);
    for (const id of droppedNodes) graph.dropNode(id);
  }
  for (const node of spec.nodes) patchNode(graph, node, share);
  for (const edge of spec.edges) patchEdge(graph, edge);
}

const isSameLine = (edge: StageEdge | undefined, from: string, to: string) =>
  edge !== undefined && edge.from === from && edge.to === to;

/** Order is drawing order (small marks over large ones, wide lines over thin ones), and a graph keeps the order of adding. */
function isReordered(graph: StageGraph, spec: GraphSpec): boolean {
  return (
    !isInOrder(spec.nodes, (id) => graph.hasNode(id)) || !isInOrder(spec.edges, (id) => graph.hasEdge(id))
  );
}

function isInOrder(items: readonly { readonly id: string }[], isThere: (id: string) => boolean): boolean {
  const firstNew = items.findIndex(({ id }) => !isThere(id));
  return firstNew === -1 || items.slice(firstNew).every(({ id }) => !isThere(id));
}

function patchNode(graph: StageGraph, node: StageNode, share: number): void {
  const { inside } = node;
  const attributes: NodeAttributes = {
    ...positionAt(node, share),
    size: node.size,
    color: node.colour,
    type: "mark",
    mark: node.mark,
    fill: fillOf(node),
    inside: inside === null ? [0, 0, 0] : [inside.material, inside.energy, inside.water],
    strength: 0,
  };
  if (!graph.hasNode(node.id)) graph.addNode(node.id, attributes);
  else if (isChanged(graph.getNodeAttributes(node.id), attributes))
    graph.mergeNodeAttributes(node.id, attributes);
}

const fillOf = ({ fill }: StageNode) => (typeof fill === "number" ? fill : fillSigns[fill]);

function patchEdge(graph: StageGraph, edge: StageEdge): void {
  const attributes: EdgeAttributes = {
    size: edge.width,
    color: edge.colour,
    type: "ribbon",
    curvature: edge.curvature,
    dash: edge.kind === "candidate" ? 1 : edge.stale ? 2 : 0,
    strength: 0,
  };
  if (!graph.hasEdge(edge.id)) graph.addEdgeWithKey(edge.id, edge.from, edge.to, attributes);
  else if (isChanged(graph.getEdgeAttributes(edge.id), attributes))
    graph.mergeEdgeAttributes(edge.id, attributes);
}

/** Strength is not part of a spec: emphasis owns it. */
function isChanged<T extends NodeAttributes | EdgeAttributes>(now: T, wanted: T): boolean {
  wanted.strength = now.strength;
  return Object.entries(wanted).some(
    ([name, value]) => !Object.is(String(value), String(now[name as keyof T])),
  );
}
