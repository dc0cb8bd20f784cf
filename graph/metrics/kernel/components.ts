import { sourcesOf, type Csr } from "#graph/projection/graphs/csr.ts";

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
