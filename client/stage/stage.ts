import type { Sigma } from "sigma";
import { seaNames } from "#client/basemap/sea-names.ts";
import type { BasemapName } from "#client/model/map/basemap.ts";
import type { MapPoint } from "#client/model/map/mercator.ts";
import type { Locale } from "#client/model/locale.ts";
import type { Box } from "#client/model/map/fit.ts";
import { litBy } from "#client/model/drawing/lit.ts";
import {
  nothingDrawn,
  type GraphSpec,
  type StageEdge,
  type StageNode,
} from "#client/model/drawing/stage-spec.ts";
import { pointsOf, positionAt } from "#client/model/drawing/points-of.ts";
import { walkFrom, type Direction } from "#client/model/drawing/arrow-walk.ts";
import { BasemapLayer } from "./layers/basemap-layer.ts";
import { fetchBasemap } from "./layers/fetch-basemap.ts";
import { CameraControl, fittingView, type CameraView, type Standing } from "./controls/camera-control.ts";
import { LayoutChange } from "./controls/layout-change.ts";
import { Framing } from "./controls/framing.ts";
import type { Emphasis } from "./programs/emphasis.ts";
import { loadFontFor } from "./layers/fonts.ts";
import { emptyGraph, patchGraph } from "./graph-patch.ts";
import { watchGraphicsLoss, whenGraphicsReturn } from "./graphics-loss.ts";
import { Highlighter } from "./controls/highlighter.ts";
import { LabelLayer } from "./layers/label-layer.ts";
import { paint } from "./painter.ts";
import { marksIn, marksOnScreen, pick } from "./controls/picker.ts";
import { listenToPointer } from "./controls/pointer.ts";
import { createRenderer, detectGraphics, hidesLinesOnMove } from "./renderer.ts";
import { pictureOf, toPng, type SnapshotText } from "./export/snapshot.ts";
import type { StageCallbacks, StageMode, StageOptions, StagePoint } from "./stage-types.ts";

export type { CameraView } from "./controls/camera-control.ts";
export type { SnapshotText } from "./export/snapshot.ts";
export type { StageCallbacks, StageMode, StageOptions, StagePoint } from "./stage-types.ts";

/** Names of the relation view stand at the right of their marks. */
const nameRoom = 96;
const cameraRestMs = 180;
const shareOf = (mode: StageMode) => (mode === "force" ? 1 : 0);

/** The map and relation view: the only code that touches Sigma. One instance per mount, patched in place. */
export class Stage {
  /** Whether this browser can draw the stage (WebGL); where not, show the table and say why. */
  static isSupported(): boolean {
    return detectGraphics().supported;
  }

  readonly #container: HTMLElement;
  readonly #callbacks: StageCallbacks;
  readonly #reducedMotion: boolean;
  readonly #graph = emptyGraph();
  readonly #emphasis: Emphasis = { fade: 0 };
  readonly #basemap = new BasemapLayer();
  readonly #labels: LabelLayer;
  readonly #highlighter = new Highlighter(this.#graph, this.#emphasis);
  readonly #framing = new Framing(() => this.#control);
  readonly #stop = new AbortController();
  #renderer: Sigma;
  #control: CameraControl;
  #unlisten: () => void = () => {};
  #spec = nothingDrawn;
  #nodes: ReadonlyMap<string, StageNode> = new Map();
  #edges: ReadonlyMap<string, StageEdge> = new Map();
  #names: readonly BasemapName[] = seaNames;
  #locale: Locale;
  #mode: StageMode;
  readonly #layout: LayoutChange;
  #hoveredId: string | null = null;
  #lit = litBy(nothingDrawn, null);
  #rest: number | null = null;

