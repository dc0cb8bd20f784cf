import type { Point } from "./curves.ts";

interface Circle extends Point {
  readonly radius: number;
}

const corners = 16;

/** Corners of the smallest convex outline around circles, in one turn; none for no circle. Each circle counts as a polygon of sixteen corners around it. */
export function hullAround(circles: readonly Circle[]): readonly Point[] {
  return convexHull(
    circles.flatMap(({ x, y, radius }) =>
      Array.from({ length: corners }, (_, corner) => {
        const angle = (2 * Math.PI * corner) / corners;
        return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
      }),
    ),
  );
}

/** Convex hull by monotone chains (Andrew 1979). */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((left, right) => left.x - right.x || left.y - right.y);
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** One side of the hull, its last point left out: the other side begins with it. */
function chain(points: readonly Point[]): Point[] {
  const side: Point[] = [];
  for (const point of points) {
    while (side.length > 1 && !turnsLeft(side.at(-2), side.at(-1), point)) side.pop();
    side.push(point);
  }
  return side.slice(0, -1);
}

function turnsLeft(first: Point | undefined, second: Point | undefined, third: Point): boolean {
  if (first === undefined || second === undefined) return true;
  return (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x) > 0;
}
