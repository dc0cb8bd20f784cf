/**
 * Compressed sparse rows: a simple digraph without self loops in two typed arrays. The neighbours of node `v` are
 * `targets[offsets[v]]` to `targets[offsets[v + 1] - 1]`, ascending; a position in `targets` is the number of a link.
 */
export interface Csr {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

/** The ends of many edges; parallel edges and self loops are allowed. */
export interface EdgeList {
  readonly nodeCount: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/** `linkOfEdge` for an edge that is no link. */
export const selfLoop = 0xffffffff;

/**
 * The simple cast: parallel edges become one link, self loops none. `linkOfEdge` says which link each edge went into, so
 * that whoever has a weight sums it by name; there is no default weight. Two stable counting sorts: O(nodes + edges).
 */
export function castToSimple(edges: EdgeList): { csr: Csr; linkOfEdge: Uint32Array } {
  const { nodeCount, sources, targets } = edges;
  const order = countingSort(
    sources,
    nodeCount,
    countingSort(targets, nodeCount, identityOrder(sources.length)),
  );
  const linkOfEdge = new Uint32Array(sources.length).fill(selfLoop);
  const linkTargets = new Uint32Array(sources.length);
  const offsets = new Uint32Array(nodeCount + 1);
  let links = 0;
  let lastSource = -1;
  let lastTarget = -1;
  for (const edge of order) {
    const source = sources[edge] ?? 0;
    const target = targets[edge] ?? 0;
    if (source === target) continue;
    if (source !== lastSource || target !== lastTarget) {
      linkTargets[links++] = target;
      offsets[source + 1] = links;
      lastSource = source;
      lastTarget = target;
    }
    linkOfEdge[edge] = links - 1;
  }
  for (let node = 0; node < nodeCount; node++)
    offsets[node + 1] = Math.max(offsets[node] ?? 0, offsets[node + 1] ?? 0);
  return { csr: { nodeCount, offsets, targets: linkTargets.slice(0, links) }, linkOfEdge };
}

/** The source of each link, so that a pass over links needs no inner loop. */
export function sourcesOf({ nodeCount, offsets, targets }: Csr): Uint32Array {
  const sources = new Uint32Array(targets.length);
  for (let node = 0; node < nodeCount; node++) sources.fill(node, offsets[node], offsets[node + 1]);
  return sources;
}

/** Every link turned round. `linkOfEdge[k]` is the new number of old link `k`. */
export function reverse(csr: Csr): { csr: Csr; linkOfEdge: Uint32Array } {
  return castToSimple({ nodeCount: csr.nodeCount, sources: csr.targets, targets: sourcesOf(csr) });
}

/**
 * The undirected simple graph (`tie`): each pair of linked nodes twice, once from either side. `linkOfEdge[k]` is the new
 * number of link `k`, and `linkOfEdge[links + k]` that of the same pair from the other side.
 */
export function symmetric(csr: Csr): { csr: Csr; linkOfEdge: Uint32Array } {
  const forward = sourcesOf(csr);
  const links = csr.targets.length;
  const sources = new Uint32Array(2 * links);
  const targets = new Uint32Array(2 * links);
  sources.set(forward);
  sources.set(csr.targets, links);
  targets.set(csr.targets);
  targets.set(forward, links);
  return castToSimple({ nodeCount: csr.nodeCount, sources, targets });
}

function identityOrder(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index++) order[index] = index;
  return order;
}

/** `order` rearranged so that `keys` ascend; edges of equal key keep their order. */
function countingSort(keys: Uint32Array, keyCount: number, order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const edge of order) {
    const key = keys[edge] ?? 0;
    const position = starts[key] ?? 0;
    sorted[position] = edge;
    starts[key] = position + 1;
  }
  return sorted;
}
