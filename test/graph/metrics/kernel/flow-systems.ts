import type { FlowSystem } from "#graph/metrics/kernel/flow/flow-system.ts";

/** A flow system as tables print it: `flows[i][j]` runs from i to j. */
export interface FlowTable {
  readonly flows: readonly (readonly number[])[];
  readonly inputs: readonly number[];
  readonly exports: readonly number[];
  readonly respirations: readonly number[];
}

export function toFlowSystem({ flows, inputs, exports, respirations }: FlowTable): FlowSystem {
  const links = flows.flatMap((row, source) =>
    row.flatMap((flow, target) => (flow > 0 ? [{ source, target, flow }] : [])),
  );
  return {
    nodeCount: inputs.length,
    sources: Uint32Array.from(links, ({ source }) => source),
    targets: Uint32Array.from(links, ({ target }) => target),
    flows: Float64Array.from(links, ({ flow }) => flow),
    inputs: Float64Array.from(inputs),
    exports: Float64Array.from(exports),
    respirations: Float64Array.from(respirations),
  };
}
