import { once } from "#graph/projection/once.ts";
import { flowEnds, pathEnds, type GraphEnds } from "./graph-ends.ts";
import { castLinks, type GraphLinks } from "./graph-links.ts";
import type { GraphNode, Groups } from "./graph-node.ts";
import type { ListedResource } from "./listed-resources.ts";

/** The edges of a network, one row an exchange: parallel ones and self loops are kept. */
export interface EdgeColumns {
  readonly count: number;
  /** Id of an edge: names what its unknown end stands for. */
  idOf(edge: number): string;
  /** Flow in the unit of its layer, NaN where it is not known. */
  readonly quantities: Float64Array;
  readonly layerOf: (edge: number) => string | null;
  /** What is exchanged: resources of different names do not replace each other; null = not known. */
  readonly resourceOf: (edge: number) => string | null;
}

/** What the edges are a part of, for the coverage of a result. */
export interface ViewBasis {
  readonly quantified: number;
  /** Of these, with a flow known only as mass of steam. */
  readonly steamByMassOnly: number;
  /** Edges that the filter took away. */
  readonly filteredOut: number;
}

/**
 * A network as measures read it, whatever it comes from: records under a filter (`record-views.ts`) or a file
 * (`file-view.ts`). Each graph is cast when it is first asked for, and once for all measures of the view.
 */
export interface GraphView {
  readonly directed: boolean;
  readonly nodes: readonly GraphNode[];
  /** Groups of `nodes`. */
  readonly groups: Groups;
  readonly edges: EdgeColumns;
  readonly basis: ViewBasis;
  /** Nodes at the ends of each edge: with `edges` the raw multigraph. */
  readonly ends: GraphEnds;
  /** The same with leaves in place of what is pooled or not known, as in `path`. */
  readonly pathEnds: GraphEnds;
  /** Whether all quantities have one unit. */
  readonly oneUnit: boolean;
  /** Simple digraph, parallel edges summed: for totals. */
  readonly flow: GraphLinks;
  /** `flow` in which every pooled or unknown end is a leaf of its own: for whatever follows links. */
  readonly path: GraphLinks;
  /** What is openly offered and wanted in the area; null where the network has no offers and needs. */
  readonly listed: readonly ListedResource[] | null;
  /** Flows over the border of the network by node; null where none is stated. */
  readonly boundary: Boundary | null;
  /** What a walk chooses its next link by, one number a link. */
  weightsOf(links: GraphLinks): ArrayLike<number>;
}

/** By node: what enters it from outside, leaves it as export, and is lost there; NaN where that is not stated. */
export interface Boundary {
  readonly input: Float64Array;
  readonly export: Float64Array;
  readonly respiration: Float64Array;
}

export interface ViewSource extends Pick<
  GraphView,
  "directed" | "nodes" | "groups" | "edges" | "basis" | "boundary" | "listed"
> {
  readonly oneUnit: boolean;
  readonly weightsOf: GraphView["weightsOf"];
  /** By edge: position of its ends in `nodes`. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** By edge: 1 where the end at a node that carries paths is itself pooled. */
  readonly pooledSources: Uint8Array | null;
  readonly pooledTargets: Uint8Array | null;
}

export function makeView(source: ViewSource): GraphView {
  const { directed, oneUnit, nodes, edges, basis, boundary, weightsOf } = source;
  const ends = once(() => flowEnds(source));
  const cast = (ends: GraphEnds) => castLinks(ends, edges.quantities, { directed, oneUnit });
  const flow = once(() => cast(ends()));
  const leaved = once(() => pathEnds(source));
  const path = once(() => cast(leaved()));
  return {
    directed,
    nodes,
    edges,
    basis,
    boundary,
    oneUnit,
    weightsOf,
    get groups() {
      return source.groups;
    },
    get listed() {
      return source.listed;
    },
    get ends() {
      return ends();
    },
    get pathEnds() {
      return leaved();
    },
    get flow() {
      return flow();
    },
    get path() {
      return path();
    },
  };
}
