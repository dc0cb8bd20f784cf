import type { Point } from "#client/model/map/curves.ts";
import type { StageStub } from "#client/model/drawing/stage-spec.ts";
import { colours, fontFamily, typography } from "#client/model/tokens.ts";
import { toScreen, type ViewTransform } from "#client/stage/view-transform.ts";

/** A mark as it stands now: position in map units, outer radius in CSS px. */
interface MarkNow {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A stub on the screen, CSS px: from the mark outward, and where its count is written. */
export interface StubOnScreen {
  readonly near: Point;
  readonly far: Point;
  readonly count: Point;
}

const gap = 2;
const shaft = 15;
const headLength = 6;
const headHalf = 3.6;
const width = 1.8;
const countGap = 7;
const countFont = `600 ${typography.mapDegree.size}px ${fontFamily}`;
const fadedStub = 0.25;

/** Where a stub lies; `share` 0 = map, 1 = relation view. */
export function stubOnScreen(
  stub: StageStub,
  view: ViewTransform,
  mark: MarkNow,
  share: number,
): StubOnScreen {
  const centre = toScreen(view, mark);
  const angle = share > 0.5 ? stub.forceAngle : stub.angle;
  const at = (distance: number): Point => ({
    x: centre.x + Math.cos(angle) * distance,
    y: centre.y + Math.sin(angle) * distance,
  });
  const start = mark.radius + gap;
  return { near: at(start), far: at(start + shaft), count: at(start + shaft + countGap) };
}

/** Short arrows for what goes to, or comes from, a place that is not known; a number says of how many exchanges. */
export function drawStub(
  context: CanvasRenderingContext2D,
  stub: StageStub,
  { near, far, count }: StubOnScreen,
  isStrong: boolean,
): void {
  const [tail, tip] = stub.direction === "out" ? [near, far] : [far, near];
  const along = { x: (tip.x - tail.x) / shaft, y: (tip.y - tail.y) / shaft };
  const base = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  context.save();
  context.globalAlpha = isStrong ? 1 : fadedStub;
  context.strokeStyle = colours.land;
  context.lineWidth = width + 2;
  strokeLine(context, tail, base);
  context.strokeStyle = stub.colour;
  context.lineWidth = width;
  strokeLine(context, tail, base);
  context.fillStyle = stub.colour;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(base.x - along.y * headHalf, base.y + along.x * headHalf);
  context.lineTo(base.x + along.y * headHalf, base.y - along.x * headHalf);
  context.fill();
  if (stub.count > 1) writeCount(context, stub, count);
  context.restore();
}

function writeCount(context: CanvasRenderingContext2D, { count, colour }: StageStub, { x, y }: Point): void {
  context.font = countFont;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = colours.land;
  context.lineWidth = 3;
  context.strokeText(String(count), x, y);
  context.fillStyle = colour;
  context.fillText(String(count), x, y);
}

function strokeLine(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}
