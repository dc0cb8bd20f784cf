import { hitEdge, hitNode, type HitNode } from "#client/model/drawing/hit-test.ts";
import type { GraphSpec, StageEdge, StageNode } from "#client/model/drawing/stage-spec.ts";
import type { StageGraph } from "#client/stage/graph-patch.ts";
import { markNow } from "#client/stage/painter.ts";
import type { StagePoint } from "#client/stage/stage-types.ts";
import { toScreen, type ViewTransform } from "#client/stage/view-transform.ts";

interface Shown {
  readonly spec: GraphSpec;
  readonly graph: StageGraph;
  readonly view: ViewTransform;
  readonly ratio: number;
}

/** All marks where they are drawn now, CSS px. */
export function marksOnScreen({ spec, graph, view, ratio }: Shown): HitNode[] {
  return spec.nodes.flatMap(({ id }) => {
    const mark = markNow({ graph, ratio }, id);
    return mark === null ? [] : [{ id, ...toScreen(view, mark), radius: mark.radius }];
  });
}

/** The mark under a point, else the line under it, else null. */
export function pick(at: StagePoint, shown: Shown): StageNode | StageEdge | null {
  const marks = marksOnScreen(shown);
  const nodeId = hitNode(at, marks);
  if (nodeId !== null) return shown.spec.nodes.find(({ id }) => id === nodeId) ?? null;
  const places = new Map(marks.map((mark) => [mark.id, mark]));
  const lines = shown.spec.edges.flatMap((edge) => {
    const source = places.get(edge.from);
    const target = places.get(edge.to);
    return source === undefined || target === undefined ? [] : [{ ...edge, source, target }];
  });
  const edgeId = hitEdge(at, lines);
  return shown.spec.edges.find(({ id }) => id === edgeId) ?? null;
}
