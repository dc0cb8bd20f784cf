import type { Sigma } from "sigma";
import { colours, fontFamily } from "#client/model/tokens.ts";
import { drawnAt } from "#client/stage/renderer.ts";
import { drawSwatch, swatchWidth, type Swatch } from "./swatches.ts";
import { linesOf } from "./text-lines.ts";

export interface LegendLine {
  readonly swatch: Swatch;
  readonly text: string;
}

/** Words of an export, in the reader's language. */
export interface SnapshotText {
  readonly title: string;
  /** What is drawn, in one sentence, and the filter. */
  readonly head: readonly string[];
  readonly legend: readonly LegendLine[];
  /** Credits, data version, date, address, and the map's review number where an operator supplied boundaries. */
  readonly foot: readonly string[];
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS px. */
  readonly scale: number;
}

/** Device pixels a CSS px: sharp on paper. */
const leastScale = 2;
const margin = 16;
const titleHeight = 34;
const lineHeight = 18;
const legendRow = 22;
const columnGap = 22;

const plain = `12px ${fontFamily}`;
const small = `11px ${fontFamily}`;

/** The view as it is drawn now, at twice the screen's resolution or more, on its sheet. */
export function pictureOf(renderer: Sigma, text: SnapshotText): HTMLCanvasElement {
  const { width, height } = renderer.getDimensions();
  const scale = Math.max(leastScale, window.devicePixelRatio);
  // A graphics layer can be read only in the task that drew it.
  return drawnAt(renderer, scale, () => {
    const { basemap, edges, nodes, labels } = renderer.getCanvases();
    const layers = [basemap, edges, nodes, labels].filter((layer) => layer !== undefined);
    return composeSnapshot(layers, { width, height, scale }, text);
  });
}

/** Head, drawn view, legend and foot on one white sheet; long texts run over several lines. Layers are given from the bottom up. */
function composeSnapshot(
  layers: readonly CanvasImageSource[],
  view: Sheet,
  text: SnapshotText,
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser gives no drawing context for the export.");
  const room = view.width - 2 * margin;
  const wrap = (font: string, paragraphs: readonly string[]) => {
    context.font = font;
    const widthOf = (part: string) => context.measureText(part).width;
    return paragraphs.flatMap((paragraph) => linesOf(paragraph, room, widthOf));
  };
  const head = wrap(plain, text.head);
  const foot = wrap(small, text.foot);
  const legend = flowLegend(context, text.legend, room);
  const viewTop = titleHeight + head.length * lineHeight + margin / 2;
  const legendTop = viewTop + view.height + margin;
  const footTop = legendTop + legend.rows * legendRow + margin / 2;
  const height = footTop + foot.length * lineHeight + margin / 2;
  canvas.width = Math.round(view.width * view.scale);
  canvas.height = Math.round(height * view.scale);
  context.scale(view.scale, view.scale);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, view.width, height);
  context.textBaseline = "middle";
  const write = (line: string, y: number, font: string, colour: string) => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(line, margin, y);
  };
  write(text.title, 20, `600 17px ${fontFamily}`, colours.ink);
  for (const [place, line] of head.entries())
    write(
      line,
      titleHeight + (place + 0.5) * lineHeight,
      plain,
      place === 0 ? colours.ink : colours.secondary,
    );
  for (const layer of layers) context.drawImage(layer, 0, viewTop, view.width, view.height);
  for (const { line, x, row } of legend.cells) {
    const y = legendTop + (row + 0.5) * legendRow;
    drawSwatch(context, line.swatch, margin + x, y);
    context.font = plain;
    context.fillStyle = colours.ink;
    context.fillText(line.text, margin + x + swatchWidth(line.swatch), y);
  }
  for (const [place, line] of foot.entries())
    write(line, footTop + (place + 0.5) * lineHeight, small, colours.secondary);
  return canvas;
}

/** Legend entries one after the other, as many in a row as fit. */
function flowLegend(context: CanvasRenderingContext2D, lines: readonly LegendLine[], room: number) {
  context.font = plain;
  let [x, row] = [0, 0];
  const cells = lines.map((line) => {
    const width = swatchWidth(line.swatch) + context.measureText(line.text).width;
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    const cell = { line, x, row };
    x += width + columnGap;
    return cell;
  });
  return { cells, rows: lines.length === 0 ? 0 : row + 1 };
}

/** A composed sheet as a PNG file. */
export function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The browser could not encode the picture."));
      else resolve(blob);
    }, "image/png");
  });
}
