import { regionExtent, type MapPoint } from "#client/model/map/mercator.ts";

export interface LayoutNode {
  readonly id: string;
  /** Start: the position on the map. */
  readonly x: number;
  readonly y: number;
  /** Radius in CSS px. */
  readonly size: number;
}

export interface LayoutLink {
  readonly from: string;
  readonly to: string;
  /** Number of exchanges: pulls with √weight. */
  readonly weight: number;
}

const steps = 300;
const repulsion = 1;
const gravity = 0.9;
const attraction = 0.35;
const spread = 6;
const goldenAngle = 2.399963;
const inset = 0.35;
/** Linked marks stay this far from the sides, so that names fit beside them. */
const sideInset = 0.8;
/** Height at the bottom where the legend lies, map units: about 150 CSS px at the fitting zoom of a small screen. */
const legendRoom = 2;
/** Marks without a link stand in two blocks: those with exchanges inside, and the small rest. */
const smallSize = 3;
/** CSS px a map unit at the fitting zoom of a small screen: how large a radius is in map units. */
const pixelsPerUnit = 70;
const gapPx = 5;
/** Height of a block that holds one row of marks, map units. */
const leastBlock = 0.6;
const separationRounds = 30;
/** Share of the height that the linked marks get where there are marks without a link. */
const linkedShare = 0.8;

/**
 * Positions of the relation view, in map units inside the fixed window of the map (so that one camera serves both), clear of the legend.
 * Marks with a link: force-directed with linear repulsion by degree (as ForceAtlas2, Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679), started from the map and therefore deterministic, then pushed apart until no two
 * overlap. Marks without a link stand in rows beneath, in the given order: they are part of the answer, not noise.
 */
export function layoutByForce(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): Map<string, MapPoint> {
  const linkedIds = new Set(
    links.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]),
  );
  const linked = nodes.filter(({ id }) => linkedIds.has(id));
  const alone = nodes.filter(({ id }) => !linkedIds.has(id));
  const [south, top] = regionExtent.y;
  const bottom = south + legendRoom;
  const share = linked.length === 0 ? 0 : alone.length === 0 ? 1 : linkedShare;
  const border = top - (top - bottom) * share;
  const large = alone.filter(({ size }) => size > smallSize);
  const small = alone.filter(({ size }) => size <= smallSize);
  const largeBorder = border - blockHeight(large, small, border - bottom);
  const positions = new Map([...rows(large, largeBorder, border), ...rows(small, bottom, largeBorder)]);
  if (linked.length === 0) return positions;
  const { bodies, springs } = makeField(linked, links);
  for (let step = 0; step < steps; step += 1) advance(bodies, springs, step);
  const [west, east] = regionExtent.x;
  stretch(bodies, "x", [west + sideInset, east - sideInset]);
  stretch(bodies, "y", [border + inset, top - inset]);
  separate(bodies);
  for (const { id, x, y } of bodies) positions.set(id, { x, y });
  return positions;
}

interface Body {
  readonly id: string;
  readonly radius: number;
  x: number;
  y: number;
  forceX: number;
  forceY: number;
  mass: number;
}

interface Spring {
  readonly start: Body;
  readonly end: Body;
  readonly strength: number;
}

