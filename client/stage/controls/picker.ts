import { hitEdge, hitNode, type HitNode } from "#client/model/drawing/hit-test.ts";
import type { GraphSpec, StageEdge, StageNode, StageStub } from "#client/model/drawing/stage-spec.ts";
import type { StageGraph } from "#client/stage/graph-patch.ts";
import { markNow, stubsNow } from "#client/stage/painter.ts";
import type { StagePoint } from "#client/stage/stage-types.ts";
import type { DrawnBox } from "./box-select.ts";
import { toScreen, type ViewTransform } from "#client/stage/view-transform.ts";

interface Shown {
  readonly spec: GraphSpec;
  readonly graph: StageGraph;
  readonly view: ViewTransform;
  readonly ratio: number;
  readonly share: number;
}

/** All marks where they are drawn now, CSS px. */
export function marksOnScreen({ spec, graph, view, ratio }: Omit<Shown, "share">): HitNode[] {
  return spec.nodes.flatMap(({ id }) => {
    const mark = markNow({ graph, ratio }, id);
    return mark === null ? [] : [{ id, ...toScreen(view, mark), radius: mark.radius }];
  });
}

/** Ids of the marks whose centres lie in a box. */
export function marksIn({ left, top, right, bottom }: DrawnBox, shown: Omit<Shown, "share">): string[] {
  return marksOnScreen(shown).flatMap(({ id, x, y }) =>
    x >= left && x <= right && y >= top && y <= bottom ? [id] : [],
  );
}

/** The mark under a point, else the stub or the line under it, else null. */
export function pick(at: StagePoint, shown: Shown): StageNode | StageEdge | StageStub | null {
  const marks = marksOnScreen(shown);
  const nodeId = hitNode(at, marks);
  if (nodeId !== null) return shown.spec.nodes.find(({ id }) => id === nodeId) ?? null;
  const stubs = stubsNow(shown).map(({ stub, lies }) => ({
    id: stub.id,
    source: lies.near,
    target: lies.count,
    curvature: 0,
    width: 2,
  }));
  const places = new Map(marks.map((mark) => [mark.id, mark]));
  const lines = shown.spec.edges.flatMap((edge) => {
    const source = places.get(edge.from);
    const target = places.get(edge.to);
    return source === undefined || target === undefined ? [] : [{ ...edge, source, target }];
  });
  const hitId = hitEdge(at, stubs) ?? hitEdge(at, lines);
  return [...shown.spec.stubs, ...shown.spec.edges].find(({ id }) => id === hitId) ?? null;
}
