import type { Locale } from "#client/model/locale.ts";
import type { Selection } from "#client/model/selection.ts";
import type { GraphSpec } from "#client/model/stage-spec.ts";

export type StageMode = "map" | "force";

/** Where the camera looks, in map units (longitude, Mercator latitude in degrees), and the ratio: 1 = everything in view, smaller = nearer. */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface StagePoint {
  readonly x: number;
  readonly y: number;
}

export interface StageCallbacks {
  /** The thing under the pointer and where it is in the container, or null. */
  onHover(item: Selection | null, at: StagePoint | null): void;
  /** A click: the thing, or null to clear. A click on the only selected thing clears. */
  onSelect(selection: Selection | null): void;
  /** A double click on a place. */
  onOpen(placeId: string): void;
  /** The camera came to rest. */
  onCamera(camera: CameraView): void;
  /** The graphics context was lost, or is back. */
  onLost(state: "lost" | "restored"): void;
}

export interface StageOptions {
  readonly locale: Locale;
  readonly mode?: StageMode;
  readonly camera?: CameraView;
  /** Follows `prefers-reduced-motion` unless told. */
  readonly reducedMotion?: boolean;
}

export interface SnapshotText {
  readonly title: string;
  readonly filterText: string;
  /** Lines of the legend in words, in the reader's language. */
  readonly legend: readonly {
    readonly swatch: "line" | "dotted" | "disc" | "ring" | "square" | "none";
    readonly colour: string;
    readonly text: string;
  }[];
  /** Credits, data version, date: the last line. */
  readonly footer: string;
}

/** The map and relation view: the only code that touches Sigma. One instance per mount, patched in place. */
export class Stage {
  /** Whether this browser can draw the stage (WebGL); where not, show the table and say why. */
  static isSupported(): boolean {
    return false;
  }

  constructor(container: HTMLElement, callbacks: StageCallbacks, options: StageOptions) {
    void container;
    void callbacks;
    void options;
  }

  /** Draws a spec by patching the graph. */
  setSpec(spec: GraphSpec): void {
    void spec;
  }

  /** Moves the marks to their map or relation positions. */
  setMode(mode: StageMode): void {
    void mode;
  }

  setLocale(locale: Locale): void {
    void locale;
  }

  /** Brings marks (and the ends of lines) into view. */
  focus(ids: readonly string[]): void {
    void ids;
  }

  fit(): void {}
  zoomIn(): void {}
  zoomOut(): void {}
  /** Moves the view by CSS px. */
  panBy(dx: number, dy: number): void {
    void dx;
    void dy;
  }

  get camera(): CameraView {
    return { x: 0, y: 0, ratio: 1 };
  }

  setCamera(camera: CameraView): void {
    void camera;
  }

  /** Whether the browser draws without a graphics card: say so on screen. */
  get lightMode(): boolean {
    return false;
  }

  /** Position of a mark in the container in CSS px, null where it is not drawn. */
  screenPosition(id: string): StagePoint | null {
    void id;
    return null;
  }

  /** The mark next to `fromId` in a direction (arrow keys), null where there is none; the top mark where `fromId` is null. */
  walk(fromId: string | null, direction: "left" | "right" | "up" | "down"): string | null {
    void fromId;
    void direction;
    return null;
  }

  /** The drawn view with title, legend and credits as a PNG. */
  snapshotPng(text: SnapshotText): Promise<Blob> {
    void text;
    return Promise.reject(new Error("not built yet"));
  }

  kill(): void {}
}
