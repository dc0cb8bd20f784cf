import { isSeen, type Box } from "#client/model/map/fit.ts";

/** A label that wants a place at an anchor, all lengths in CSS px. */
export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance kept from the anchor: the radius of its mark. */
  readonly offset: number;
  readonly rank: number;
  /** Placed first and, if no side is free, over others: the selected and the hovered. */
  readonly forced: boolean;
  /** Set on the anchor itself (names of seas, lakes and rivers). */
  readonly centred?: boolean;
  /** Left out rather than set over a mark or cut by the edge. */
  readonly strict?: boolean;
  /** Above or below its anchor before any other side (names of lines). */
  readonly upright?: boolean;
}

/** A mark that names keep clear of where they can, CSS px. */
export interface LabelObstacle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where a label goes: the left end and the middle of its box, relative to its anchor. */
export interface PlacedLabel {
  readonly id: string;
  readonly dx: number;
  readonly dy: number;
}

/** What is seen of the stage: names keep inside it, and from under what lies over it, where a spot allows that. */
export interface LabelWindow {
  readonly width: number;
  readonly height: number;
  readonly covered: readonly Box[];
}

const padding = 2;
const cellSize = 64;

/**
 * Chooses the labels that are drawn and their sides: forced ones first, then by rank, each on the first of twelve
 * spots where it covers no label that is already placed, and no mark if one side allows that. Deterministic; ties by id.
 * Apart from the window only distances matter, so the choice holds while the view is panned.
 */
export function thinLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly LabelObstacle[] = [],
  window: LabelWindow | null = null,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const grid = new Map<string, Box[]>();
  const marks = new Map<string, Box[]>();
  for (const { x, y, radius } of obstacles)
    occupy(marks, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  for (const wish of [...wishes].sort(byImportance)) {
    const spots = spotsOf(wish);
    const free = seenFirst(
      spots.filter((spot) => isFree(grid, boxAt(wish, spot))),
      wish,
      window,
    );
    const spot =
      free.find((each) => isFree(marks, boxAt(wish, each))) ??
      (wish.strict === true ? undefined : free[0]) ??
      (wish.forced ? seenFirst(spots, wish, window)[0] : undefined);
    if (spot === undefined) continue;
    occupy(grid, boxAt(wish, spot));
    placed.push({ id: wish.id, ...spot });
  }
  return placed;
}

/** Spots in full view; where there are none, those that an edge cuts or something lies over, but for strict names. */
function seenFirst(spots: readonly Spot[], wish: LabelWish, window: LabelWindow | null): readonly Spot[] {
  if (window === null) return spots;
  const seen = spots.filter((spot) => isSeen(boxAt(wish, spot), window));
  return seen.length === 0 && wish.strict !== true ? spots : seen;
}

function byImportance(left: LabelWish, right: LabelWish): number {
  return (
    Number(right.forced) - Number(left.forced) || right.rank - left.rank || (left.id < right.id ? -1 : 1)
  );
}

interface Spot {
  readonly dx: number;
  readonly dy: number;
}

/** Beside the mark, and the same sides a little farther out for where marks stand close together. */
const ringGaps = [4, 15];

function spotsOf({ width, height, offset, centred, upright }: LabelWish): Spot[] {
  if (centred === true) return [{ dx: -width / 2, dy: 0 }];
  return ringGaps.flatMap((gap) => {
    const side = offset + gap;
    const diagonal = offset * 0.7 + gap - 2;
    const beside = [
      { dx: diagonal, dy: -diagonal - height / 2 },
      { dx: side, dy: 0 },
      { dx: diagonal, dy: diagonal + height / 2 },
      { dx: -side - width, dy: 0 },
    ];
    const stacked = [-1, 1].map((way) => ({ dx: -width / 2, dy: way * (side + height / 2) }));
    return upright === true ? [...stacked, ...beside] : [...beside, ...stacked];
  });
}

function boxAt({ x, y, width, height }: LabelWish, { dx, dy }: Spot): Box {
  return {
    left: x + dx - padding,
    right: x + dx + width + padding,
    top: y + dy - height / 2 - padding / 2,
    bottom: y + dy + height / 2 + padding / 2,
  };
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const cells: string[] = [];
  for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column += 1)
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row += 1)
      cells.push(`${column},${row}`);
  return cells;
}

function isFree(grid: ReadonlyMap<string, readonly Box[]>, box: Box): boolean {
  return cellsOf(box).every((cell) => (grid.get(cell) ?? []).every((other) => !overlap(box, other)));
}

function occupy(grid: Map<string, Box[]>, box: Box): void {
  for (const cell of cellsOf(box)) grid.set(cell, [...(grid.get(cell) ?? []), box]);
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
