import type { Sigma } from "sigma";
import { cities } from "#graph/schema/region/cities.ts";
import type { BasemapName } from "#client/model/map/basemap.ts";
import type { Box } from "#client/model/map/fit.ts";
import type { Locale } from "#client/model/locale.ts";
import type { GraphSpec, StageEdge, StageStub } from "#client/model/drawing/stage-spec.ts";
import type { BasemapLayer } from "./layers/basemap-layer.ts";
import type { StageGraph } from "./graph-patch.ts";
import { drawHulls } from "./layers/hull-layer.ts";
import { drawSelectionRing, type LabelLayer } from "./layers/label-layer.ts";
import { drawStub, stubOnScreen, type StubOnScreen } from "./layers/stub-layer.ts";
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
  /** What lies over the stage, CSS px. */
  readonly covered: readonly Box[];
  /** Line whose name is shown; null where none is. */
  readonly namedLine: StageEdge | null;
}

/** Draws the base map under, the selection ring and the names over Sigma's layers, in the same frame and with the same camera. */
export function paint(
  renderer: Sigma,
  layers: { basemap: BasemapLayer; labels: LabelLayer },
  scene: Scene,
): void {
  const { view, spec, share, strongIds } = scene;
  layers.basemap.draw(contextOf(renderer, "basemap"), view, 1 - share);
  drawHulls(contextOf(renderer, "basemap"), view, spec.hulls, (id) => markNow(scene, id));
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
    namedLine: scene.namedLine,
  };
  const stubs = stubsNow(scene);
  for (const { stub, lies } of stubs)
    drawStub(context, stub, lies, strongIds === null || strongIds.has(stub.nodeId));
  const mapOpacity = Math.max(0, 1 - 2 * share);
  const taken = stubs.map(({ lies }) => ({ ...lies.far, radius: stubReach }));
  layers.labels.draw(context, view, {
    input,
    markNow: now,
    mapOpacity,
    strongIds,
    taken,
    covered: scene.covered,
  });
}

/** Width of the ring that shows exchanges inside a park, with its gap, CSS px. */
const insideRing = 4.6;
/** Names keep this far from the tip of a stub, CSS px. */
const stubReach = 9;
/** Between the side and the corner of a square. */
const cornerReach = 1.2;

/** Position (map units) and outer radius (CSS px, at this zoom) of a mark now; null where it is not drawn. */
export function markNow({ graph, ratio }: Pick<Scene, "graph" | "ratio">, id: string) {
  if (!graph.hasNode(id)) return null;
  const { x, y, size, mark, inside } = graph.getNodeAttributes(id);
  const radius = size / sizeRatioAt(ratio);
  if (mark === "city" || mark === "county" || mark === "site") return { x, y, radius: radius * cornerReach };
  return { x, y, radius: radius + (inside.some((count) => count > 0) ? insideRing : 0) };
}

/** Stubs of the marks that are drawn, where they lie now. */
export function stubsNow(
  scene: Pick<Scene, "spec" | "graph" | "view" | "ratio" | "share">,
): readonly { stub: StageStub; lies: StubOnScreen }[] {
  return scene.spec.stubs.flatMap((stub) => {
    const mark = markNow(scene, stub.nodeId);
    return mark === null ? [] : [{ stub, lies: stubOnScreen(stub, scene.view, mark, scene.share) }];
  });
}
