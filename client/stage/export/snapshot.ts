import { colours, fontFamily } from "#client/model/tokens.ts";

export interface LegendLine {
  readonly swatch: "line" | "dotted" | "disc" | "ring" | "square" | "none";
  readonly colour: string;
  readonly text: string;
}

/** Words of an export, in the reader's language. */
export interface SnapshotText {
  readonly title: string;
  readonly filterText: string;
  readonly legend: readonly LegendLine[];
  /** Credits, data version, date, and the map's review number where an operator supplied boundaries. */
  readonly footer: string;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS px. */
  readonly scale: number;
}

const margin = 16;
const headHeight = 56;
const legendRow = 20;
const footHeight = 28;

/** Head, drawn view, legend and foot on one white sheet. Layers are given from the bottom up. */
export function composeSnapshot(
  layers: readonly CanvasImageSource[],
  view: Sheet,
  text: SnapshotText,
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const columns = Math.max(1, Math.floor((view.width - 2 * margin) / 240));
  const legendHeight = Math.ceil(text.legend.length / columns) * legendRow + margin;
  const height = headHeight + view.height + legendHeight + footHeight;
  canvas.width = Math.round(view.width * view.scale);
  canvas.height = Math.round(height * view.scale);
  const context = canvas.getContext("2d");
  if (context === null)
    return Promise.reject(new Error("This browser gives no drawing context for the export."));
  context.scale(view.scale, view.scale);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, view.width, height);
  context.textBaseline = "middle";
  write(context, { text: text.title, x: margin, y: 20, font: "600 17px", colour: colours.ink });
  write(context, { text: text.filterText, x: margin, y: 42, font: "12px", colour: colours.secondary });
  for (const layer of layers) context.drawImage(layer, 0, headHeight, view.width, view.height);
  for (const [place, row] of text.legend.entries()) {
    const x = margin + (place % columns) * 240;
    const y = headHeight + view.height + margin + Math.floor(place / columns) * legendRow;
    drawSwatch(context, row, x, y);
    write(context, { text: row.text, x: x + 34, y, font: "12px", colour: colours.ink });
  }
  write(context, {
    text: text.footer,
    x: margin,
    y: height - footHeight / 2,
    font: "11px",
    colour: colours.secondary,
  });
  return toBlob(canvas);
}

interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly colour: string;
}

function write(context: CanvasRenderingContext2D, { text, x, y, font, colour }: Writing): void {
  context.font = `${font} ${fontFamily}`;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawSwatch(
  context: CanvasRenderingContext2D,
  { swatch, colour }: LegendLine,
  x: number,
  y: number,
): void {
  context.save();
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = swatch === "line" ? 3 : 1.5;
  context.beginPath();
  if (swatch === "line" || swatch === "dotted") {
    context.setLineDash(swatch === "dotted" ? [2, 3] : []);
    context.moveTo(x, y);
    context.lineTo(x + 24, y);
  } else if (swatch === "square") {
    context.setLineDash([3, 2]);
    context.rect(x + 7, y - 5, 10, 10);
  } else if (swatch !== "none") context.arc(x + 12, y, swatch === "disc" ? 5.5 : 4.5, 0, 2 * Math.PI);
  if (swatch === "disc") context.fill();
  else context.stroke();
  context.restore();
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The browser could not encode the picture."));
      else resolve(blob);
    }, "image/png");
  });
}
