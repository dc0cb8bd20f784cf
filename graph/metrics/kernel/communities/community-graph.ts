import { castToSimple, sourcesOf, type Csr } from "#graph/projection/graphs/csr.ts";

/** What modularity needs of a network: between two nodes, the weight of both directions together. */
export interface CommunityGraph {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** By position in `targets`: A_vw + A_wv. No loops. */
  readonly weights: Float64Array;
  /** By node: Σ_w A_vw and Σ_w A_wv, what lies inside an aggregated node included. */
  readonly out: Float64Array;
  readonly in: Float64Array;
  /** m = Σ A. */
  readonly total: number;
}

/**
 * From a simple digraph with one weight ≥ 0 a link; for an undirected network, hand in both directions of every link, and
 * its modularity is the undirected one.
 */
export function toCommunityGraph(csr: Csr, linkWeights: ArrayLike<number>): CommunityGraph {
  const { nodeCount } = csr;
  const sources = sourcesOf(csr);
  const out = new Float64Array(nodeCount);
  const into = new Float64Array(nodeCount);
  let total = 0;
  for (const [link, source] of sources.entries()) {
    const weight = linkWeights[link] ?? 0;
    const target = csr.targets[link] as number;
    out[source] = (out[source] as number) + weight;
    into[target] = (into[target] as number) + weight;
    total += weight;
  }
  const ends = { sources, targets: csr.targets, weights: linkWeights };
  return { ...sumPairs(nodeCount, ends), nodeCount, out, in: into, total };
}

interface WeightedEnds {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: ArrayLike<number>;
}

/** Every edge from both of its ends, parallel ones and both directions added. */
function sumPairs(nodeCount: number, { sources, targets, weights }: WeightedEnds) {
  const edges = sources.length;
  const bothSources = new Uint32Array(2 * edges);
  const bothTargets = new Uint32Array(2 * edges);
  bothSources.set(sources);
  bothSources.set(targets, edges);
  bothTargets.set(targets);
  bothTargets.set(sources, edges);
  const { csr, linkOfEdge } = castToSimple({ nodeCount, sources: bothSources, targets: bothTargets });
  const sums = new Float64Array(csr.targets.length);
  for (const [edge, link] of linkOfEdge.entries())
    if (link < sums.length) sums[link] = (sums[link] as number) + (weights[edge % edges] ?? 0);
  return { offsets: csr.offsets, targets: csr.targets, weights: sums };
}

/** Each group becomes one node; `groups` are numbered from 0 without gaps. Cost: O(nodes + links). */
export function aggregate(graph: CommunityGraph, groups: Uint32Array, groupCount: number): CommunityGraph {
  const out = new Float64Array(groupCount);
  const into = new Float64Array(groupCount);
  const offsets = new Uint32Array(groupCount + 1);
  const targets = new Uint32Array(graph.targets.length);
  const weights = new Float64Array(graph.targets.length);
  // By group: where its sum stands among those of the group at hand.
  const placeOf = new Int32Array(groupCount).fill(-1);
  const { starts, members } = membersOf(groups, groupCount);
  let count = 0;
  for (let group = 0; group < groupCount; group++) {
    const first = count;
    for (let position = starts[group] as number; position < (starts[group + 1] as number); position++) {
      const node = members[position] as number;
      out[group] = (out[group] as number) + (graph.out[node] as number);
      into[group] = (into[group] as number) + (graph.in[node] as number);
      for (let at = graph.offsets[node] as number; at < (graph.offsets[node + 1] as number); at++) {
        const other = groups[graph.targets[at] as number] as number;
        if (other === group) continue;
        let place = placeOf[other] as number;
        if (place < first) {
          place = count++;
          placeOf[other] = place;
          targets[place] = other;
        }
        weights[place] = (weights[place] as number) + (graph.weights[at] as number);
      }
    }
    offsets[group + 1] = count;
  }
  return {
    nodeCount: groupCount,
    offsets,
    targets: targets.slice(0, count),
    weights: weights.slice(0, count),
    out,
    in: into,
    total: graph.total,
  };
}

/** The nodes of group k are `members[starts[k]]` to `members[starts[k + 1] - 1]`. */
function membersOf(groups: Uint32Array, groupCount: number) {
  const starts = new Uint32Array(groupCount + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < groupCount; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice();
  const members = new Uint32Array(groups.length);
  for (let node = 0; node < groups.length; node++) {
    const group = groups[node] as number;
    const place = next[group] as number;
    members[place] = node;
    next[group] = place + 1;
  }
  return { starts, members };
}

/** New numbers from 0 without gaps, in the order in which the groups are met; old ones are below the length. */
export function renumber(groups: Uint32Array): { readonly groups: Uint32Array; readonly count: number } {
  const numbers = new Int32Array(groups.length).fill(-1);
  const renumbered = new Uint32Array(groups.length);
  let count = 0;
  for (let node = 0; node < groups.length; node++) {
    const group = groups[node] as number;
    if (numbers[group] === -1) numbers[group] = count++;
    renumbered[node] = numbers[group] as number;
  }
  return { groups: renumbered, count };
}
