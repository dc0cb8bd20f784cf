import type { NodeScores } from "#graph/metrics/node-measure.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";

/** Known flow by node, with the links it was summed over and how many exchanges of them state a quantity. */
export interface Sums {
  readonly sums: Float64Array;
  readonly links: Uint32Array;
  readonly quantified: Uint32Array;
}

/** Adds the flow of each link to its node in `ends`. */
export function sumLinks({ nodes, flows, quantifiedCounts }: GraphLinks, ends: Uint32Array): Sums {
  const sums = new Float64Array(nodes.length);
  const links = new Uint32Array(nodes.length);
  const quantified = new Uint32Array(nodes.length);
  for (const [link, node] of ends.entries()) {
    links[node] = (links[node] ?? 0) + 1;
    quantified[node] = (quantified[node] ?? 0) + (quantifiedCounts[link] ?? 0);
    sums[node] = (sums[node] ?? 0) + (flows?.[link] ?? 0);
  }
  return { sums, links, quantified };
}

/** A sum each; null where a node has links and none of them a known flow. */
export function scoresOf({ sums, links, quantified }: Sums): NodeScores {
  return {
    values: Array.from(sums, (sum, node) =>
      links[node] !== 0 && quantified[node] === 0 ? "no-known-quantity" : sum,
    ),
  };
}

/** Both directions together: null where the node has links and none of them, in or out, a known flow. */
export function combine(
  graph: GraphLinks,
  out: Sums,
  join: (into: number, from: number) => number,
): NodeScores {
  const into = sumLinks(graph, graph.csr.targets);
  return scoresOf({
    sums: out.sums.map((from, node) => join(into.sums[node] ?? 0, from)),
    links: out.links.map((count, node) => count + (into.links[node] ?? 0)),
    quantified: out.quantified.map((count, node) => count + (into.quantified[node] ?? 0)),
  });
}
