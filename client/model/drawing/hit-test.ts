import { distanceToCurve, type Point } from "#client/model/map/curves.ts";

export interface HitNode {
  readonly id: string;
  /** On the screen, CSS px. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface HitEdge {
  readonly id: string;
  readonly source: Point;
  readonly target: Point;
  readonly curvature: number;
  readonly width: number;
}

/** A mark can be hit in at least this radius, px: a 24 px target as WCAG 2.2 asks. */
const smallestReach = 12;
const edgeReach = 5;

/** The mark under a point: the one whose centre is nearest among those in reach; on equal distance the smaller, which is drawn on top. */
export function hitNode(point: Point, nodes: Iterable<HitNode>): string | null {
  let best: { id: string; distance: number; radius: number } | null = null;
  for (const { id, x, y, radius } of nodes) {
    const distance = Math.hypot(x - point.x, y - point.y);
    if (distance > Math.max(smallestReach, radius + 2)) continue;
    if (best === null || distance < best.distance || (distance === best.distance && radius < best.radius))
      best = { id, distance, radius };
  }
  return best?.id ?? null;
}

/** The line under a point: the nearest one within 5 px of its rim; on equal distance the later, which is drawn on top. */
export function hitEdge(point: Point, edges: Iterable<HitEdge>): string | null {
  let best: { id: string; distance: number } | null = null;
  for (const { id, source, target, curvature, width } of edges) {
    const reach = width / 2 + edgeReach;
    const distance = distanceToCurve(point, { source, target }, curvature, reach);
    if (distance <= reach && (best === null || distance <= best.distance)) best = { id, distance };
  }
  return best?.id ?? null;
}
