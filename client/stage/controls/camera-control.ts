import type { Sigma } from "sigma";
import { fitPoints, freeFrame, type Box } from "#client/model/map/fit.ts";
import { regionExtent, type MapPoint } from "#client/model/map/mercator.ts";
import { durationsMs } from "#client/model/tokens.ts";
import { farthestRatio, nearestRatio } from "#client/stage/renderer.ts";
import type { ViewTransform } from "#client/stage/view-transform.ts";

/** Where the camera looks, in map units (longitude, Mercator latitude in degrees), and the ratio: 1 = everything in view, smaller = nearer. */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** What must be in view while everything is. */
export interface Standing {
  readonly points: readonly MapPoint[];
  /** Room at the right of it for names, CSS px. */
  readonly rightRoom: number;
}

const [west, east] = regionExtent.x;
const [south, north] = regionExtent.y;
/** Sigma's own coordinates: the longer side of the box is 1, its centre (0.5, 0.5). */
const span = Math.max(east - west, north - south);
const centre: MapPoint = { x: (west + east) / 2, y: (south + north) / 2 };

export const fittingView: CameraView = { ...centre, ratio: 1 };

const zoomStep = 1.6;
/** Nearest ratio that bringing one mark into view goes to by itself. */
const closeRatio = 0.3;
/** Framing several marks stays this far out, so that water and cities still tell where one is. */
const framedRatio = 0.03;
/** Share of the free part of the stage that framed marks take. */
const framedShare = 0.6;
/** Free room around every mark while everything is in view, CSS px. */
const fitMargin = 26;

/** Moves of the camera in map units; animated unless the reader asked for less motion. */
export class CameraControl {
  readonly #renderer: Sigma;
  readonly #reducedMotion: boolean;

  constructor(renderer: Sigma, reducedMotion: boolean) {
    this.#renderer = renderer;
    this.#reducedMotion = reducedMotion;
  }

  get view(): CameraView {
    const { x, y, ratio } = this.#renderer.getCamera().getState();
    return { x: centre.x + (x - 0.5) * span, y: centre.y + (y - 0.5) * span, ratio };
  }

  /** Jumps. Values out of range are drawn in to the range. */
  jump({ x, y, ratio }: CameraView): void {
    const state = { ...framed({ x, y }), ratio: clampRatio(ratio), angle: 0 };
    const { width, height } = this.#renderer.getDimensions();
    if (width > 0 && height > 0) this.#renderer.getCamera().setState(state);
  }

  move(view: CameraView): void {
    if (this.#reducedMotion) this.jump(view);
    else
      void this.#renderer
        .getCamera()
        .animate({ ...framed(view), ratio: clampRatio(view.ratio) }, { duration: durationsMs.camera });
  }

  zoomBy(steps: number): void {
    const { view } = this;
    this.move({ ...view, ratio: view.ratio / zoomStep ** steps });
  }

  /** Moves the view by CSS px, at once. */
  panBy(dx: number, dy: number): void {
    const { scale } = this.transform;
    const { x, y, ratio } = this.view;
    this.jump({ x: x + dx / scale, y: y - dy / scale, ratio });
  }

  /** The view that shows all points beside what covers the stage; the whole region where there are none. */
  fitting({ points, rightRoom }: Standing, covered: readonly Box[]): CameraView {
    const { width, height } = this.#renderer.getDimensions();
    const fit = fitPoints({ points, width, height, covered, margin: fitMargin, rightRoom });
    if (fit === null) return fittingView;
    return { x: fit.x, y: fit.y, ratio: clampRatio(this.#scaleOfAll / fit.scale) };
  }

  /** Brings points into the part of the stage that nothing covers: one is centred, several are framed. */
  show(points: readonly MapPoint[], covered: readonly Box[]): void {
    if (points.length === 0) return;
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    const { view, transform } = this;
    const { width, height } = transform;
    const frame = freeFrame({ width, height, covered });
    const wanted = Math.max(
      (right - left) / (frame.right - frame.left),
      (high - low) / (frame.bottom - frame.top),
    );
    const now = view.ratio * transform.scale;
    const framed = Math.min(1, Math.max((wanted * now) / framedShare, framedRatio));
    const ratio = wanted === 0 ? Math.min(view.ratio, closeRatio) : framed;
    const scale = now / ratio;
    this.move({
      x: (left + right) / 2 - ((frame.left + frame.right) / 2 - width / 2) / scale,
      y: (low + high) / 2 + ((frame.top + frame.bottom) / 2 - height / 2) / scale,
      ratio,
    });
  }

  /** CSS px a map unit at ratio 1, wherever the camera is now: the same stage gives the same number to the last digit. */
  get #scaleOfAll(): number {
    const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const start = this.#renderer.graphToViewport({ x: west, y: south }, { cameraState });
    const end = this.#renderer.graphToViewport({ x: east, y: north }, { cameraState });
    return (end.x - start.x) / (east - west);
  }

  /** The camera as a transform of map units into CSS px, read from Sigma itself so that every layer agrees with it. */
  get transform(): ViewTransform {
    const cameraState = this.#renderer.getCamera().getState();
    const start = this.#renderer.graphToViewport({ x: west, y: south }, { cameraState });
    const end = this.#renderer.graphToViewport({ x: east, y: north }, { cameraState });
    const scale = (end.x - start.x) / (east - west);
    const { width, height } = this.#renderer.getDimensions();
    return { scale, originX: start.x - west * scale, originY: start.y + south * scale, width, height };
  }
}

const framed = ({ x, y }: MapPoint) => ({ x: 0.5 + (x - centre.x) / span, y: 0.5 + (y - centre.y) / span });

const clampRatio = (ratio: number) =>
  Number.isFinite(ratio) ? Math.min(farthestRatio, Math.max(nearestRatio, ratio)) : 1;
