import type { Sigma } from "sigma";
import type { Emphasis, Strength } from "#client/stage/programs/emphasis.ts";
import type { StageGraph } from "#client/stage/graph-patch.ts";

export interface Focus {
  /** Marks and lines that stay strong; null = all. */
  readonly ids: ReadonlySet<string> | null;
  /** Those drawn strongest: the selected and the hovered one. */
  readonly chosenIds: readonly string[];
}

/** Applies a focus by refreshing only what changes its own strength; the fading of all others is one uniform. */
export class Highlighter {
  readonly #graph: StageGraph;
  readonly #emphasis: Emphasis;
  #strengths = new Map<string, Strength>();
  #isIndexed = false;
  /** Marks and lines refreshed by the last change: a test holds it small. */
  lastRefreshed = 0;

  constructor(graph: StageGraph, emphasis: Emphasis) {
    this.#graph = graph;
    this.#emphasis = emphasis;
  }

  /** The graph was patched: Sigma has to index it before single items can be painted anew. */
  graphChanged(): void {
    this.#isIndexed = false;
  }

  /** Sigma has indexed the graph. */
  graphIndexed(): void {
    this.#isIndexed = true;
  }

  apply(renderer: Sigma, { ids, chosenIds }: Focus): void {
    const wanted = new Map<string, Strength>();
    for (const id of ids ?? []) wanted.set(id, 1);
    for (const id of chosenIds) wanted.set(id, 2);
    const changed = [...new Set([...wanted.keys(), ...this.#strengths.keys()])].filter(
      (id) => !this.#isIndexed || wanted.get(id) !== this.#strengths.get(id),
    );
    const nodes = changed.filter((id) => this.#graph.hasNode(id));
    const edges = changed.filter((id) => this.#graph.hasEdge(id));
    // The attribute is written past the graph's events: each would ask Sigma to index everything again.
    for (const id of nodes) this.#graph.getNodeAttributes(id).strength = wanted.get(id) ?? 0;
    for (const id of edges) this.#graph.getEdgeAttributes(id).strength = wanted.get(id) ?? 0;
    this.#emphasis.fade = ids === null ? 0 : 1;
    this.#strengths = wanted;
    this.lastRefreshed = nodes.length + edges.length;
    renderer.refresh({ partialGraph: { nodes, edges }, skipIndexation: this.#isIndexed, schedule: true });
  }
}
