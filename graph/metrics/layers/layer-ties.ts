import { castToSimple, type Csr } from "#graph/projection/graphs/csr.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";

export interface LayerTie {
  readonly layer: string;
  /** The undirected simple graph of its exchanges, each pair twice; the nodes are those of `path`. */
  readonly csr: Csr;
}

/** The web of each layer that links two nodes, by name. Exchanges of no known layer are in none. Cost: O(layers × nodes + exchanges). */
export function layerTies({ pathEnds, edges }: GraphView): readonly LayerTie[] {
  const byLayer = new Map<string, number[]>();
  for (const [edge, source] of pathEnds.sources.entries()) {
    const layer = edges.layerOf(edge);
    if (layer === null || source === pathEnds.targets[edge]) continue;
    const found = byLayer.get(layer);
    if (found === undefined) byLayer.set(layer, [edge]);
    else found.push(edge);
  }
  return [...byLayer]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([layer, found]) => {
      const from = found.map((edge) => pathEnds.sources[edge] ?? 0);
      const to = found.map((edge) => pathEnds.targets[edge] ?? 0);
      const { csr } = castToSimple({
        nodeCount: pathEnds.nodeCount,
        sources: Uint32Array.from([...from, ...to]),
        targets: Uint32Array.from([...to, ...from]),
      });
      return { layer, csr: { ...csr, nodeCount: pathEnds.nodeCount } };
    });
}
