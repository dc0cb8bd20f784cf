export interface LayoutNode {
  readonly id: string;
  /** Start: the position on the map, map units, y upward. */
  readonly x: number;
  readonly y: number;
  /** Radius in CSS px. */
  readonly size: number;
  /** About how wide its name is written, CSS px. */
  readonly nameWidth: number;
}

export interface LayoutLink {
  readonly from: string;
  readonly to: string;
  /** Number of exchanges: pulls with √weight. */
  readonly weight: number;
}

export interface LaidOut {
  readonly id: string;
  /** CSS px, y downward. */
  readonly x: number;
  readonly y: number;
}

const steps = 300;
const repulsion = 1;
const gravity = 0.9;
const attraction = 0.35;
const spread = 6;
const goldenAngle = 2.399963;
/** Middle length of a line, CSS px: a name fits beside each of its ends. */
const linkLength = 74;
const gapPx = 8;
const separationRounds = 30;

/**
 * One connected part of the network: linear repulsion by degree (as ForceAtlas2, Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679), started from the map and therefore deterministic, scaled so that the middle line has
 * a readable length, then pushed apart until no two marks overlap. Links to marks of other parts are left out.
 */
export function layoutIsland(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): LaidOut[] {
  const { bodies, springs } = makeField(nodes, links);
  for (let step = 0; step < steps; step += 1) advance(bodies, springs, step);
  const lengths = springs
    .map(({ start, end }) => Math.hypot(start.x - end.x, start.y - end.y))
    .toSorted((left, right) => left - right);
  const scale = linkLength / Math.max(1e-6, lengths[Math.floor(lengths.length / 2)] ?? 1);
  for (const body of bodies) {
    body.x *= scale;
    body.y *= -scale;
  }
  separate(bodies);
  return bodies.map(({ id, x, y }) => ({ id, x, y }));
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
    radius: size + gapPx,
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
