import { thinLabels, type LabelObstacle, type LabelWish } from "#client/model/drawing/label-thinning.ts";
import {
  stageLabels,
  type LabelInput,
  type LabelStyle,
  type StageLabel,
} from "#client/model/drawing/labels.ts";
import { colours, fontFamily, typography } from "#client/model/tokens.ts";
import type { Box } from "#client/model/map/fit.ts";
import { toScreen, type ViewTransform } from "#client/stage/view-transform.ts";

interface StyleOf {
  readonly font: string;
  readonly height: number;
  readonly colour: string;
  readonly halo: string | null;
}

function styleOf(
  { size, line, weight }: { readonly size: number; readonly line: number; readonly weight: number },
  colour: string,
  halo: string | null,
): StyleOf {
  return { font: `${weight} ${size}px ${fontFamily}`, height: line, colour, halo };
}

const styles: Readonly<Record<LabelStyle, StyleOf>> = {
  city: styleOf(typography.mapCity, colours.ink, colours.land),
  mark: styleOf(typography.mapPark, colours.secondary, colours.land),
  near: styleOf(typography.mapPark, colours.ink, colours.surface),
  chosen: styleOf(typography.mapSelected, colours.action, colours.surface),
  line: styleOf(typography.mapSelected, colours.action, colours.surface),
  sea: styleOf(typography.mapSea, colours.seaName, null),
  water: styleOf(typography.mapDegree, colours.seaName, colours.land),
};

/** Smaller marks may lie under a name's halo, CSS px. */
const smallestObstacle = 4.5;

interface DrawnLabel {
  readonly label: StageLabel;
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
}

/** How a mark stands on the screen: its radius in CSS px and its position in map units now. */
export type MarkNow = (
  nodeId: string,
) => { readonly x: number; readonly y: number; readonly radius: number } | null;

export interface LabelOptions {
  readonly input: LabelInput;
  readonly markNow: MarkNow;
  /** Of names that belong to the map, not to a mark: they go while the marks move to the relation view. */
  readonly mapOpacity: number;
  /** Marks that stay strong; names of the others fade. Null = none fades. */
  readonly strongIds: ReadonlySet<string> | null;
  /** What else names keep clear of, CSS px. */
  readonly taken: readonly LabelObstacle[];
  /** What lies over the stage, CSS px. */
  readonly covered: readonly Box[];
}

const fadedName = 0.4;

/** Names on the stage. Which ones and on which side is decided only when the zoom or the content changes; panning just moves them. */
export class LabelLayer {
  readonly #widths = new Map<string, number>();
  readonly #characters = new Set<string>();
  #labels: readonly DrawnLabel[] = [];
  #key: readonly unknown[] = [];

  /** Characters that were not asked for before: they may need a font to be loaded. */
  readonly onCharacters: (text: string) => void;

  constructor(onCharacters: (text: string) => void) {
    this.onCharacters = onCharacters;
  }

  /** A font arrived: widths and places are measured anew. */
  forgetWidths(): void {
    this.#widths.clear();
    this.#key = [];
  }

  /** Ids of the names that are drawn. */
  get shownIds(): readonly string[] {
    return this.#labels.map(({ label }) => label.id);
  }

  draw(context: CanvasRenderingContext2D, view: ViewTransform, options: LabelOptions): void {
    this.#arrange(context, view, options);
    context.save();
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.lineJoin = "round";
    for (const { label, dx, dy, width } of this.#labels) {
      const anchor = toScreen(view, anchorOf(label, options.markNow));
      const x = anchor.x + dx;
      const y = anchor.y + dy;
      if (x > view.width || x + width < 0 || y < -20 || y > view.height + 20) continue;
      context.globalAlpha = opacityOf(label, options);
      drawText(context, { text: label.text, x, y }, styles[label.style]);
    }
    context.restore();
  }

  #arrange(
    context: CanvasRenderingContext2D,
    view: ViewTransform,
    { input, markNow, taken, covered }: LabelOptions,
  ): void {
    const { spec, locale, mode, ratio, forcedIds, names, namedLine } = input;
    const key = [spec, locale, mode, ratio, forcedIds, names, namedLine, covered, view.scale, view.width];
    if (key.every((part, place) => Object.is(part, this.#key[place]))) return;
    this.#key = key;
    const labels = new Map(stageLabels(input).map((label) => [label.id, label]));
    this.#askForFonts(labels.values());
    const wishes = [...labels.values()].map((label): LabelWish => {
      const { radius } = (label.nodeId === null ? null : markNow(label.nodeId)) ?? { radius: 0 };
      return {
        id: label.id,
        ...toScreen(view, anchorOf(label, markNow)),
        width: this.#widthOf(context, label),
        height: styles[label.style].height,
        offset: radius,
        rank: label.rank,
        forced: label.forced,
        centred: label.style === "sea" || label.style === "water",
        upright: label.style === "line",
        // The relation view has no coast to tell by: a mark that is covered would be lost.
        strict: mode === "force" && !label.forced,
      };
    });
    const obstacles = input.spec.nodes.flatMap(({ id }) => {
      const mark = markNow(id);
      return mark === null || (mode === "map" && mark.radius < smallestObstacle)
        ? []
        : [{ ...toScreen(view, mark), radius: mark.radius }];
    });
    const window = { width: view.width, height: view.height, covered };
    this.#labels = thinLabels(wishes, [...obstacles, ...taken], window)
      .reverse()
      .flatMap(({ id, dx, dy }) => {
        const label = labels.get(id);
        return label === undefined ? [] : [{ label, dx, dy, width: this.#widthOf(context, label) }];
      });
  }

  #widthOf(context: CanvasRenderingContext2D, { style, text }: StageLabel): number {
    const key = `${style}|${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    context.font = styles[style].font;
    const { width } = context.measureText(text);
    this.#widths.set(key, width);
    return width;
  }

  #askForFonts(labels: Iterable<StageLabel>): void {
    let fresh = "";
    for (const { text } of labels)
      for (const character of text)
        if (!this.#characters.has(character)) {
          this.#characters.add(character);
          fresh += character;
        }
    if (fresh !== "") this.onCharacters(fresh);
  }
}

function opacityOf({ nodeId, style }: StageLabel, { mapOpacity, strongIds }: LabelOptions): number {
  if (style === "line") return 1;
  if (style === "city" || nodeId === null) return mapOpacity;
  return style === "chosen" || strongIds === null || strongIds.has(nodeId) ? 1 : fadedName;
}

function anchorOf(label: StageLabel, markNow: MarkNow): { readonly x: number; readonly y: number } {
  return (label.nodeId === null ? null : markNow(label.nodeId)) ?? label;
}

function drawText(
  context: CanvasRenderingContext2D,
  { text, x, y }: { readonly text: string; readonly x: number; readonly y: number },
  { font, colour, halo }: StyleOf,
): void {
  context.font = font;
  if (halo !== null) {
    context.strokeStyle = halo;
    context.lineWidth = 3.2;
    context.strokeText(text, x, y);
  }
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** The ring of the selected mark, with a gap of paper. */
export function drawSelectionRing(
  context: CanvasRenderingContext2D,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  context.save();
  for (const [width, colour] of [
    [5, colours.surface],
    [2.4, colours.action],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius + 5, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.restore();
}