function makeField(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): { bodies: Body[]; springs: Spring[] } {
  const centreX = mean(nodes.map(({ x }) => x));
  const centreY = mean(nodes.map(({ y }) => y));
  const bodies = nodes.map(({ id, x, y, size }, place): Body => ({
    id,
    radius: (size + gapPx) / pixelsPerUnit,
    // Marks on the same point would feel no direction: a golden-angle nudge by place gives each its own.
    x: (x - centreX) * spread + 1e-3 * Math.cos(place * goldenAngle),
    y: (y - centreY) * spread + 1e-3 * Math.sin(place * goldenAngle),
    forceX: 0,
    forceY: 0,
    mass: 1,
  }));
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const springs: Spring[] = [];
  for (const { from, to, weight } of links) {
    const start = byId.get(from);
    const end = byId.get(to);
    if (start === undefined || end === undefined || start === end) continue;
    springs.push({ start, end, strength: attraction * Math.sqrt(Math.max(1, weight)) });
    start.mass += 1;
    end.mass += 1;
  }
  return { bodies, springs };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** One step: gravity and repulsion by mass, pull along links, a move whose greatest length cools down. */
function advance(bodies: readonly Body[], springs: readonly Spring[], step: number): void {
  for (const body of bodies) {
    const distance = Math.hypot(body.x, body.y) + 1e-9;
    body.forceX = (-gravity * body.mass * body.x) / distance;
    body.forceY = (-gravity * body.mass * body.y) / distance;
  }
  for (const [place, body] of bodies.entries()) repel(body, bodies, place + 1);
  for (const spring of springs) attract(spring);
  const longest = 4 * (1 - step / steps) + 0.02;
  for (const body of bodies) {
    const force = Math.hypot(body.forceX, body.forceY) + 1e-9;
    const share = Math.min(longest, 0.1 * force) / force;
    body.x += body.forceX * share;
    body.y += body.forceY * share;
  }
}

/** Pushes one body and all bodies from `first` on apart. */
function repel(body: Body, bodies: readonly Body[], first: number): void {
  for (let place = first; place < bodies.length; place += 1) {
    const other = bodies[place];
    if (other === undefined) return;
    const dx = body.x - other.x;
    const dy = body.y - other.y;
    const push = (repulsion * body.mass * other.mass) / (dx * dx + dy * dy + 1e-4);
    body.forceX += dx * push;
    body.forceY += dy * push;
    other.forceX -= dx * push;
    other.forceY -= dy * push;
  }
}

function attract({ start, end, strength }: Spring): void {
  const dx = (end.x - start.x) * strength;
  const dy = (end.y - start.y) * strength;
  start.forceX += dx;
  start.forceY += dy;
  end.forceX -= dx;
  end.forceY -= dy;
}

/** Scales one axis so that the marks fill the box. */
function stretch(bodies: readonly Body[], axis: "x" | "y", [low, high]: readonly [number, number]): void {
  const values = bodies.map((body) => body[axis]);
  const smallest = Math.min(...values);
  const range = Math.max(...values) - smallest;
  const room = high - low;
  for (const body of bodies)
    body[axis] = range < 1e-9 ? (low + high) / 2 : low + ((body[axis] - smallest) / range) * room;
}

/** Pushes overlapping marks apart, both by half; stops when none overlaps. */
function separate(bodies: readonly Body[]): void {
  for (let round = 0; round < separationRounds; round += 1) {
    let moved = false;
    for (const [place, body] of bodies.entries())
      for (const other of bodies.slice(place + 1)) moved = pushApart(body, other) || moved;
    if (!moved) return;
  }
}

function pushApart(body: Body, other: Body): boolean {
  const dx = other.x - body.x;
  const dy = other.y - body.y;
  const least = body.radius + other.radius;
  const squared = dx * dx + dy * dy;
  if (squared >= least * least * (1 - 1e-9)) return false;
  const distance = Math.sqrt(squared) + 1e-9;
  const half = (least - distance) / 2 / distance;
  body.x -= dx * half;
  body.y -= dy * half;
  other.x += dx * half;
  other.y += dy * half;
  return true;
}

/** Height that marks without a link ask for, relative to one another. */
const rowShare = (nodes: readonly LayoutNode[]) =>
  nodes.reduce((sum, { size }) => sum + (size > smallSize ? 4 : 1), 0);

/** Height of the upper block of marks without a link: its share, but never too little for one row of either block. */
function blockHeight(upper: readonly LayoutNode[], lower: readonly LayoutNode[], height: number): number {
  if (upper.length === 0 || lower.length === 0) return upper.length === 0 ? 0 : height;
  const share = (height * rowShare(upper)) / (rowShare(upper) + rowShare(lower));
  return Math.min(height - leastBlock, Math.max(leastBlock, share));
}

/** Rows of equal cells from the top down, flat ones where a square would not fit. */
function rows(nodes: readonly LayoutNode[], bottom: number, top: number): Map<string, MapPoint> {
  const [left, right] = regionExtent.x;
  const width = right - left - 2 * inset;
  const height = Math.max(leastBlock - inset, top - bottom - inset);
  let columns = Math.min(nodes.length, Math.ceil(Math.sqrt((nodes.length * width) / height)));
  // A last row that is begun must find room too, else it stands in the block below.
  while (columns < nodes.length && Math.ceil(nodes.length / columns) * (width / columns) > height)
    columns += 1;
  const cell = width / columns;
  const rowHeight = Math.min(cell, height / Math.ceil(nodes.length / columns));
  return new Map(
    nodes.map(({ id }, place) => [
      id,
      {
        x: left + inset + ((place % columns) + 0.5) * cell,
        y: top - inset / 2 - (Math.floor(place / columns) + 0.5) * rowHeight,
      },
    ]),
  );
}
