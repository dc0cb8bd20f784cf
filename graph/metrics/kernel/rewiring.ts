import { castToSimple, type Csr } from "#graph/projection/graphs/csr.ts";
import type { Random } from "./random.ts";

/** A graph whose links change their ends; each undirected link stands at both of its ends. */
interface Rewired {
  readonly csr: Csr;
  /** By place at a node, in the order of `csr.targets`: the node there now, and the place of the same link at its other end. */
  readonly targets: Uint32Array;
  readonly mates: Uint32Array;
  readonly sources: Uint32Array;
  /** Every link as a number, from both ends. */
  readonly links: Set<number>;
  readonly search: Search;
}

interface Search {
  readonly marks: Uint32Array;
  mark: number;
}

export interface RewiringOptions {
  readonly random: Random;
  /** Swaps that are tried. */
  readonly attempts: number;
  /** Whether only swaps are kept that bring the ends nearer to each other on a ring of the nodes. */
  readonly asLattice: boolean;
}

/**
 * A connected undirected graph with the same degrees: two links a–b, c–d at random become a–d, c–b, again and again, where
 * that makes no double link, no loop, and parts nothing. `asLattice` draws the links together on a ring of the nodes.
 *
 * Cost: attempts × what a search from both sides has to see. Source: Maslov, Sneppen 2002, DOI 10.1126/science.1065103.
 */
export function rewire(csr: Csr, { random, attempts, asLattice }: RewiringOptions): Csr {
  const graph = open(csr);
  const places = csr.targets.length;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const first = Math.floor(random() * places);
    const second = Math.floor(random() * places);
    swap(graph, first, second, asLattice);
  }
  return castToSimple({ nodeCount: csr.nodeCount, sources: graph.sources, targets: graph.targets }).csr;
}

function open(csr: Csr): Rewired {
  const { nodeCount } = csr;
  const sources = new Uint32Array(csr.targets.length);
  for (let node = 0; node < nodeCount; node++) sources.fill(node, csr.offsets[node], csr.offsets[node + 1]);
  const placeOf = new Map<number, number>();
  for (const [place, source] of sources.entries())
    placeOf.set(source * nodeCount + (csr.targets[place] as number), place);
  return {
    csr,
    targets: csr.targets.slice(),
    sources,
    mates: Uint32Array.from(
      sources,
      (source, place) => placeOf.get((csr.targets[place] as number) * nodeCount + source) as number,
    ),
    links: new Set(placeOf.keys()),
    search: { marks: new Uint32Array(nodeCount), mark: 0 },
  };
}

/** a–b, c–d → a–d, c–b, where that is allowed. */
function swap(graph: Rewired, first: number, second: number, asLattice: boolean): void {
  const { csr, sources, targets, links } = graph;
  const [a, b] = [sources[first] as number, targets[first] as number];
  const [c, d] = [sources[second] as number, targets[second] as number];
  const n = csr.nodeCount;
  if (a === c || a === d || b === c || b === d) return;
  if (links.has(a * n + d) || links.has(c * n + b)) return;
  if (asLattice && apart(n, a, b) + apart(n, c, d) < apart(n, a, d) + apart(n, c, b)) return;
  reconnect(graph, first, second);
  if (!isConnected(graph, a, b)) reconnect(graph, first, second);
}

/** Gives the two links each other's far ends; done twice, nothing has changed. */
function reconnect(
  { csr: { nodeCount }, sources, targets, mates, links }: Rewired,
  first: number,
  second: number,
) {
  const [a, b] = [sources[first] as number, targets[first] as number];
  const [c, d] = [sources[second] as number, targets[second] as number];
  for (const [from, to] of [
    [a, b],
    [c, d],
  ] as const) {
    links.delete(from * nodeCount + to);
    links.delete(to * nodeCount + from);
  }
  for (const [from, to] of [
    [a, d],
    [c, b],
  ] as const) {
    links.add(from * nodeCount + to);
    links.add(to * nodeCount + from);
  }
  const [atB, atD] = [mates[first] as number, mates[second] as number];
  targets[first] = d;
  targets[second] = b;
  targets[atB] = c;
  targets[atD] = a;
  mates[first] = atD;
  mates[atD] = first;
  mates[second] = atB;
  mates[atB] = second;
}

/** Steps between two nodes along a ring of all. */
function apart(nodeCount: number, left: number, right: number): number {
  const steps = Math.abs(left - right);
  return Math.min(steps, nodeCount - steps);
}

/** Whether a path joins two nodes: a search from both, the smaller front first. */
function isConnected({ csr: { offsets }, targets, search }: Rewired, left: number, right: number): boolean {
  const sides = [search.mark + 1, search.mark + 2] as const;
  search.mark += 2;
  search.marks[left] = sides[0];
  search.marks[right] = sides[1];
  let fronts: readonly [number[], number[]] = [[left], [right]];
  for (;;) {
    const side = fronts[0].length <= fronts[1].length ? 0 : 1;
    const next: number[] = [];
    for (const node of fronts[side])
      for (let place = offsets[node] as number; place < (offsets[node + 1] as number); place++) {
        const other = targets[place] as number;
        const mark = search.marks[other] as number;
        if (mark === sides[1 - side]) return true;
        if (mark === sides[side]) continue;
        search.marks[other] = sides[side];
        next.push(other);
      }
    if (next.length === 0) return false;
    fronts = side === 0 ? [next, fronts[1]] : [fronts[0], next];
  }
}
