interface Pair {
  readonly from: string;
  readonly to: string;
}

/**
 * Marks whose loss would part what is linked now (articulation points of the undirected graph): bridges between parks.
 * Depth first without recursion (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272). Cost: O(marks + links).
 */
export function articulationPoints(links: readonly Pair[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of links) {
    if (from === to) continue;
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
  }
  const found = new Set<string>();
  const seen = new Map<string, Visit>();
  for (const root of neighbours.keys()) if (!seen.has(root)) search(root, neighbours, seen, found);
  return found;
}

interface Visit {
  readonly id: string;
  readonly parent: Visit | null;
  readonly order: number;
  readonly rest: Iterator<string>;
  /** Smallest order that the marks behind this one reach by other ways. */
  low: number;
  children: number;
}

function search(
  root: string,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  seen: Map<string, Visit>,
  found: Set<string>,
): void {
  const open = (id: string, parent: Visit | null): Visit => {
    const order = seen.size;
    const rest = (neighbours.get(id) ?? new Set<string>()).values();
    const visit = { id, parent, order, rest, low: order, children: 0 };
    seen.set(id, visit);
    return visit;
  };
  let visit: Visit | null = open(root, null);
  while (visit !== null) {
    const { value: next, done } = visit.rest.next();
    if (done === true) {
      close(visit, found);
      visit = visit.parent;
      continue;
    }
    const known = seen.get(next);
    if (known === undefined) {
      visit.children += 1;
      visit = open(next, visit);
    } else if (known !== visit.parent) visit.low = Math.min(visit.low, known.order);
  }
}

function close({ id, parent, low, children }: Visit, found: Set<string>): void {
  if (parent === null) {
    if (children > 1) found.add(id);
    return;
  }
  parent.low = Math.min(parent.low, low);
  if (parent.parent !== null && low >= parent.order) found.add(parent.id);
}
