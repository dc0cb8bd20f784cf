import type { Csr } from "#graph/projection/graphs/csr.ts";
import { shuffled, type Random } from "./random.ts";

/** What links between core and periphery should be in the ideal: all there, or not looked at. */
export type CoreIdeal = "joined" | "ignored";

export interface Core {
  /** Pearson's r of the cells with the ideal; −2 where no core has one. */
  readonly correlation: number;
  /** What it lies above that of the best core that differs in one node. */
  readonly margin: number;
  readonly size: number;
  /** By node: 1 in the core. */
  readonly members: Uint8Array;
}

/** r differs from another one by more than the error of its arithmetic. */
const epsilon = 1e-12;
const noCorrelation = -2;
const maxSweeps = 200;

/** A core that nodes join and leave one by one, each in time of its partners. */
class Split {
  readonly members: Uint8Array;
  /** By node: its links to the core. */
  private readonly toCore: Uint32Array;
  private readonly links: number;
  private inner = 0;
  private outer: number;
  size = 0;
  private readonly csr: Csr;
  private readonly ideal: CoreIdeal;

  constructor(csr: Csr, ideal: CoreIdeal) {
    this.csr = csr;
    this.ideal = ideal;
    this.members = new Uint8Array(csr.nodeCount);
    this.toCore = new Uint32Array(csr.nodeCount);
    this.links = csr.targets.length / 2;
    this.outer = this.links;
  }

  correlation(): number {
    return this.correlate(this.size, this.inner, this.outer);
  }

  /** The correlation once the node has changed sides. */
  correlationWithout(node: number): number {
    const { size, inner, outer } = this.changed(node);
    return this.correlate(size, inner, outer);
  }

  change(node: number): void {
    const { size, inner, outer } = this.changed(node);
    const joins = this.members[node] === 0;
    this.members[node] = Number(joins);
    this.size = size;
    this.inner = inner;
    this.outer = outer;
    const { offsets, targets } = this.csr;
    for (let link = offsets[node] as number; link < (offsets[node + 1] as number); link++) {
      const other = targets[link] as number;
      this.toCore[other] = (this.toCore[other] as number) + (joins ? 1 : -1);
    }
  }

  private changed(node: number) {
    const { offsets } = this.csr;
    const toCore = this.toCore[node] as number;
    const toOthers = (offsets[node + 1] as number) - (offsets[node] as number) - toCore;
    const sign = this.members[node] === 0 ? 1 : -1;
    return {
      size: this.size + sign,
      inner: this.inner + sign * toCore,
      outer: this.outer - sign * toOthers,
    };
  }

  /** Pearson's r of two columns of zeros and ones, from their sums. */
  private correlate(size: number, inner: number, outer: number): number {
    const rest = this.csr.nodeCount - size;
    const corePairs = (size * (size - 1)) / 2;
    const restPairs = (rest * (rest - 1)) / 2;
    const isJoined = this.ideal === "joined";
    const cells = corePairs + restPairs + (isJoined ? size * rest : 0);
    const ones = cells - restPairs;
    const hits = isJoined ? this.links - outer : inner;
    const links = hits + outer;
    const spread = links * (cells - links) * ones * (cells - ones);
    return spread > 0 ? (cells * hits - links * ones) / Math.sqrt(spread) : noCorrelation;
  }
}

/** The best of all cores: for up to some 20 nodes. Each next core differs in one node (Gray code). Cost: O(2ⁿ). */
export function bestCore(csr: Csr, ideal: CoreIdeal): Core {
  const split = new Split(csr, ideal);
  let best = split.correlation();
  let members = split.members.slice();
  for (let step = 1; step < 2 ** csr.nodeCount; step++) {
    split.change(31 - Math.clz32(step & -step));
    const correlation = split.correlation();
    if (correlation <= best + epsilon) continue;
    best = correlation;
    members = split.members.slice();
  }
  return describe(splitOf(csr, ideal, members));
}

/**
 * The best core of several climbs: nodes change sides while that raises r. The first climb starts from the best core of
 * those with most partners, each other one from a core at random. Cost: O(runs × sweeps × (nodes + links)).
 */
export function climbToCore(
  csr: Csr,
  ideal: CoreIdeal,
  { runs, random }: { readonly runs: number; readonly random: Random },
): Core {
  const nodes = Array.from({ length: csr.nodeCount }, (_, node) => node);
  let best: Core | null = null;
  for (let run = 0; run < runs; run++) {
    const order = shuffled(nodes, random);
    const start = run === 0 ? mostLinked(csr, ideal) : atRandom(csr, random);
    const core = climb(splitOf(csr, ideal, start), order);
    if (best === null || core.correlation > best.correlation + epsilon) best = core;
  }
  return best ?? describe(new Split(csr, ideal));
}

function climb(split: Split, order: readonly number[]): Core {
  let current = split.correlation();
  for (let sweep = 0, moved = true; moved && sweep < maxSweeps; sweep++) {
    moved = false;
    for (const node of order) {
      const next = split.correlationWithout(node);
      if (next <= current + epsilon) continue;
      split.change(node);
      current = next;
      moved = true;
    }
  }
  return describe(split);
}

/** Of the cores of the k nodes with most partners, the best. */
function mostLinked(csr: Csr, ideal: CoreIdeal): Uint8Array {
  const degree = (node: number) => (csr.offsets[node + 1] as number) - (csr.offsets[node] as number);
  const order = Array.from({ length: csr.nodeCount }, (_, node) => node).sort(
    (left, right) => degree(right) - degree(left) || left - right,
  );
  const split = new Split(csr, ideal);
  let [best, size] = [split.correlation(), 0];
  for (const node of order) {
    split.change(node);
    const correlation = split.correlation();
    if (correlation > best + epsilon) [best, size] = [correlation, split.size];
  }
  const members = new Uint8Array(csr.nodeCount);
  for (const node of order.slice(0, size)) members[node] = 1;
  return members;
}

function atRandom({ nodeCount }: Csr, random: Random): Uint8Array {
  const share = random();
  return Uint8Array.from({ length: nodeCount }, () => Number(random() < share));
}

function splitOf(csr: Csr, ideal: CoreIdeal, members: Uint8Array): Split {
  const split = new Split(csr, ideal);
  for (const [node, isMember] of members.entries()) if (isMember === 1) split.change(node);
  return split;
}

function describe(split: Split): Core {
  const correlation = split.correlation();
  let next = noCorrelation;
  for (let node = 0; node < split.members.length; node++)
    next = Math.max(next, split.correlationWithout(node));
  return { correlation, margin: correlation - next, size: split.size, members: split.members };
}
