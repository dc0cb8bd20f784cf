import { isSeen, type Box } from "#client/model/map/fit.ts";
import type { MapPoint } from "#client/model/map/mercator.ts";
import { fittingView, type CameraControl, type CameraView, type Standing } from "./camera-control.ts";
import { toScreen } from "#client/stage/view-transform.ts";

/** Room around a mark that must be in view, and least distance of the two ends of a line, CSS px. */
const markReach = 10;
const readableGap = 48;

/** Brings what is drawn, or chosen, into the part of the stage that nothing lies over. Points are in map units. */
export class Framing {
  readonly #control: () => CameraControl;
  #covered: readonly Box[] = [];
  /** The view that last showed everything; while the camera stands there it follows size, legend and content. */
  #home: CameraView = fittingView;

  constructor(control: () => CameraControl) {
    this.#control = control;
  }

  /** Tells what lies over the stage: legend, buttons. */
  setCovered(covered: readonly Box[]): void {
    this.#covered = covered;
  }

  get covered(): readonly Box[] {
    return this.#covered;
  }

  /** Moves to the view that shows everything. */
  fit(standing: Standing): void {
    this.#home = this.#control().fitting(standing, this.#covered);
    this.#control().move(this.#home);
  }

  /** Jumps there. */
  goHome(standing: Standing): void {
    this.#control().jump(this.#control().fitting(standing, this.#covered));
    // As it came out: the camera keeps within bounds of its own.
    this.#home = this.#control().view;
  }

  /** Whether the camera stands where everything is in view. */
  get isHome(): boolean {
    const { x, y, ratio } = this.#control().view;
    const near = 2e-3 * this.#home.ratio;
    const gaps = [x - this.#home.x, y - this.#home.y, ratio - this.#home.ratio];
    return gaps.every((gap) => Math.abs(gap) < near);
  }

  show(points: readonly MapPoint[]): void {
    this.#control().show(points, this.#covered);
  }

  /** Whether points are in view, under nothing, and the first two far enough apart to be read. */
  shows(points: readonly MapPoint[]): boolean {
    const { transform } = this.#control();
    const { width, height } = transform;
    const spots = points.map((point) => toScreen(transform, point));
    const [first, second] = spots;
    if (first !== undefined && second !== undefined && gapOf(first, second) < readableGap) return false;
    return spots.every(({ x, y }) =>
      isSeen(
        { left: x - markReach, right: x + markReach, top: y - markReach, bottom: y + markReach },
        { width, height, covered: this.#covered },
      ),
    );
  }
}

const gapOf = (one: MapPoint, other: MapPoint) => Math.hypot(one.x - other.x, one.y - other.y);
