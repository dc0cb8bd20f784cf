import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Triangles at each node of an undirected simple graph (each pair twice). Every triangle is found once, from its node of
 * lowest degree: O(links^1.5). Source: Chiba, Nishizeki 1985, DOI 10.1137/0214017.
 */
export function trianglesAt({ nodeCount, offsets, targets }: Csr): Float64Array {
  const triangles = new Float64Array(nodeCount);
  const degree = (node: number) => (offsets[node + 1] as number) - (offsets[node] as number);
  const isBefore = (left: number, right: number) =>
    degree(left) < degree(right) || (degree(left) === degree(right) && left < right);
  const marks = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const [first, last] = [offsets[node] as number, offsets[node + 1] as number];
    for (let link = first; link < last; link++) {
      const other = targets[link] as number;
      if (isBefore(node, other)) marks[other] = 1;
    }
    for (let link = first; link < last; link++) {
      const other = targets[link] as number;
      if (marks[other] !== 1) continue;
      for (let step = offsets[other] as number; step < (offsets[other + 1] as number); step++) {
        const third = targets[step] as number;
        if (marks[third] !== 1 || !isBefore(other, third)) continue;
        for (const corner of [node, other, third]) triangles[corner] = (triangles[corner] as number) + 1;
      }
    }
    for (let link = first; link < last; link++) marks[targets[link] as number] = 0;
  }
  return triangles;
}
