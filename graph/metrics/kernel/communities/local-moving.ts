import type { Random } from "#graph/metrics/kernel/random.ts";
import type { CommunityGraph } from "./community-graph.ts";

/** The weights between one node and the groups around it; one table serves all nodes, one after the other. */
export interface Neighbourhood {
  readonly weights: Float64Array;
  readonly groups: Uint32Array;
  count: number;
}

export function newNeighbourhood(groupCount: number): Neighbourhood {
  return { weights: new Float64Array(groupCount), groups: new Uint32Array(groupCount), count: 0 };
}

/** Adds up the links of a node by the group at their other end. */
export function lookAround(graph: CommunityGraph, groups: Uint32Array, node: number, around: Neighbourhood) {
  for (let position = 0; position < around.count; position++)
    around.weights[around.groups[position] as number] = 0;
  around.count = 0;
  for (let at = graph.offsets[node] as number; at < (graph.offsets[node + 1] as number); at++) {
    const weight = graph.weights[at] as number;
    if (weight === 0) continue;
    const group = groups[graph.targets[at] as number] as number;
    if (around.weights[group] === 0) around.groups[around.count++] = group;
    around.weights[group] = (around.weights[group] as number) + weight;
  }
}

/** What groups weigh: by group, the sums of `out` and `in` of its nodes. */
export interface GroupSums {
  readonly out: Float64Array;
  readonly in: Float64Array;
}

export function sumGroups(graph: CommunityGraph, groups: Uint32Array): GroupSums {
  const sums = { out: new Float64Array(graph.nodeCount), in: new Float64Array(graph.nodeCount) };
  for (const [node, group] of groups.entries()) join(graph, sums, node, group);
  return sums;
}

export function join(graph: CommunityGraph, sums: GroupSums, node: number, group: number) {
  sums.out[group] = (sums.out[group] as number) + (graph.out[node] as number);
  sums.in[group] = (sums.in[group] as number) + (graph.in[node] as number);
}

function leave(graph: CommunityGraph, sums: GroupSums, node: number, group: number) {
  sums.out[group] = (sums.out[group] as number) - (graph.out[node] as number);
  sums.in[group] = (sums.in[group] as number) - (graph.in[node] as number);
}

/** Weight that chance alone would put between a node and a group, by resolution. */
export function expectedWeight(graph: CommunityGraph, sums: GroupSums, node: number, group: number): number {
  return (
    ((graph.out[node] as number) * (sums.in[group] as number) +
      (graph.in[node] as number) * (sums.out[group] as number)) /
    graph.total
  );
}

/** What a move must gain at least, as a share of m: less is the rounding of sums. */
const leastGain = 1e-14;

/**
 * Moves single nodes to the group around them, or to one of their own, where modularity gains most, until no move gains;
 * only nodes whose neighbours moved are looked at again. Changes `groups`; true if a node moved.
 */
export function moveNodes(
  graph: CommunityGraph,
  groups: Uint32Array,
  resolution: number,
  random: Random,
): boolean {
  const { nodeCount } = graph;
  const sums = sumGroups(graph, groups);
  const sizes = new Uint32Array(nodeCount);
  for (const group of groups) sizes[group] = (sizes[group] as number) + 1;
  const empty: number[] = [];
  for (let group = 0; group < nodeCount; group++) if (sizes[group] === 0) empty.push(group);
  const queue = randomOrder(nodeCount, random);
  const isQueued = new Uint8Array(nodeCount).fill(1);
  const around = newNeighbourhood(nodeCount);
  let moved = false;
  for (let first = 0, waiting = nodeCount; waiting > 0; waiting--) {
    const node = queue[first] as number;
    first = first + 1 === nodeCount ? 0 : first + 1;
    isQueued[node] = 0;
    const from = groups[node] as number;
    leave(graph, sums, node, from);
    lookAround(graph, groups, node, around);
    let to = bestGroup(graph, sums, { node, from, resolution }, around);
    if (to === ownGroup) to = sizes[from] === 1 ? from : (empty.pop() ?? from);
    join(graph, sums, node, to);
    if (to === from) continue;
    moved = true;
    groups[node] = to;
    sizes[to] = (sizes[to] as number) + 1;
    sizes[from] = (sizes[from] as number) - 1;
    if (sizes[from] === 0) empty.push(from);
    for (let at = graph.offsets[node] as number; at < (graph.offsets[node + 1] as number); at++) {
      const other = graph.targets[at] as number;
      if (isQueued[other] === 1 || groups[other] === to) continue;
      isQueued[other] = 1;
      queue[(first + waiting - 1) % nodeCount] = other;
      waiting++;
    }
  }
  return moved;
}

const ownGroup = -1;

function bestGroup(
  graph: CommunityGraph,
  sums: GroupSums,
  { node, from, resolution }: { readonly node: number; readonly from: number; readonly resolution: number },
  around: Neighbourhood,
): number {
  const byIn = (resolution * (graph.out[node] as number)) / graph.total;
  const byOut = (resolution * (graph.in[node] as number)) / graph.total;
  let best = from;
  let bestGain =
    (around.weights[from] as number) -
    byIn * (sums.in[from] as number) -
    byOut * (sums.out[from] as number) +
    leastGain * graph.total;
  for (let position = 0; position < around.count; position++) {
    const group = around.groups[position] as number;
    const gain =
      (around.weights[group] as number) -
      byIn * (sums.in[group] as number) -
      byOut * (sums.out[group] as number);
    if (gain <= bestGain) continue;
    best = group;
    bestGain = gain;
  }
  return bestGain < 0 ? ownGroup : best;
}

export function randomOrder(count: number, random: Random): Uint32Array {
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
  return order;
}
