import type { Sigma } from "sigma";
import { seaNames } from "#client/basemap/sea-names.ts";
import type { BasemapName } from "#client/model/map/basemap.ts";
import type { Locale } from "#client/model/locale.ts";
import { lineWithEnds, neighbourhood } from "#client/model/drawing/neighbourhood.ts";
import type { GraphSpec, StageEdge, StageNode } from "#client/model/drawing/stage-spec.ts";
import { durationsMs } from "#client/model/tokens.ts";
import { walkFrom, type Direction } from "#client/model/drawing/arrow-walk.ts";
import { BasemapLayer } from "./layers/basemap-layer.ts";
import { fetchBasemap } from "./layers/fetch-basemap.ts";
import { CameraControl, fittingView, type CameraView } from "./controls/camera-control.ts";
import type { Emphasis } from "./programs/emphasis.ts";
import { loadFontFor } from "./layers/fonts.ts";
import { emptyGraph, patchGraph, positionAt } from "./graph-patch.ts";
import { watchGraphicsLoss, whenGraphicsReturn } from "./graphics-loss.ts";
import { Highlighter } from "./controls/highlighter.ts";
import { LabelLayer } from "./layers/label-layer.ts";
import { paint } from "./painter.ts";
import { marksOnScreen, pick } from "./controls/picker.ts";
import { listenToPointer } from "./controls/pointer.ts";
import { createRenderer, detectGraphics, hidesLinesOnMove } from "./renderer.ts";
import { composeSnapshot, type SnapshotText } from "./export/snapshot.ts";
import type { StageCallbacks, StageMode, StageOptions, StagePoint } from "./stage-types.ts";

export type { CameraView } from "./controls/camera-control.ts";
export type { SnapshotText } from "./export/snapshot.ts";
export type { StageCallbacks, StageMode, StageOptions, StagePoint } from "./stage-types.ts";

const nothing: GraphSpec = {
  nodes: [],
  edges: [],
  selectedId: null,
  focusIds: null,
  legend: { rows: [], corridorsShown: 0, corridorsTotal: 0, placesShown: 0 },
};

const cameraRestMs = 180;
const mostForcedNames = 14;

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
  readonly #stop = new AbortController();
  #renderer: Sigma;
  #control: CameraControl;
  #unlisten: () => void = () => {};
  #spec = nothing;
  #nodes: ReadonlyMap<string, StageNode> = new Map();
  #edges: ReadonlyMap<string, StageEdge> = new Map();
  #names: readonly BasemapName[] = seaNames;
  #locale: Locale;
  #share: number;
  #hoveredId: string | null = null;
  #forcedIds: ReadonlySet<string> = new Set();
  #chosenIds: ReadonlySet<string> = new Set();
  #strongIds: ReadonlySet<string> | null = null;
  #animation: number | null = null;
  #rest: number | null = null;

  /** Draws into a container of a real size. Call `kill` when it goes. */
  constructor(container: HTMLElement, callbacks: StageCallbacks, options: StageOptions) {
    this.#container = container;
    this.#callbacks = callbacks;
    this.#locale = options.locale;
    this.#share = options.mode === "force" ? 1 : 0;
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
    patchGraph(this.#graph, spec, this.#share);
    this.#highlighter.graphChanged();
    this.#renderer.setSetting("hideEdgesOnMove", hidesLinesOnMove(this.#graph));
    if (this.#hoveredId !== null && !this.#nodes.has(this.#hoveredId) && !this.#edges.has(this.#hoveredId))
      this.#hoveredId = null;
    this.#emphasise();
  }

  /** Moves the marks to their map or relation positions. */
  setMode(mode: StageMode): void {
    const target = mode === "force" ? 1 : 0;
    if (this.#animation !== null) cancelAnimationFrame(this.#animation);
    this.#animation = null;
    if (this.#share === target) return;
    if (this.#reducedMotion) return this.#setShare(target);
    const start = performance.now();
    const from = this.#share;
    const step = () => {
      const time = Math.min(1, (performance.now() - start) / durationsMs.layoutChange);
      const eased = time < 0.5 ? 2 * time * time : 1 - 2 * (1 - time) ** 2;
      this.#setShare(time === 1 ? target : from + (target - from) * eased);
      this.#animation = time === 1 ? null : requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }

  setLocale(locale: Locale): void {
    this.#locale = locale;
    this.#renderer.scheduleRender();
  }

  /** Brings marks, and the ends of lines, into view. */
  focus(ids: readonly string[]): void {
    const ends = ids.flatMap((id) => {
      const edge = this.#edges.get(id);
      return edge === undefined ? [id] : [edge.from, edge.to];
    });
    this.#control.show(
      ends.flatMap((id) => {
        const node = this.#nodes.get(id);
        return node === undefined ? [] : [positionAt(node, this.#share > 0.5 ? 1 : 0)];
      }),
    );
  }

  fit(): void {
    this.#control.move(fittingView);
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

  /** Whether the browser draws without a graphics card: say so on screen. */
  get lightMode(): boolean {
    return detectGraphics().software;
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

  /** Draws a frame now instead of in the next one. */
  redraw(): void {
    this.#renderer.refresh({ partialGraph: {}, skipIndexation: true });
  }

  /** The drawn view with title, legend and credits as a PNG. */
  async snapshotPng(text: SnapshotText): Promise<Blob> {
    const { basemap, edges, nodes, labels } = this.#renderer.getCanvases();
    const { width, height } = this.#renderer.getDimensions();
    // A graphics layer can be read only in the task that drew it.
    this.redraw();
    const layers = [basemap, edges, nodes, labels].filter((layer) => layer !== undefined);
    return composeSnapshot(layers, { width, height, scale: window.devicePixelRatio }, text);
  }

  kill(): void {
    this.#stop.abort();
    this.#disconnect();
    if (this.#animation !== null) cancelAnimationFrame(this.#animation);
    this.#renderer.kill();
  }

  #connect(camera: CameraView): void {
    const renderer = this.#renderer;
    renderer.on("afterProcess", () => this.#highlighter.graphIndexed());
    renderer.on("afterRender", () => this.#paint());
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
        share: this.#share,
        locale: this.#locale,
        names: this.#names,
        forcedIds: this.#forcedIds,
        chosenIds: this.#chosenIds,
        strongIds: this.#strongIds,
        namedLine: this.#edges.get(this.#hoveredId ?? this.#spec.selectedId ?? "") ?? null,
      },
    );
  }

  #setShare(share: number): void {
    this.#share = share;
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

  /** What stays strong: around the pointer while it is on something, else around the selection. */
  #emphasise(): void {
    const { selectedId, focusIds, edges } = this.#spec;
    const hoveredId = this.#hoveredId;
    const line = this.#edges.get(hoveredId ?? "");
    const around =
      hoveredId === null
        ? focusIds
        : line === undefined
          ? neighbourhood(edges, [hoveredId], 1)
          : lineWithEnds(line);
    const chosenIds = [selectedId, hoveredId].filter((id) => id !== null);
    const named = new Set(chosenIds);
    for (const { id } of this.#spec.nodes)
      if (around?.has(id) === true && named.size < mostForcedNames) named.add(id);
    this.#forcedIds = named;
    this.#chosenIds = new Set(chosenIds);
    this.#strongIds = around;
    this.#highlighter.apply(this.#renderer, { ids: around, chosenIds });
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
