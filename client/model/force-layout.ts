import { regionExtent, type MapPoint } from "./mercator.ts";

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
const spread = 6;
/** CSS px a map unit at the fitting zoom of a small screen: how large a radius is in map units. */
const pixelsPerUnit = 70;
const gapPx = 5;
const separationRounds = 30;
/** Share of the height that the linked marks get where there are marks without a link. */
const linkedShare = 0.8;

/**
 * Positions of the relation view, in map units inside the fixed window of the map (so that one camera serves both).
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
  const [bottom, top] = regionExtent.y;
  const share = linked.length === 0 ? 0 : alone.length === 0 ? 1 : linkedShare;
  const border = top - (top - bottom) * share;
  const positions = rows(alone, bottom, border);
  if (linked.length === 0) return positions;
  const field = makeField(linked, links);
  for (let step = 0; step < steps; step += 1) advance(field, step);
  fitInto(field, border, top);
  separate(field);
  for (const [index, { id }] of linked.entries())
    positions.set(id, { x: field.x[index] ?? 0, y: field.y[index] ?? 0 });
  return positions;
}

interface Field {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly forceX: Float64Array;
  readonly forceY: Float64Array;
  readonly mass: Float64Array;
  readonly radius: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly pull: Float64Array;
}

function makeField(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): Field {
  const index = new Map(nodes.map(({ id }, place) => [id, place]));
  const kept = links.filter(({ from, to }) => from !== to && index.has(from) && index.has(to));
  const mass = new Float64Array(nodes.length).fill(1);
  const from = Int32Array.from(kept, (link) => index.get(link.from) ?? 0);
  const to = Int32Array.from(kept, (link) => index.get(link.to) ?? 0);
  for (const ends of [from, to]) for (const end of ends) mass[end] = (mass[end] ?? 0) + 1;
  const centreX = mean(nodes.map(({ x }) => x));
  const centreY = mean(nodes.map(({ y }) => y));
  // Marks on the same point would feel no direction: a golden-angle nudge by index gives each its own.
  const nudge = (place: number, turn: (angle: number) => number) => 1e-3 * turn(place * 2.399963);
  return {
    x: Float64Array.from(nodes, (node, place) => (node.x - centreX) * spread + nudge(place, Math.cos)),
    y: Float64Array.from(nodes, (node, place) => (node.y - centreY) * spread + nudge(place, Math.sin)),
    forceX: new Float64Array(nodes.length),
    forceY: new Float64Array(nodes.length),
    mass,
    radius: Float64Array.from(nodes, ({ size }) => (size + gapPx) / pixelsPerUnit),
    from,
    to,
    pull: Float64Array.from(kept, ({ weight }) => Math.sqrt(Math.max(1, weight))),
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** One step: repulsion and gravity by mass, pull along links, a move whose length cools down. */
function advance(field: Field, step: number): void {
  const { x, y, forceX, forceY } = field;
  repel(field);
  attract(field);
  const limit = 4 * (1 - step / steps) + 0.02;
  for (let place = 0; place < x.length; place += 1) {
    const forceLength = Math.hypot(forceX[place] ?? 0, forceY[place] ?? 0);
    const scale = (0.1 * Math.min(limit * 10, forceLength)) / Math.max(forceLength, 1e-9);
    x[place] = (x[place] ?? 0) + (forceX[place] ?? 0) * scale;
    y[place] = (y[place] ?? 0) + (forceY[place] ?? 0) * scale;
  }
}

