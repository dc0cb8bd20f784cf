import type { MapPoint } from "./mercator.ts";

/** A rectangle of the stage, CSS px from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface FitInput {
  /** What must be seen, map units. */
  readonly points: readonly MapPoint[];
  readonly width: number;
  readonly height: number;
  /** Parts of the stage that something lies over. */
  readonly covered: readonly Box[];
  /** Free room around every point, CSS px. */
  readonly margin: number;
  /** More of it at the right of the whole, for names; default 0. */
  readonly rightRoom?: number;
}

/** The map point in the middle of the stage, and CSS px a map unit. */
export interface Fit {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Shares of the largest scale of a frame that are tried, and where in its spare room the picture stands. */
const shrinks = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68];
const places = [0.5, 0, 1, 0.25, 0.75];
/** Points nearer than this share of the whole are one to the search. */
const grain = 1 / 150;

/**
 * The largest scale at which all points lie in the stage and none under what covers it. The whole stage is tried first:
 * a legend over an empty corner costs nothing; then the parts left and right of, above and below what covers it.
 * Null without points or room.
 */
export function fitPoints(input: FitInput): Fit | null {
  const { points, margin } = input;
  if (points.length === 0) return null;
  const roomOf = ({ left, right, top, bottom }: Box): Box => ({
    left: left + margin,
    right: right - margin - (input.rightRoom ?? 0),
    top: top + margin,
    bottom: bottom - margin,
  });
  const bounds = boundsOf(points);
  const kept = thinned(points, bounds);
  const tries = framesOf(input)
    .map(roomOf)
    .flatMap((frame) => shrinks.map((shrink) => ({ frame, scale: shrink * scaleIn(frame, bounds) })))
    .filter(({ scale }) => scale > 0)
    .toSorted((left, right) => right.scale - left.scale);
  for (const { frame, scale } of tries)
    for (const down of places)
      for (const across of places) {
        const fit = placed(input, frame, bounds, { scale, across, down });
        if (kept.every((point) => isFree(input, fit, point))) return fit;
      }
  return null;
}

/** The part of the stage that nothing lies over: the largest rectangle beside, above or below what covers it. */
export function freeFrame({ width, height, covered }: Omit<FitInput, "points" | "margin">): Box {
  const area = ({ left, top, right, bottom }: Box) => Math.max(0, right - left) * Math.max(0, bottom - top);
  const free = framesOf({ width, height, covered }).filter((frame) =>
    covered.every((box) => !overlaps(frame, box)),
  );
  const whole = { left: 0, top: 0, right: width, bottom: height };
  return free.toSorted((left, right) => area(right) - area(left))[0] ?? whole;
}

/** Whether a box of the stage is wholly in view and under nothing. */
export function isSeen(box: Box, { width, height, covered }: Omit<FitInput, "points" | "margin">): boolean {
  const isInside = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
  return isInside && covered.every((other) => !overlaps(box, other));
}

const overlaps = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The stage, and every part of it that is left when each covering box is stepped round on one side. */
function framesOf({ width, height, covered }: Omit<FitInput, "points" | "margin">): Box[] {
  let frames: Box[] = [{ left: 0, top: 0, right: width, bottom: height }];
  for (const box of covered)
    frames = frames.flatMap((frame) => [
      frame,
      { ...frame, left: Math.max(frame.left, box.right) },
      { ...frame, right: Math.min(frame.right, box.left) },
      { ...frame, top: Math.max(frame.top, box.bottom) },
      { ...frame, bottom: Math.min(frame.bottom, box.top) },
    ]);
  return frames;
}

interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function boundsOf(points: readonly MapPoint[]): Bounds {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, east, south, north };
}

function thinned(points: readonly MapPoint[], { west, east, south, north }: Bounds): readonly MapPoint[] {
  const cell = Math.max(east - west, north - south, 1e-9) * grain;
  const cells = new Map(
    points.map((point) => [`${Math.round(point.x / cell)},${Math.round(point.y / cell)}`, point]),
  );
  return [...cells.values()];
}

/** 0 where the frame has no room. */
function scaleIn({ left, top, right, bottom }: Box, bounds: Bounds): number {
  const width = right - left;
  const height = bottom - top;
  if (width <= 0 || height <= 0) return 0;
  return Math.min(
    width / Math.max(1e-9, bounds.east - bounds.west),
    height / Math.max(1e-9, bounds.north - bounds.south),
  );
}

/** The view in which the bounds stand at a place (0 to 1 across and down) of the spare room of a frame. */
function placed(
  { width, height }: FitInput,
  frame: Box,
  { west, east, south, north }: Bounds,
  { scale, across, down }: { readonly scale: number; readonly across: number; readonly down: number },
): Fit {
  const spareX = frame.right - frame.left - (east - west) * scale;
  const spareY = frame.bottom - frame.top - (north - south) * scale;
  const left = frame.left + spareX * across;
  const top = frame.top + spareY * down;
  return { x: west + (width / 2 - left) / scale, y: north - (height / 2 - top) / scale, scale };
}

function isFree({ width, height, covered, margin }: FitInput, fit: Fit, point: MapPoint): boolean {
  const x = width / 2 + (point.x - fit.x) * fit.scale;
  const y = height / 2 - (point.y - fit.y) * fit.scale;
  return covered.every(
    ({ left, top, right, bottom }) =>
      x + margin <= left || x - margin >= right || y + margin <= top || y - margin >= bottom,
  );
}
