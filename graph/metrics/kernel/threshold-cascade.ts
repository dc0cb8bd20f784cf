/** Who is supplied by whom with what: the known flows of a network, sorted by receiver and inside it by kind. */
export interface Supplies {
  readonly nodeCount: number;
  /** The supplies of receiver v: `offsets[v]` to `offsets[v + 1] - 1`. */
  readonly offsets: Uint32Array;
  readonly suppliers: Uint32Array;
  /** What cannot stand in for each other has different numbers. */
  readonly kinds: Uint32Array;
  readonly quantities: Float64Array;
  /** By supplier: the receivers that can fail, each once. */
  readonly receiversOf: readonly (readonly number[])[];
}

export interface SupplyRow {
  readonly supplier: number;
  readonly receiver: number;
  readonly kind: number;
  readonly quantity: number;
}

/** Nodes from `knownCount` on never fail. Cost: O(rows × log rows). */
export function sortSupplies(
  rows: readonly SupplyRow[],
  { nodeCount, knownCount }: { readonly nodeCount: number; readonly knownCount: number },
): Supplies {
  const sorted = rows.toSorted((left, right) => left.receiver - right.receiver || left.kind - right.kind);
  const offsets = new Uint32Array(nodeCount + 1);
  const found = Array.from({ length: nodeCount }, () => new Set<number>());
  for (const { supplier, receiver } of rows) {
    offsets[receiver + 1] = (offsets[receiver + 1] as number) + 1;
    if (receiver < knownCount) found[supplier]?.add(receiver);
  }
  for (let node = 0; node < nodeCount; node++)
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number);
  return {
    nodeCount,
    offsets,
    suppliers: Uint32Array.from(sorted, ({ supplier }) => supplier),
    kinds: Uint32Array.from(sorted, ({ kind }) => kind),
    quantities: Float64Array.from(sorted, ({ quantity }) => quantity),
    receiversOf: found.map((receivers) => [...receivers]),
  };
}

export interface Cascade {
  /** Nodes that fail after the first one. */
  readonly failed: number;
  readonly rounds: number;
  /** The flow with an end at a node that has failed, the first one included; each counted once. */
  readonly lost: number;
}

/** A share of what is left that differs by less is the same: sums of decimals are not exact. */
const epsilon = 1e-12;

const failedMark = 1;
const touchedMark = 2;

/**
 * What fails after a node, for many nodes of one network. In each round, of all nodes at once, those fail that are left with
 * less than a share 1 − `tolerance` of their intake of any one kind; nothing supplied, nothing to fail by.
 * Cost of one: what the nodes that fail supply, and what their receivers take.
 */
export function cascadeFinder(supplies: Supplies, tolerance: number): (first: number) => Cascade {
  const { nodeCount, receiversOf, suppliers, quantities } = supplies;
  const marks = new Uint8Array(nodeCount);
  const given = new Float64Array(nodeCount);
  for (let at = 0; at < suppliers.length; at++)
    given[suppliers[at] as number] = (given[suppliers[at] as number] as number) + (quantities[at] as number);
  const failed: number[] = [];
  const touched: number[] = [];
  return (first) => {
    failed.length = 0;
    failed.push(first);
    marks[first] = failedMark;
    let rounds = 0;
    for (let from = 0; from < failed.length; rounds++) {
      touched.length = 0;
      for (const end = failed.length; from < end; from++)
        for (const receiver of receiversOf[failed[from] as number] ?? []) {
          if (marks[receiver] !== 0) continue;
          marks[receiver] = touchedMark;
          touched.push(receiver);
        }
      for (const node of touched) if (fails(supplies, node, tolerance, marks)) failed.push(node);
      for (const node of touched) marks[node] = 0;
      for (let at = from; at < failed.length; at++) marks[failed[at] as number] = failedMark;
    }
    const lost = lostBy(supplies, given, failed, marks);
    for (const node of failed) marks[node] = 0;
    return { failed: failed.length - 1, rounds: rounds - 1, lost };
  };
}

function lostBy(
  { offsets, suppliers, quantities }: Supplies,
  given: Float64Array,
  failed: readonly number[],
  marks: Uint8Array,
): number {
  let lost = 0;
  for (const node of failed) {
    lost += given[node] as number;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++)
      if (marks[suppliers[at] as number] !== failedMark) lost += quantities[at] as number;
  }
  return lost;
}

function fails(
  { offsets, suppliers, kinds, quantities }: Supplies,
  node: number,
  tolerance: number,
  marks: Uint8Array,
): boolean {
  const end = offsets[node + 1] as number;
  for (let at = offsets[node] as number; at < end;) {
    const kind = kinds[at];
    let [left, whole] = [0, 0];
    for (; at < end && kinds[at] === kind; at++) {
      const quantity = quantities[at] as number;
      whole += quantity;
      if (marks[suppliers[at] as number] !== failedMark) left += quantity;
    }
    if (whole > 0 && left / whole < 1 - tolerance - epsilon) return true;
  }
  return false;
}
