import { hullAround } from "#client/model/map/convex-hull.ts";
import type { StageHull } from "#client/model/drawing/hulls.ts";
import { colours, fontFamily, typography } from "#client/model/tokens.ts";
import { toScreen, type ViewTransform } from "#client/stage/view-transform.ts";
import type { MarkNow } from "./label-layer.ts";

/** Between a mark and the outline around it, CSS px. */
const room = 9;
const fillOpacity = 0.13;
const numberFont = `600 ${typography.mapDegree.size}px ${fontFamily}`;
/** Outlines differ by form as well as by colour. */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

/** Outlines of communities under lines and marks, each with its number. */
export function drawHulls(
  context: CanvasRenderingContext2D,
  view: ViewTransform,
  hulls: readonly StageHull[],
  markNow: MarkNow,
): void {
  context.save();
  context.lineWidth = 1.6;
  for (const { nodeIds, colour, community } of hulls) {
    const circles = nodeIds.flatMap((id) => {
      const mark = markNow(id);
      return mark === null ? [] : [{ ...toScreen(view, mark), radius: mark.radius + room }];
    });
    const outline = hullAround(circles);
    if (outline.length === 0) continue;
    context.beginPath();
    for (const [corner, { x, y }] of outline.entries())
      if (corner === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    context.closePath();
    context.globalAlpha = fillOpacity;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.setLineDash([...(dashes[community % dashes.length] ?? [])]);
    context.stroke();
    writeNumber(context, community, outline);
  }
  context.restore();
}

/** At the top of the outline. */
function writeNumber(
  context: CanvasRenderingContext2D,
  community: number,
  outline: readonly { readonly x: number; readonly y: number }[],
): void {
  const top = outline.reduce((highest, point) => (point.y < highest.y ? point : highest));
  context.font = numberFont;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.setLineDash([]);
  context.save();
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = colours.surface;
  context.strokeText(String(community), top.x, top.y);
  context.fillStyle = colours.ink;
  context.fillText(String(community), top.x, top.y);
  context.restore();
}
