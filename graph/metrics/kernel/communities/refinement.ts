import type { Random } from "#graph/metrics/kernel/random.ts";
import type { CommunityGraph } from "./community-graph.ts";
import {
  expectedWeight,
  join,
  lookAround,
  newNeighbourhood,
  randomOrder,
  sumGroups,
  type GroupSums,
  type Neighbourhood,
} from "./local-moving.ts";

/** How freely a node chooses among the groups that gain: the share of a mean link that makes e times as likely. */
const freedom = 0.01;

interface Parts {
  readonly graph: CommunityGraph;
  readonly communities: Uint32Array;
  readonly resolution: number;
  readonly whole: GroupSums;
  readonly sums: GroupSums;
  /** By part: its node count, and the weight between it and the rest of its community. */
  readonly sizes: Uint32Array;
  readonly cuts: Float64Array;
  /** What the node at hand may join, and what each choice gains: the first entries, as many as are needed. */
  readonly choices: Uint32Array;
  readonly gains: Float64Array;
}

/**
 * Splits each community into connected parts: every node starts alone, and one that is still alone and well connected to
 * its community joins, at random but rather where modularity gains more, a well connected part of it that it has links
 * to. Parts are joined by links only, so each is connected. Source: Traag, Waltman, van Eck 2019.
 */
export function refine(
  graph: CommunityGraph,
  communities: Uint32Array,
  resolution: number,
  random: Random,
): Uint32Array {
  const { nodeCount } = graph;
  const refined = communities.map((_, node) => node);
  const parts: Parts = {
    graph,
    communities,
    resolution,
    whole: sumGroups(graph, communities),
    sums: { out: graph.out.slice(), in: graph.in.slice() },
    sizes: new Uint32Array(nodeCount).fill(1),
    cuts: cutsInside(graph, communities),
    choices: new Uint32Array(nodeCount + 1),
    gains: new Float64Array(nodeCount + 1),
  };
  const around = newNeighbourhood(nodeCount);
  for (const node of randomOrder(nodeCount, random)) {
    if (parts.sizes[node] !== 1 || refined[node] !== node || !isWellConnected(parts, node, node)) continue;
    lookAround(graph, refined, node, around);
    const part = choosePart(parts, node, around, random);
    if (part === node) continue;
    refined[node] = part;
    join(graph, parts.sums, node, part);
    parts.sizes[part] = (parts.sizes[part] as number) + 1;
    parts.sizes[node] = 0;
    parts.cuts[part] =
      (parts.cuts[part] as number) + (parts.cuts[node] as number) - 2 * (around.weights[part] as number);
  }
  return refined;
}

function cutsInside({ nodeCount, offsets, targets, weights }: CommunityGraph, communities: Uint32Array) {
  const cuts = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++)
      if (communities[targets[at] as number] === communities[node])
        cuts[node] = (cuts[node] as number) + (weights[at] as number);
  return cuts;
}

/** Whether a part has at least the links to the rest of its community that chance alone would give it. */
function isWellConnected(
  { graph, communities, resolution, whole, sums, cuts }: Parts,
  part: number,
  member: number,
) {
  const community = communities[member] as number;
  const out = sums.out[part] as number;
  const into = sums.in[part] as number;
  const restOut = (whole.out[community] as number) - out;
  const restIn = (whole.in[community] as number) - into;
  return (cuts[part] as number) >= (resolution * (out * restIn + into * restOut)) / graph.total;
}

/** A part of the node's own community that it may join, or its own number. A part is numbered by its first node. */
function choosePart(parts: Parts, node: number, around: Neighbourhood, random: Random): number {
  const { graph, communities, resolution, sums, choices, gains } = parts;
  const scale = freedom * ((2 * graph.total) / Math.max(1, graph.targets.length));
  choices[0] = node;
  gains[0] = 0;
  let count = 1;
  let most = 0;
  for (let position = 0; position < around.count; position++) {
    const part = around.groups[position] as number;
    if (communities[part] !== communities[node] || part === node) continue;
    const gain = (around.weights[part] as number) - resolution * expectedWeight(graph, sums, node, part);
    if (gain < 0 || !isWellConnected(parts, part, part)) continue;
    choices[count] = part;
    gains[count++] = gain;
    most = Math.max(most, gain);
  }
  if (count === 1) return node;
  let odds = 0;
  for (let at = 0; at < count; at++) odds += gains[at] = Math.exp(((gains[at] as number) - most) / scale);
  let left = random() * odds;
  for (let at = 0; at < count; at++) {
    left -= gains[at] as number;
    if (left < 0) return choices[at] as number;
  }
  return choices[count - 1] as number;
}
