import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Triangles at each node of an undirected simple graph (each pair twice). Every triangle is found once, from its node of
 * lowest degree: O(links^1.5). Source: Chiba, Nishizeki 1985, DOI 10.1137/0214017.
 */
export function trianglesAt(csr: Csr): Float64Array {
  const { nodeCount } = csr;
  const triangles = new Float64Array(nodeCount);
  const { offsets, targets } = pointUp(csr);
  // By node: one more than the last node that it was found beside.
  const marks = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const [first, last] = [offsets[node] as number, offsets[node + 1] as number];
    for (let link = first; link < last; link++) marks[targets[link] as number] = node + 1;
    for (let link = first; link < last; link++) {
      const other = targets[link] as number;
      for (let step = offsets[other] as number; step < (offsets[other + 1] as number); step++) {
        const third = targets[step] as number;
        if (marks[third] !== node + 1) continue;
        triangles[node] = (triangles[node] as number) + 1;
        triangles[other] = (triangles[other] as number) + 1;
        triangles[third] = (triangles[third] as number) + 1;
      }
    }
  }
  return triangles;
}

/** Each pair once, from the end of lower degree, and of equal ones from the lower number. */
function pointUp({ nodeCount, offsets, targets }: Csr): Pick<Csr, "offsets" | "targets"> {
  const up = { offsets: new Uint32Array(nodeCount + 1), targets: new Uint32Array(targets.length / 2) };
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    const [first, last] = [offsets[node] as number, offsets[node + 1] as number];
    for (let link = first; link < last; link++) {
      const other = targets[link] as number;
      const more = (offsets[other + 1] as number) - (offsets[other] as number) - (last - first);
      if (more > 0 || (more === 0 && other > node)) up.targets[count++] = other;
    }
    up.offsets[node + 1] = count;
  }
  return up;
}
