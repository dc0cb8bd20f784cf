import { layers } from "#graph/schema/records/layer.ts";
import { layerColours } from "#client/model/tokens.ts";
import { stubId } from "#client/model/view/selection.ts";
import type { HalfCorridor } from "./known-ends.ts";
import type { StageEdge, StageNode, StageStub } from "./stage-spec.ts";

/** Directions a stub may take: every 30°, clockwise from east. */
const slots = Array.from({ length: 12 }, (_, slot) => (slot * Math.PI) / 6);
/** A mark within this distance stands in the way, map units: about the length of a stub on the whole map. */
const nearby = 0.5;

type Bare = Omit<StageStub, "angle" | "forceAngle">;

/**
 * Halves of corridors → the stubs of each drawn mark: one a layer and direction, with the number of its exchanges. What
 * leaves points to the right, what comes points from the left, as far as lines, other stubs and marks beside leave room.
 */
export function buildStubs(
  halves: readonly HalfCorridor[],
  nodes: readonly StageNode[],
  edges: readonly StageEdge[],
): StageStub[] {
  const countById = new Map<string, number>();
  for (const { knownId, direction, corridor } of halves) {
    const id = stubId(knownId, corridor.flow.layer, direction);
    countById.set(id, (countById.get(id) ?? 0) + corridor.flow.exchangeCount);
  }
  if (countById.size === 0) return [];
  const neighbours = neighboursOf(edges);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) => {
    const bare = bareStubs(node.id, countById);
    if (bare.length === 0) return [];
    const linked = (neighbours.get(node.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    const onMap = angles(
      bare,
      towards(node, linked, nodes, ({ x, y }) => ({ x, y })),
    );
    const inForce = angles(
      bare,
      towards(node, linked, nodes, ({ forceX: x, forceY: y }) => ({ x, y })),
    );
    return bare.map((stub, place) => ({
      ...stub,
      angle: onMap[place] ?? 0,
      forceAngle: inForce[place] ?? 0,
    }));
  });
}

function bareStubs(nodeId: string, countById: ReadonlyMap<string, number>): Bare[] {
  return (["out", "in"] as const).flatMap((direction) =>
    layers.flatMap((layer): Bare[] => {
      const id = stubId(nodeId, layer, direction);
      const count = countById.get(id) ?? 0;
      if (count === 0) return [];
      const selection = { kind: "unknown-ends", placeId: nodeId } as const;
      return [{ id, nodeId, layer, direction, count, colour: layerColours[layer], selection }];
    }),
  );
}

function neighboursOf(edges: readonly StageEdge[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (one: string, other: string) => {
    const known = neighbours.get(one);
    if (known === undefined) neighbours.set(one, [other]);
    else known.push(other);
  };
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

type PointOf = (node: StageNode) => { readonly x: number; readonly y: number };

/** Directions from a mark that are taken: to what it is linked with, and to marks close by. */
function towards(
  node: StageNode,
  linked: readonly StageNode[],
  nodes: readonly StageNode[],
  pointOf: PointOf,
): number[] {
  const start = pointOf(node);
  const close = nodes.filter((other) => {
    const { x, y } = pointOf(other);
    return other !== node && Math.hypot(x - start.x, y - start.y) < nearby;
  });
  return [...linked, ...close].map((other) => {
    const { x, y } = pointOf(other);
    // Map units grow upward, angles on the screen clockwise.
    return Math.atan2(start.y - y, x - start.x);
  });
}

/** A free direction for each stub, near east for what leaves and near west for what comes. */
function angles(stubs: readonly Bare[], taken: readonly number[]): number[] {
  const used = [...taken];
  return stubs.map(({ direction }) => {
    const wish = direction === "out" ? 0 : Math.PI;
    const cost = (slot: number) =>
      0.3 * apart(slot, wish) + used.reduce((sum, angle) => sum + Math.max(0, 0.7 - apart(slot, angle)), 0);
    const best = slots.toSorted((left, right) => cost(left) - cost(right) || left - right)[0] ?? wish;
    used.push(best);
    return best;
  });
}

/** Between two directions, 0 to π. */
function apart(one: number, other: number): number {
  const turn = Math.abs(one - other) % (2 * Math.PI);
  return turn > Math.PI ? 2 * Math.PI - turn : turn;
}
