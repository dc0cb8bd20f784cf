/** Nodes by cost, the cheapest first: a heap in which every entry has four below it, and whose entries may become cheaper. */
export interface CostHeap {
  size: number;
  readonly nodes: Uint32Array;
  /** By node: its place in the heap, −1 where it is not in it. */
  readonly places: Int32Array;
  /** By node; belongs to the caller. */
  readonly costs: Float64Array;
}

export function newHeap(costs: Float64Array): CostHeap {
  return {
    size: 0,
    nodes: new Uint32Array(costs.length),
    places: new Int32Array(costs.length).fill(-1),
    costs,
  };
}

/** Puts a node in, or moves it up after its cost has fallen. */
export function pushOrRaise(heap: CostHeap, node: number) {
  const { nodes, places, costs } = heap;
  let place = places[node] as number;
  if (place === -1) place = heap.size++;
  const cost = costs[node] as number;
  while (place > 0) {
    const above = (place - 1) >> 2;
    const other = nodes[above] as number;
    if ((costs[other] as number) <= cost) break;
    nodes[place] = other;
    places[other] = place;
    place = above;
  }
  nodes[place] = node;
  places[node] = place;
}

/** Takes the cheapest node out; the heap must not be empty. */
export function popCheapest(heap: CostHeap): number {
  const { nodes, places, costs } = heap;
  const cheapest = nodes[0] as number;
  places[cheapest] = -1;
  const moved = nodes[--heap.size] as number;
  if (heap.size === 0) return cheapest;
  const cost = costs[moved] as number;
  let place = 0;
  for (;;) {
    const first = 4 * place + 1;
    if (first >= heap.size) break;
    let least = first;
    let leastCost = costs[nodes[first] as number] as number;
    for (let below = first + 1; below < Math.min(first + 4, heap.size); below++) {
      const belowCost = costs[nodes[below] as number] as number;
      if (belowCost < leastCost) [least, leastCost] = [below, belowCost];
    }
    if (leastCost >= cost) break;
    const raised = nodes[least] as number;
    nodes[place] = raised;
    places[raised] = place;
    place = least;
  }
  nodes[place] = moved;
  places[moved] = place;
  return cheapest;
}
