import type { Csr } from "#graph/projection/graphs/csr.ts";
import { addTo, inParts, shareOf, type PartKernel } from "./parts.ts";
import { newPathSearch, pathShare, searchFrom, type PathSearch } from "./path-search.ts";
import type { StartNodes } from "./start-nodes.ts";

/** Sums over ordered pairs of other nodes of the share of their shortest paths, not normalised. */
export interface PathBetweenness {
  /** Of the paths through each node. */
  readonly byNode: Float64Array;
  /** Of the paths over each link, pairs with the ends of the link included. */
  readonly byLink: Float64Array;
}

/**
 * Betweenness of nodes and links by Brandes' algorithm, on shortest paths by cost (> 0 a link; infinite = no link) or, for
 * null, by number of links. Weight is strength: whoever has weights hands in 1/w. Cost: O(starts × (links + n log n)).
 * Source: Brandes 2001, DOI 10.1080/0022250X.2001.9990249; 2008, DOI 10.1016/j.socnet.2007.11.001.
 */
export function pathBetweenness(
  csr: Csr,
  linkCosts: Float64Array | null,
  starts: StartNodes,
): PathBetweenness {
  const byNode = new Float64Array(csr.nodeCount);
  const byLink = new Float64Array(csr.targets.length);
  inParts(pathBetweennessKernel, { csr, linkCosts, starts: Uint32Array.from(starts.nodes) }, (sums) => {
    addTo(byNode, sums, 0, starts.factor);
    addTo(byLink, sums, csr.nodeCount, starts.factor);
  });
  return { byNode, byLink };
}

interface PartInput {
  readonly csr: Csr;
  readonly linkCosts: Float64Array | null;
  readonly starts: Uint32Array;
}

/** Sums over the starts of a part: by node, then by link. */
export const pathBetweennessKernel: PartKernel<PartInput> = {
  name: "path betweenness",
  lengthOf: ({ csr }) => csr.nodeCount + csr.targets.length,
  open: ({ csr, linkCosts, starts }) => {
    const search = newPathSearch(csr, linkCosts);
    const dependencies = new Float64Array(csr.nodeCount);
    return (part, parts, out) => {
      const byLink = out.subarray(csr.nodeCount);
      for (const start of shareOf(starts, part, parts)) {
        searchFrom(search, start);
        passBack(search, dependencies, byLink);
        for (let position = 1; position < search.reached; position++) {
          const node = search.order[position] as number;
          out[node] = (out[node] as number) + (dependencies[node] as number);
        }
      }
    };
  },
};

/** Farthest first: what lies behind a node is shared among the links that lead to it. */
function passBack(search: PathSearch, dependencies: Float64Array, byLink: Float64Array) {
  const { csr, linkCosts, order, reached, distances } = search;
  for (let position = reached - 1; position >= 0; position--) {
    const node = order[position] as number;
    const distance = distances[node] as number;
    let dependency = 0;
    for (let link = csr.offsets[node] as number; link < (csr.offsets[node + 1] as number); link++) {
      const target = csr.targets[link] as number;
      const next = distance + (linkCosts === null ? 1 : (linkCosts[link] as number));
      if (next !== distances[target] || next === Infinity) continue;
      const passed = (1 + (dependencies[target] as number)) * pathShare(search, node, target);
      byLink[link] = (byLink[link] as number) + passed;
      dependency += passed;
    }
    dependencies[node] = dependency;
  }
}