function repel({ x, y, forceX, forceY, mass }: Field): void {
  const count = x.length;
  for (let place = 0; place < count; place += 1) {
    const weight = mass[place] ?? 1;
    const distance = Math.hypot(x[place] ?? 0, y[place] ?? 0) + 1e-9;
    forceX[place] = (-gravity * weight * (x[place] ?? 0)) / distance;
    forceY[place] = (-gravity * weight * (y[place] ?? 0)) / distance;
  }
  for (let left = 0; left < count; left += 1) {
    const leftX = x[left] ?? 0;
    const leftY = y[left] ?? 0;
    const leftMass = (mass[left] ?? 1) * repulsion;
    let sumX = 0;
    let sumY = 0;
    for (let right = left + 1; right < count; right += 1) {
      const dx = leftX - (x[right] ?? 0);
      const dy = leftY - (y[right] ?? 0);
      const push = (leftMass * (mass[right] ?? 1)) / (dx * dx + dy * dy + 1e-4);
      sumX += dx * push;
      sumY += dy * push;
      forceX[right] = (forceX[right] ?? 0) - dx * push;
      forceY[right] = (forceY[right] ?? 0) - dy * push;
    }
    forceX[left] = (forceX[left] ?? 0) + sumX;
    forceY[left] = (forceY[left] ?? 0) + sumY;
  }
}

function attract({ x, y, forceX, forceY, from, to, pull }: Field): void {
  for (let link = 0; link < from.length; link += 1) {
    const start = from[link] ?? 0;
    const end = to[link] ?? 0;
    const strength = 0.35 * (pull[link] ?? 1);
    const dx = ((x[end] ?? 0) - (x[start] ?? 0)) * strength;
    const dy = ((y[end] ?? 0) - (y[start] ?? 0)) * strength;
    forceX[start] = (forceX[start] ?? 0) + dx;
    forceY[start] = (forceY[start] ?? 0) + dy;
    forceX[end] = (forceX[end] ?? 0) - dx;
    forceY[end] = (forceY[end] ?? 0) - dy;
  }
}

/** Scales each axis so that the marks fill the box; a cloud and a line both keep a sensible shape. */
function fitInto({ x, y }: Field, bottom: number, top: number): void {
  const [left, right] = regionExtent.x;
  const inset = 0.35;
  stretch(x, left + inset, right - inset);
  stretch(y, bottom + inset, top - inset);
}

function stretch(values: Float64Array, low: number, high: number): void {
  const smallest = Math.min(...values);
  const range = Math.max(...values) - smallest;
  for (let place = 0; place < values.length; place += 1)
    values[place] =
      range < 1e-9 ? (low + high) / 2 : low + (((values[place] ?? 0) - smallest) / range) * (high - low);
}

/** Pushes overlapping marks apart, both by half; stops when none overlaps. */
function separate({ x, y, radius }: Field): void {
  for (let round = 0; round < separationRounds; round += 1) {
    let moved = false;
    for (let left = 0; left < x.length; left += 1)
      for (let right = left + 1; right < x.length; right += 1) {
        const dx = (x[right] ?? 0) - (x[left] ?? 0);
        const dy = (y[right] ?? 0) - (y[left] ?? 0);
        const least = (radius[left] ?? 0) + (radius[right] ?? 0);
        const squared = dx * dx + dy * dy;
        if (squared >= least * least) continue;
        const distance = Math.sqrt(squared) + 1e-9;
        const half = (least - distance) / 2 / distance;
        x[left] = (x[left] ?? 0) - dx * half;
        y[left] = (y[left] ?? 0) - dy * half;
        x[right] = (x[right] ?? 0) + dx * half;
        y[right] = (y[right] ?? 0) + dy * half;
        moved = true;
      }
    if (!moved) return;
  }
}

function rows(nodes: readonly LayoutNode[], bottom: number, top: number): Map<string, MapPoint> {
  const [left, right] = regionExtent.x;
  const width = right - left - 0.6;
  const height = Math.max(0.5, top - bottom - 0.7);
  const columns = Math.max(1, Math.ceil(Math.sqrt((nodes.length * width) / height)));
  const cell = width / columns;
  return new Map(
    nodes.map(({ id }, place) => [
      id,
      { x: left + 0.3 + ((place % columns) + 0.5) * cell, y: top - 0.5 - Math.floor(place / columns) * cell },
    ]),
  );
}
