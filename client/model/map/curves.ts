/**
 * Geometry of the lines. A line is a quadratic Bézier from source to target whose control point lies beside the middle
 * of the chord, `curvature` × length to the left. Two directions of a pair therefore bow apart by themselves.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Lane {
  readonly from: string;
  readonly to: string;
  readonly kind: "corridor" | "candidate";
}

const firstBow = 0.16;
const bowStep = 0.16;
const candidateBow = 0.34;

/**
 * Curvature of every lane, in their order: lanes that share a direction between the same two places step outward, a
 * candidate starts outside the real ones. Screen y grows downward, so a positive value bows to the right of travel there.
 */
export function assignCurvatures(lanes: readonly Lane[]): number[] {
  const used = new Map<string, number>();
  return lanes.map(({ from, to, kind }) => {
    const key = `${kind}|${from}|${to}`;
    const place = used.get(key) ?? 0;
    used.set(key, place + 1);
    return (kind === "candidate" ? candidateBow : firstBow) + place * bowStep;
  });
}

/** Control point in a space whose y grows downward (the screen). */
export function controlPoint(source: Point, target: Point, curvature: number): Point {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  return {
    x: (source.x + target.x) / 2 + dy * curvature,
    y: (source.y + target.y) / 2 - dx * curvature,
  };
}

export function pointOnCurve(source: Point, control: Point, target: Point, share: number): Point {
  const rest = 1 - share;
  return {
    x: rest * rest * source.x + 2 * rest * share * control.x + share * share * target.x,
    y: rest * rest * source.y + 2 * rest * share * control.y + share * share * target.y,
  };
}

const samples = 16;

/** Distance from a point to a curve, in the curve's own units, or Infinity where it is surely above `reach`. */
export function distanceToCurve(
  point: Point,
  ends: { readonly source: Point; readonly target: Point },
  curvature: number,
  reach: number,
): number {
  const { source, target } = ends;
  const control = controlPoint(source, target, curvature);
  if (isBeyond(point.x, [source.x, control.x, target.x], reach)) return Infinity;
  if (isBeyond(point.y, [source.y, control.y, target.y], reach)) return Infinity;
  let best = Infinity;
  let before = source;
  for (let step = 1; step <= samples; step += 1) {
    const next = pointOnCurve(source, control, target, step / samples);
    best = Math.min(best, distanceToSegment(point, before, next));
    before = next;
  }
  return best;
}

function isBeyond(value: number, bounds: readonly [number, number, number], reach: number): boolean {
  return value < Math.min(...bounds) - reach || value > Math.max(...bounds) + reach;
}

function distanceToSegment(point: Point, start: Point, end: Point): number {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - start.x - share * dx, point.y - start.y - share * dy);
}
