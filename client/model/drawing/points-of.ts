import { controlPoint, pointOnCurve } from "#client/model/map/curves.ts";
import type { MapPoint } from "#client/model/map/mercator.ts";
import type { StageEdge, StageNode } from "./stage-spec.ts";

/** Marks and lines by id. */
export interface Drawn {
  readonly nodes: ReadonlyMap<string, StageNode>;
  readonly edges: ReadonlyMap<string, StageEdge>;
}

/** Position of a mark between the map (0) and the relation view (1). */
export function positionAt(node: StageNode, share: number): MapPoint {
  return { x: node.x + (node.forceX - node.x) * share, y: node.y + (node.forceY - node.y) * share };
}

/** Where a mark stands, or the ends and the middle of a line, in map units; nothing for what is not drawn. */
export function pointsOf({ nodes, edges }: Drawn, id: string, share: number): readonly MapPoint[] {
  const node = nodes.get(id);
  if (node !== undefined) return [positionAt(node, share)];
  const edge = edges.get(id);
  const from = nodes.get(edge?.from ?? "");
  const to = nodes.get(edge?.to ?? "");
  if (edge === undefined || from === undefined || to === undefined) return [];
  const [source, target] = [positionAt(from, share), positionAt(to, share)];
  return [source, target, middleOf(source, target, edge.curvature)];
}

/** The middle of a line's curve. Lines are bent on the screen, where y grows downward. */
export function middleOf(source: MapPoint, target: MapPoint, curvature: number): MapPoint {
  const [start, end] = [flipped(source), flipped(target)];
  return flipped(pointOnCurve(start, controlPoint(start, end, curvature), end, 0.5));
}

const flipped = ({ x, y }: MapPoint): MapPoint => ({ x, y: -y });
