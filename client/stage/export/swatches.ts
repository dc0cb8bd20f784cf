import { colours, layerColours } from "#client/model/tokens.ts";
import type { LegendMark, LegendSample } from "#client/model/drawing/stage-spec.ts";

/** The sign of a legend row. Samples are in CSS px, as drawn. */
export type Swatch =
  | { readonly kind: "line"; readonly colour: string; readonly dash: readonly number[] }
  | { readonly kind: "arrow"; readonly length: number }
  | { readonly kind: "mark"; readonly mark: LegendMark }
  | { readonly kind: "widths"; readonly samples: readonly LegendSample[] }
  | { readonly kind: "areas"; readonly samples: readonly LegendSample[] }
  /** A mark filled by class: `level` −1 to 1, null = no value. */
  | { readonly kind: "class"; readonly level: number | null; readonly colour: string }
  | { readonly kind: "none" };

const middle = 12;
const lineLength = 24;
const sampleStep = 20;
const widestArea = 10;

/** Room that a sign takes at the left of its text, CSS px. */
export function swatchWidth(swatch: Swatch): number {
  if (swatch.kind === "widths") return swatch.samples.length * sampleStep;
  if (swatch.kind === "none") return 0;
  if (swatch.kind === "areas")
    return swatch.samples.reduce((sum, { pixels }) => sum + 2 * Math.min(widestArea, pixels) + 4, 2);
  return swatch.kind === "mark" || swatch.kind === "class" ? 2 * middle : lineLength + 6;
}

/** Draws a sign at the left end of its row, centred on `y`. */
export function drawSwatch(context: CanvasRenderingContext2D, swatch: Swatch, x: number, y: number): void {
  context.save();
  context.translate(x, y);
  context.strokeStyle = colours.park;
  context.fillStyle = colours.park;
  context.lineWidth = 1.3;
  if (swatch.kind === "line") {
    context.strokeStyle = swatch.colour;
    context.lineWidth = swatch.dash.length === 0 ? 3 : 1.8;
    context.setLineDash([...swatch.dash]);
    line(context, 0, lineLength);
  } else if (swatch.kind === "arrow") drawArrow(context, swatch.length);
  else if (swatch.kind === "mark") drawMark(context, swatch.mark);
  else if (swatch.kind === "class") drawClass(context, swatch);
  else if (swatch.kind === "widths") drawWidths(context, swatch.samples);
  else if (swatch.kind === "areas") drawAreas(context, swatch.samples);
  context.restore();
}

function line(context: CanvasRenderingContext2D, from: number, to: number): void {
  context.beginPath();
  context.moveTo(from, 0);
  context.lineTo(to, 0);
  context.stroke();
}

function drawArrow(context: CanvasRenderingContext2D, length: number): void {
  const tip = middle + length / 2;
  context.lineWidth = 2;
  line(context, tip - length, tip - 4);
  context.beginPath();
  context.moveTo(tip, 0);
  context.lineTo(tip - 6, -3.6);
  context.lineTo(tip - 6, 3.6);
  context.fill();
}

function disc(context: CanvasRenderingContext2D, x: number, radius: number): void {
  context.beginPath();
  context.arc(x, 0, radius, 0, 2 * Math.PI);
}

function drawMark(context: CanvasRenderingContext2D, mark: LegendMark): void {
  if (mark === "inside") return drawRing(context);
  context.beginPath();
  if (mark === "county" || mark === "city") {
    context.setLineDash(mark === "city" ? [3, 2] : []);
    context.rect(middle - 5, -5, 10, 10);
    context.stroke();
  } else if (mark === "site") {
    context.moveTo(middle, -6);
    context.lineTo(middle + 6, 0);
    context.lineTo(middle, 6);
    context.lineTo(middle - 6, 0);
    context.fill();
  } else if (mark === "park-empty") {
    disc(context, middle, 3.6);
    context.stroke();
  } else {
    disc(context, middle, mark === "park" ? 5.5 : 2.6);
    context.fill();
  }
}

function drawClass(
  context: CanvasRenderingContext2D,
  { level, colour }: Extract<Swatch, { kind: "class" }>,
): void {
  const radius = 5.5;
  if (level !== null && level !== 0) {
    const height = 2 * radius * Math.abs(level);
    context.save();
    disc(context, middle, radius);
    context.clip();
    context.fillStyle = colour;
    context.fillRect(middle - radius, level < 0 ? -radius : radius - height, 2 * radius, height);
    context.restore();
  }
  disc(context, middle, radius);
  if (level !== null) return context.stroke();
  context.fillStyle = colours.noValue;
  context.fill();
}

function drawRing(context: CanvasRenderingContext2D): void {
  disc(context, middle, 3);
  context.fill();
  context.lineWidth = 2.6;
  for (const [place, colour] of Object.values(layerColours).entries()) {
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(middle, 0, 6, (place * 2 * Math.PI) / 3, ((place + 1) * 2 * Math.PI) / 3);
    context.stroke();
  }
}

function drawWidths(context: CanvasRenderingContext2D, samples: readonly LegendSample[]): void {
  for (const [place, { pixels }] of samples.entries()) {
    context.lineWidth = pixels;
    line(context, place * sampleStep, place * sampleStep + 15);
  }
}

function drawAreas(context: CanvasRenderingContext2D, samples: readonly LegendSample[]): void {
  let left = 0;
  for (const { pixels } of samples) {
    const radius = Math.min(widestArea, pixels);
    disc(context, left + radius, radius);
    context.fill();
    left += 2 * radius + 4;
  }
}
