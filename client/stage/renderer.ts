import { Sigma } from "sigma";
import { NodePointProgram } from "sigma/rendering";
import { regionExtent } from "#client/model/map/mercator.ts";
import { durationsMs } from "#client/model/tokens.ts";
import type { Emphasis } from "./programs/emphasis.ts";
import type { StageGraph } from "./graph-patch.ts";
import { createMarkProgram } from "./programs/mark-program.ts";
import { createRibbonProgram } from "./programs/ribbon-program.ts";

export interface Graphics {
  readonly supported: boolean;
  /** Drawn by the processor: no graphics card, or none that the browser trusts. */
  readonly software: boolean;
}

let known: Graphics | null = null;

/** Asks the browser once what it can draw with; the context is given back at once. */
export function detectGraphics(): Graphics {
  if (known !== null) return known;
  const canvas = document.createElement("canvas");
  const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  if (gl === null || (!("drawArraysInstanced" in gl) && gl.getExtension("ANGLE_instanced_arrays") === null))
    return (known = { supported: false, software: true });
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  known = { supported: true, software: /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name) };
  return known;
}

/** Marks and lines grow more slowly than the map: at sixteen times the scale they are twice as large. */
export const sizeRatioAt = (ratio: number) => Math.min(1, ratio) ** 0.25;

export const nearestRatio = 0.012;
export const farthestRatio = 1.6;
/** How far inside the stage the edge of the region may be moved, CSS px: far enough to bring any mark beside a legend. */
const panTolerance = 480;
const manyLines = 300;

/** Whether lines are left out while the view moves: many of them, drawn by the processor. */
export function hidesLinesOnMove(graph: StageGraph): boolean {
  return detectGraphics().software && graph.size > manyLines;
}

/**
 * The one Sigma: fixed box, no padding, no rotation, nothing drawn by its own labels, nothing picked by pixels
 * (`hit-test.ts` answers without waiting for the graphics card).
 */
export function createRenderer(graph: StageGraph, container: HTMLElement, emphasis: Emphasis): Sigma {
  const renderer = new Sigma(graph, container, {
    nodeProgramClasses: { mark: createMarkProgram(emphasis) },
    // Never drawn (the layer is hidden): the cheapest program there is.
    nodeHoverProgramClasses: { mark: NodePointProgram },
    edgeProgramClasses: { ribbon: createRibbonProgram(emphasis, detectGraphics().software ? 12 : 20) },
    defaultNodeType: "mark",
    defaultEdgeType: "ribbon",
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    // A panel or tab may hide the stage for a while: it then draws on one pixel instead of failing.
    allowInvalidContainer: true,
    stagePadding: 0,
    zoomToSizeRatioFunction: sizeRatioAt,
    minCameraRatio: nearestRatio,
    maxCameraRatio: farthestRatio,
    zoomDuration: durationsMs.camera,
    inertiaDuration: durationsMs.camera,
    doubleClickZoomingDuration: 0,
    // Whether a press was a drag is judged by its distance, not by the number of its events.
    draggedEventsTolerance: Number.POSITIVE_INFINITY,
    hideEdgesOnMove: hidesLinesOnMove(graph),
  });
  Object.defineProperty(renderer, "getNodeAtPosition", { value: () => null });
  renderer.createCanvasContext("basemap", { style: { pointerEvents: "none" } });
  const { basemap, edges } = renderer.getCanvases();
  if (basemap !== undefined) edges?.before(basemap);
  // Layers that stay empty would still be composed in every frame.
  for (const layer of ["edgeLabels", "hovers", "hoverNodes"]) {
    const canvas = renderer.getCanvases()[layer];
    if (canvas !== undefined) canvas.style.display = "none";
  }
  renderer.setCustomBBox(regionExtent);
  renderer.resize(true);
  renderer.refresh();
  // Only now: the limits are measured in the box that has just been set.
  renderer.setSetting("cameraPanBoundaries", { tolerance: panTolerance, boundaries: regionExtent });
  renderer.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  return renderer;
}

/**
 * Draws one frame at another resolution, hands it out, and draws the screen's own again. Sigma reads the resolution from
 * the window whenever it is resized, so the window says another one meanwhile.
 */
export function drawnAt<T>(renderer: Sigma, pixelRatio: number, use: () => T): T {
  const own = Object.getOwnPropertyDescriptor(window, "devicePixelRatio");
  const redraw = () => {
    renderer.resize(true);
    renderer.refresh({ partialGraph: {}, skipIndexation: true });
  };
  Object.defineProperty(window, "devicePixelRatio", { value: pixelRatio, configurable: true });
  try {
    redraw();
    return use();
  } finally {
    if (own === undefined) Reflect.deleteProperty(window, "devicePixelRatio");
    else Object.defineProperty(window, "devicePixelRatio", own);
    redraw();
  }
}

/** A canvas context of the renderer by layer name, for layers that are drawn by hand. */
export function contextOf(renderer: Sigma, layer: "basemap" | "labels"): CanvasRenderingContext2D {
  const context = renderer.getCanvases()[layer]?.getContext("2d") ?? null;
  if (context === null) throw new Error(`The stage has no layer named ${layer}.`);
  return context;
}
