import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Core number of each node of an undirected simple graph (each pair twice): the largest k such that the node belongs to
 * a part in which everybody has at least k partners. Nodes leave in order of their remaining degree: O(nodes + links).
 * Source: Batagelj, Zaversnik 2011, DOI 10.1007/s11634-010-0079-y.
 */
export function coreNumbers({ nodeCount, offsets, targets }: Csr): Uint32Array {
  const degrees = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++)
    degrees[node] = (offsets[node + 1] as number) - (offsets[node] as number);
  const largest = degrees.reduce((a, b) => Math.max(a, b), 0);
  // Nodes sorted by degree; `starts[d]` is where degree d begins.
  const starts = new Uint32Array(largest + 2);
  for (const degree of degrees) starts[degree + 1] = (starts[degree + 1] as number) + 1;
  for (let degree = 0; degree <= largest; degree++)
    starts[degree + 1] = (starts[degree + 1] as number) + (starts[degree] as number);
  const fill = starts.slice();
  const order = new Uint32Array(nodeCount);
  const places = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const place = fill[degrees[node] as number] as number;
    fill[degrees[node] as number] = place + 1;
    order[place] = node;
    places[node] = place;
  }
  for (let position = 0; position < nodeCount; position++) {
    const node = order[position] as number;
    const own = degrees[node] as number;
    for (let link = offsets[node] as number; link < (offsets[node + 1] as number); link++) {
      const other = targets[link] as number;
      const degree = degrees[other] as number;
      if (degree <= own) continue;
      // The other changes places with the first of its degree, which then begins one later.
      const start = starts[degree] as number;
      const first = order[start] as number;
      const place = places[other] as number;
      order[place] = first;
      places[first] = place;
      order[start] = other;
      places[other] = start;
      starts[degree] = start + 1;
      degrees[other] = degree - 1;
    }
  }
  return degrees;
}
