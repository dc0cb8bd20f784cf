import { seededRandom, type Random } from "#graph/metrics/kernel/random.ts";
import { aggregate, renumber, type CommunityGraph } from "./community-graph.ts";
import { moveNodes } from "./local-moving.ts";
import { refine } from "./refinement.ts";

/** Rounds over the whole network after which the best found stands, should it still be getting better. */
const mostRounds = 50;

/**
 * Communities by the Leiden algorithm: local moving, refinement, aggregation, repeated until a round changes nothing. By
 * node, a number from 0 without gaps. Every community is connected by links of weight > 0, directions ignored; a node
 * without links is one of its own. The same seed gives the same communities. Near linear in practice.
 * Source: Traag, Waltman, van Eck 2019, DOI 10.1038/s41598-019-41695-z.
 */
export function leiden(
  graph: CommunityGraph,
  {
    resolution,
    seed,
    rounds = mostRounds,
  }: { readonly resolution: number; readonly seed: number; readonly rounds?: number },
): Uint32Array {
  const random = seededRandom(seed);
  let communities = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node);
  if (!(graph.total > 0)) return communities;
  for (let round = 0; round < rounds; round++) {
    const next = runRound(graph, communities, resolution, random);
    communities = next.communities;
    if (!next.moved) break;
  }
  return splitUnconnected(graph, communities);
}

/**
 * From the nodes up to the level on which every community is one node: then all of them are refined, hence connected.
 * Where refinement joins nothing, higher levels would not either.
 */
function runRound(graph: CommunityGraph, start: Uint32Array, resolution: number, random: Random) {
  let level = graph;
  let groups = renumber(start).groups;
  let levelOfNode = Uint32Array.from(start, (_, node) => node);
  let moved = false;
  for (;;) {
    moved = moveNodes(level, groups, resolution, random) || moved;
    const communities = renumber(groups);
    if (communities.count === level.nodeCount) {
      const { groups: result } = communities;
      return { communities: levelOfNode.map((node) => result[node] as number), moved };
    }
    const parts = renumber(refine(level, communities.groups, resolution, random));
    if (parts.count === level.nodeCount)
      return { communities: levelOfNode.map((node) => communities.groups[node] as number), moved };
    const next = aggregate(level, parts.groups, parts.count);
    groups = new Uint32Array(parts.count);
    for (const [node, part] of parts.groups.entries()) groups[part] = communities.groups[node] as number;
    levelOfNode = levelOfNode.map((node) => parts.groups[node] as number);
    level = next;
  }
}

/** Each connected piece becomes a community, which never lowers modularity. */
function splitUnconnected(graph: CommunityGraph, communities: Uint32Array): Uint32Array {
  const { nodeCount, offsets, targets, weights } = graph;
  const pieces = new Uint32Array(nodeCount).fill(nodeCount);
  const queue = new Uint32Array(nodeCount);
  let count = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (pieces[start] !== nodeCount) continue;
    pieces[start] = count;
    queue[0] = start;
    for (let position = 0, reached = 1; position < reached; position++) {
      const node = queue[position] as number;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const other = targets[at] as number;
        if (weights[at] === 0 || pieces[other] !== nodeCount || communities[other] !== communities[start])
          continue;
        pieces[other] = count;
        queue[reached++] = other;
      }
    }
    count++;
  }
  return pieces;
}
