import { array, integer, record, tuple, type Arbitrary } from "fast-check";
import { castToSimple, type Csr } from "#graph/projection/graphs/csr.ts";
import type { StartNodes } from "#graph/metrics/kernel/start-nodes.ts";

export type Pair = readonly [source: number, target: number];

export function toCsr(nodeCount: number, pairs: readonly Pair[]): Csr {
  return castToSimple({
    nodeCount,
    sources: Uint32Array.from(pairs, ([source]) => source),
    targets: Uint32Array.from(pairs, ([, target]) => target),
  }).csr;
}

/** Any small digraph; sparse ones are as likely as dense ones. */
export function anyCsr(most: number): Arbitrary<Csr> {
  return record({ nodes: integer({ min: 1, max: most }), tenths: integer({ min: 0, max: 25 }) })
    .chain(({ nodes, tenths }) => {
      const node = integer({ min: 0, max: nodes - 1 });
      const links = Math.round((nodes * tenths) / 10);
      return tuple(
        integer({ min: nodes, max: nodes }),
        array(tuple(node, node), { maxLength: links, minLength: links }),
      );
    })
    .map(([nodes, pairs]) => toCsr(nodes, pairs));
}

/** Every node starts. */
export function allStarts({ nodeCount }: Csr): StartNodes {
  return { nodes: Array.from({ length: nodeCount }, (_, node) => node), factor: 1, sample: null };
}
