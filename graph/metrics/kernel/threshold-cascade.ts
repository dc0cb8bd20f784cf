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
  /** Nodes that fail after the first one, in the order of their rounds. */
  readonly failed: readonly number[];
  readonly rounds: number;
}

/** A share of what is left that differs by less is the same: sums of decimals are not exact. */
const epsilon = 1e-12;

/**
 * What fails after a node. In each round, of all nodes at once, those fail that are left with less than a share
 * 1 − `tolerance` of their intake of any one kind; nothing supplied, nothing to fail by. `failed` marks are the caller's
 * and are left clear. Cost: what the nodes that fail supply, and what their receivers take.
 */
export function runCascade(supplies: Supplies, first: number, tolerance: number, marks: Uint8Array): Cascade {
  const failed = [first];
  marks[first] = 1;
  let rounds = 0;
  for (let from = 0; from < failed.length;) {
    const touched = new Set<number>();
    for (const supplier of failed.slice(from))
      for (const receiver of supplies.receiversOf[supplier] ?? [])
        if (marks[receiver] === 0) touched.add(receiver);
    from = failed.length;
    const falling = [...touched].filter((node) => fails(supplies, node, tolerance, marks));
    for (const node of falling) marks[node] = 1;
    failed.push(...falling);
    if (falling.length > 0) rounds++;
  }
  for (const node of failed) marks[node] = 0;
  return { failed: failed.slice(1), rounds };
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
      if (marks[suppliers[at] as number] === 0) left += quantity;
    }
    if (whole > 0 && left / whole < 1 - tolerance - epsilon) return true;
  }
  return false;
}
