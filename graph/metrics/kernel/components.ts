import { sourcesOf, symmetric, type Csr } from "#graph/projection/graphs/csr.ts";

/** Sizes of the weakly connected components, largest first; a node without links is one of size 1. Union-find, near linear. */
export function weakComponentSizes(csr: Csr): number[] {
  const parents = new Uint32Array(csr.nodeCount);
  for (let node = 0; node < parents.length; node++) parents[node] = node;
  const rootOf = (node: number) => {
    let root = node;
    while (parents[root] !== root) {
      const grandparent = parents[parents[root] as number] as number;
      parents[root] = grandparent;
      root = grandparent;
    }
    return root;
  };
  for (const [link, source] of sourcesOf(csr).entries()) {
    const left = rootOf(source);
    const right = rootOf(csr.targets[link] as number);
    if (left !== right) parents[Math.max(left, right)] = Math.min(left, right);
  }
  const sizes = new Map<number, number>();
  for (let node = 0; node < parents.length; node++) {
    const root = rootOf(node);
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  return [...sizes.values()].sort((a, b) => b - a);
}

/** The nodes of the largest weakly connected component, ascending; of several that are largest the one with the first node. */
export function largestComponent(csr: Csr): number[] {
  const labels = new Int32Array(csr.nodeCount).fill(-1);
  const { csr: tie } = symmetric(csr);
  let best = { label: -1, size: 0 };
  const queue = new Uint32Array(csr.nodeCount);
  for (let root = 0; root < csr.nodeCount; root++) {
    if (labels[root] !== -1) continue;
    labels[root] = root;
    queue[0] = root;
    let size = 1;
    for (let position = 0; position < size; position++) {
      const node = queue[position] as number;
      for (let link = tie.offsets[node] as number; link < (tie.offsets[node + 1] as number); link++) {
        const other = tie.targets[link] as number;
        if (labels[other] !== -1) continue;
        labels[other] = root;
        queue[size++] = other;
      }
    }
    if (size > best.size) best = { label: root, size };
  }
  const members: number[] = [];
  for (let node = 0; node < csr.nodeCount; node++) if (labels[node] === best.label) members.push(node);
  return members;
}
