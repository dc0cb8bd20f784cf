export type Direction = "left" | "right" | "up" | "down";

export interface WalkMark {
  readonly id: string;
  /** On the screen, y downward. */
  readonly x: number;
  readonly y: number;
}

const headings: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The mark that an arrow key leads to: the nearest within 45° of the direction, where being off the straight line costs
 * as much again. Null where nothing lies there. Ties by id.
 */
export function walkFrom(marks: readonly WalkMark[], fromId: string, direction: Direction): string | null {
  const start = marks.find(({ id }) => id === fromId);
  if (start === undefined) return null;
  const [headX, headY] = headings[direction];
  let best: { id: string; cost: number } | null = null;
  for (const { id, x, y } of marks) {
    const along = (x - start.x) * headX + (y - start.y) * headY;
    const aside = Math.abs((x - start.x) * headY) + Math.abs((y - start.y) * headX);
    if (id === fromId || along <= 0 || aside > along) continue;
    const cost = along + 2 * aside;
    if (best === null || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best?.id ?? null;
}