  /** Draws into a container of a real size. Call `kill` when it goes. */
  constructor(container: HTMLElement, callbacks: StageCallbacks, options: StageOptions) {
    this.#container = container;
    this.#callbacks = callbacks;
    this.#locale = options.locale;
    this.#mode = options.mode ?? "map";
    this.#layout = new LayoutChange(shareOf(this.#mode), (share) => this.#moveMarks(share));
    this.#reducedMotion = options.reducedMotion ?? matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#labels = new LabelLayer((text) => void this.#loadFont(text));
    this.#renderer = createRenderer(this.#graph, container, this.#emphasis);
    this.#control = new CameraControl(this.#renderer, this.#reducedMotion);
    this.#connect(options.camera ?? fittingView);
    const resizes = new ResizeObserver(() => this.#renderer.scheduleRefresh());
    resizes.observe(container);
    this.#stop.signal.addEventListener("abort", () => resizes.disconnect());
    void this.#loadBasemap();
  }

  /** Draws a spec by patching the graph. */
  setSpec(spec: GraphSpec): void {
    this.#spec = spec;
    this.#nodes = new Map(spec.nodes.map((node) => [node.id, node]));
    this.#edges = new Map(spec.edges.map((edge) => [edge.id, edge]));
    patchGraph(this.#graph, spec, this.#layout.share);
    this.#highlighter.graphChanged();
    this.#renderer.setSetting("hideEdgesOnMove", hidesLinesOnMove(this.#graph));
    const isDrawn = [...spec.nodes, ...spec.edges, ...spec.stubs].some(({ id }) => id === this.#hoveredId);
    if (!isDrawn) this.#hoveredId = null;
    this.#emphasise();
    this.#keepHome();
  }

  /** Tells what lies over the stage: legend, buttons. What is fitted or chosen comes into view beside it. */
  setCovered(covered: readonly Box[]): void {
    this.#framing.setCovered(covered);
    this.#keepHome();
  }

  /** Moves the marks to their map or relation positions. */
  setMode(mode: StageMode): void {
    const wasHome = this.isHome;
    this.#mode = mode;
    if (wasHome) this.goHome();
    this.#layout.to(shareOf(mode), this.#reducedMotion);
  }

  setLocale(locale: Locale): void {
    this.#locale = locale;
    this.#renderer.scheduleRender();
  }

  /** Brings marks and lines into view, beside what covers the stage. */
  focus(ids: readonly string[]): void {
    this.#framing.show(this.#pointsOf(ids));
  }

  /** Whether marks and lines are in view, under nothing, and far enough apart to be read. */
  shows(ids: readonly string[]): boolean {
    return this.#framing.shows(this.#pointsOf(ids));
  }

  fit(): void {
    this.#framing.fit(this.#standing);
  }

  /** Jumps to the view that shows everything. */
  goHome(): void {
    this.#framing.goHome(this.#standing);
  }

  /** Whether the camera stands where everything is in view. */
  get isHome(): boolean {
    return this.#framing.isHome;
  }

  zoomIn(): void {
    this.#control.zoomBy(1);
  }

  zoomOut(): void {
    this.#control.zoomBy(-1);
  }

  /** Moves the view by CSS px. */
  panBy(dx: number, dy: number): void {
    this.#control.panBy(dx, dy);
  }

  get camera(): CameraView {
    return this.#control.view;
  }

  setCamera(camera: CameraView): void {
    this.#control.jump(camera);
  }

  /** Position of a mark in the container in CSS px as Sigma draws it, null where it is not drawn. */
  screenPosition(id: string): StagePoint | null {
    if (!this.#graph.hasNode(id)) return null;
    const { x, y } = this.#graph.getNodeAttributes(id);
    return this.#renderer.graphToViewport({ x, y }, { cameraState: this.#renderer.getCamera().getState() });
  }

  /** Marks and lines that the last change of emphasis refreshed. */
  get lastRefreshed(): number {
    return this.#highlighter.lastRefreshed;
  }

  /** Names on the stage now. */
  get shownNames(): readonly string[] {
    return this.#labels.shownIds;
  }

  /** The mark next to `fromId` in a direction (arrow keys), null where there is none; the largest mark where `fromId` is null. */
  walk(fromId: string | null, direction: Direction): string | null {
    if (fromId === null || !this.#nodes.has(fromId)) return this.#spec.nodes[0]?.id ?? null;
    return walkFrom(marksOnScreen(this.#shown), fromId, direction);
  }

  /** Ids of the marks whose centres lie in a box of the container. */
  marksIn(box: Parameters<typeof marksIn>[0]): readonly string[] {
    return marksIn(box, this.#shown);
  }

  /** Draws a frame now instead of in the next one. */
  redraw(): void {
    this.#renderer.refresh({ partialGraph: {}, skipIndexation: true });
  }

  /** The drawn view with title, legend and foot on one sheet, at twice the screen's resolution or more. */
  snapshot(text: SnapshotText): HTMLCanvasElement {
    const { covered } = this.#framing;
    // Nothing lies over a picture: where everything is in view, it takes the whole sheet.
    this.setCovered([]);
    try {
      return pictureOf(this.#renderer, text);
    } finally {
      this.setCovered(covered);
    }
  }

  /** The same as a PNG file. */
  snapshotPng(text: SnapshotText): Promise<Blob> {
    return toPng(this.snapshot(text));
  }

  kill(): void {
    this.#stop.abort();
    this.#disconnect();
    this.#layout.stop();
    this.#renderer.kill();
  }

  #connect(camera: CameraView): void {
    const renderer = this.#renderer;
    renderer.on("afterProcess", () => this.#highlighter.graphIndexed());
    renderer.on("afterRender", () => this.#paint());
    renderer.on("resize", () => this.#keepHome());
    renderer.getCamera().on("updated", () => this.#cameraMoved());
    const unlisten = listenToPointer(renderer, this.#container, {
      hover: (at) => this.#hover(at),
      click: (at) => this.#click(at),
      doubleClick: (at) => this.#open(at),
    });
    const unwatch = watchGraphicsLoss(renderer, () => this.#recover());
    this.#unlisten = () => {
      unlisten();
      unwatch();
    };
    this.#control.jump(camera);
    this.redraw();
  }

  get #standing(): Standing {
    const ids = [...this.#nodes.keys(), ...this.#edges.keys()];
    return { points: this.#pointsOf(ids), rightRoom: this.#mode === "force" ? nameRoom : 0 };
  }

  #pointsOf(ids: readonly string[]): MapPoint[] {
    const drawn = { nodes: this.#nodes, edges: this.#edges };
    return ids.flatMap((id) => pointsOf(drawn, id, shareOf(this.#mode)));
  }

  #keepHome(): void {
    if (this.isHome) this.goHome();
  }

  #disconnect(): void {
    this.#unlisten();
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = null;
  }

  /** Builds the renderer anew on the same graph: camera, selection and emphasis stay. */
  #recover(): void {
    const camera = this.#control.view;
    this.#disconnect();
    this.#callbacks.onLost("lost");
    whenGraphicsReturn(this.#stop.signal, () => {
      this.#renderer.kill();
      this.#renderer = createRenderer(this.#graph, this.#container, this.#emphasis);
      this.#control = new CameraControl(this.#renderer, this.#reducedMotion);
      this.#connect(camera);
      this.#callbacks.onLost("restored");
    });
  }

  #paint(): void {
    paint(
      this.#renderer,
      { basemap: this.#basemap, labels: this.#labels },
      {
        ...this.#shown,
        locale: this.#locale,
        names: this.#names,
        forcedIds: this.#lit.namedIds,
        chosenIds: this.#lit.chosenIds,
        strongIds: this.#lit.strongIds,
        covered: this.#framing.covered,
        namedLine: this.#edges.get(this.#hoveredId ?? this.#spec.selectedId ?? "") ?? null,
      },
    );
  }

  #moveMarks(share: number): void {
    this.#graph.updateEachNodeAttributes(
      (id, attributes) => {
        const node = this.#nodes.get(id);
        return node === undefined ? attributes : Object.assign(attributes, positionAt(node, share));
      },
      { attributes: ["x", "y"] },
    );
  }

  #cameraMoved(): void {
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#callbacks.onCamera(this.#control.view), cameraRestMs);
  }

  get #shown() {
    return {
      spec: this.#spec,
      graph: this.#graph,
      view: this.#control.transform,
      ratio: this.#control.view.ratio,
      share: this.#layout.share,
    };
  }

  #hover(at: StagePoint | null): void {
    const item = at === null ? null : pick(at, this.#shown);
    this.#container.style.cursor = item === null ? "grab" : "pointer";
    const id = item?.id ?? null;
    if (id === this.#hoveredId) return;
    this.#hoveredId = id;
    this.#emphasise();
    this.#callbacks.onHover(item?.selection ?? null, item === null ? null : at);
  }

  #click(at: StagePoint): void {
    const picked = pick(at, this.#shown);
    const isChosen = picked !== null && picked.id === this.#spec.selectedId;
    this.#callbacks.onSelect(isChosen ? null : (picked?.selection ?? null));
  }

  #open(at: StagePoint): void {
    const picked = pick(at, this.#shown)?.selection;
    if (picked?.kind === "place") this.#callbacks.onOpen(picked.placeId);
  }

  #emphasise(): void {
    this.#lit = litBy(this.#spec, this.#hoveredId);
    const { strongIds, chosenIds } = this.#lit;
    this.#highlighter.apply(this.#renderer, { ids: strongIds, chosenIds: [...chosenIds] });
  }

  async #loadBasemap(): Promise<void> {
    const basemap = await fetchBasemap(this.#stop.signal);
    if (basemap === null || this.#stop.signal.aborted) return;
    this.#basemap.setBasemap(basemap);
    this.#names = [...seaNames, ...basemap.names];
    this.#renderer.scheduleRender();
  }

  async #loadFont(text: string): Promise<void> {
    const arrived = await loadFontFor(text).catch(() => false);
    if (!arrived || this.#stop.signal.aborted) return;
    this.#labels.forgetWidths();
    this.#renderer.scheduleRender();
  }
}
