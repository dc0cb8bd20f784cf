import type { Sigma } from "sigma";
import { cities } from "#graph/schema/region/cities.ts";
import type { BasemapName } from "#client/model/map/basemap.ts";
import { controlPoint, pointOnCurve } from "#client/model/map/curves.ts";
import type { Locale } from "#client/model/locale.ts";
import type { GraphSpec, StageEdge } from "#client/model/drawing/stage-spec.ts";
import type { BasemapLayer } from "./layers/basemap-layer.ts";
import type { StageGraph } from "./graph-patch.ts";
import { drawLineLabel, drawSelectionRing, type LabelLayer } from "./layers/label-layer.ts";
import { contextOf, sizeRatioAt } from "./renderer.ts";
import { toScreen, type ViewTransform } from "./view-transform.ts";

/** What one frame shows besides marks and lines. */
export interface Scene {
  readonly spec: GraphSpec;
  readonly graph: StageGraph;
  readonly view: ViewTransform;
  readonly ratio: number;
  /** 0 = map, 1 = relation view, between while marks move. */
  readonly share: number;
  readonly locale: Locale;
  readonly names: readonly BasemapName[];
  readonly forcedIds: ReadonlySet<string>;
  readonly chosenIds: ReadonlySet<string>;
  readonly strongIds: ReadonlySet<string> | null;
  /** Line whose name is shown; null where none is. */
  readonly namedLine: StageEdge | null;
}

/** Draws the base map under, the selection ring and the names over Sigma's layers, in the same frame and with the same camera. */
export function paint(
  renderer: Sigma,
  layers: { basemap: BasemapLayer; labels: LabelLayer },
  scene: Scene,
): void {
  const { view, spec, share, namedLine } = scene;
  layers.basemap.draw(contextOf(renderer, "basemap"), view, 1 - share);
  const context = contextOf(renderer, "labels");
  const { selectedId } = spec;
  const now = (id: string) => markNow(scene, id);
  const selected = selectedId === null ? null : now(selectedId);
  if (selected !== null) drawSelectionRing(context, { ...toScreen(view, selected), radius: selected.radius });
  const input = {
    spec,
    cities,
    names: scene.names,
    locale: scene.locale,
    mode: share > 0.5 ? ("force" as const) : ("map" as const),
    ratio: scene.ratio,
    forcedIds: scene.forcedIds,
    chosenIds: scene.chosenIds,
  };
  const mapOpacity = Math.max(0, 1 - 2 * share);
  layers.labels.draw(context, view, { input, markNow: now, mapOpacity, strongIds: scene.strongIds });
  if (namedLine !== null) nameLine(context, scene, namedLine);
}

/** Width of the ring that shows exchanges inside a park, with its gap, CSS px. */
const insideRing = 4.6;
/** Between the side and the corner of a square. */
const cornerReach = 1.2;

/** Position (map units) and outer radius (CSS px, at this zoom) of a mark now; null where it is not drawn. */
export function markNow({ graph, ratio }: Pick<Scene, "graph" | "ratio">, id: string) {
  if (!graph.hasNode(id)) return null;
  const { x, y, size, mark, inside } = graph.getNodeAttributes(id);
  const radius = size / sizeRatioAt(ratio);
  if (mark === "place" || mark === "margin") return { x, y, radius: radius * cornerReach };
  return { x, y, radius: radius + (inside.some((count) => count > 0) ? insideRing : 0) };
}

function nameLine(context: CanvasRenderingContext2D, scene: Scene, edge: StageEdge): void {
  const from = markNow(scene, edge.from);
  const to = markNow(scene, edge.to);
  if (from === null || to === null) return;
  const source = toScreen(scene.view, from);
  const target = toScreen(scene.view, to);
  const middle = pointOnCurve(source, controlPoint(source, target, edge.curvature), target, 0.5);
  drawLineLabel(context, { text: edge.label, x: middle.x, y: middle.y - 12 });
}
