import type { FlowSystem } from "#graph/metrics/kernel/flow/flow-system.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";

/**
 * The known flows of a view, self loops kept: parallel ones summed, unknown ones left out. A boundary flow that is not
 * stated counts as 0. The view must have one unit. Cost: linear.
 */
export function systemOfView(view: GraphView): FlowSystem {
  const { nodes, flow, boundary } = view;
  const nodeCount = nodes.length;
  const own = selfFlows(view);
  const known = [...flow.quantifiedCounts.keys()].filter((link) => flow.quantifiedCounts[link] !== 0);
  const loops = [...own.keys()].filter((node) => own[node] !== 0);
  const stated = (column: Float64Array | undefined) =>
    column?.map((value) => (Number.isNaN(value) ? 0 : value)) ?? new Float64Array(nodeCount);
  return {
    nodeCount,
    sources: Uint32Array.from([...known.map((link) => flow.sources[link] ?? 0), ...loops]),
    targets: Uint32Array.from([...known.map((link) => flow.csr.targets[link] ?? 0), ...loops]),
    flows: Float64Array.from([
      ...known.map((link) => flow.flows?.[link] ?? 0),
      ...loops.map((node) => own[node] ?? 0),
    ]),
    inputs: stated(boundary?.input),
    exports: stated(boundary?.export),
    respirations: stated(boundary?.respiration),
  };
}

/** What each node passes on to itself, which the links of the view leave out. */
function selfFlows({ nodes, ends, edges }: GraphView): Float64Array {
  const own = new Float64Array(nodes.length);
  for (const [edge, source] of ends.sources.entries()) {
    const quantity = edges.quantities[edge] ?? Number.NaN;
    if (source === ends.targets[edge] && !Number.isNaN(quantity)) own[source] = (own[source] ?? 0) + quantity;
  }
  return own;
}

/**
 * The system between groups: flows inside a group become its flow to itself, and what a node of no known group supplies or
 * takes crosses the boundary. `codes`: by node its group, −1 = not known.
 */
export function groupSystem(system: FlowSystem, codes: Int32Array, groupCount: number): FlowSystem {
  const cells = new Map<number, number>();
  const inputs = sumBy(codes, system.inputs, groupCount);
  const exports = sumBy(codes, system.exports, groupCount);
  for (const [at, value] of system.flows.entries()) {
    const source = codes[system.sources[at] ?? 0] ?? -1;
    const target = codes[system.targets[at] ?? 0] ?? -1;
    if (source >= 0 && target >= 0) {
      const cell = source * groupCount + target;
      cells.set(cell, (cells.get(cell) ?? 0) + value);
    } else if (source >= 0) exports[source] = (exports[source] ?? 0) + value;
    else if (target >= 0) inputs[target] = (inputs[target] ?? 0) + value;
  }
  const keys = [...cells.keys()];
  return {
    nodeCount: groupCount,
    sources: Uint32Array.from(keys, (cell) => Math.floor(cell / groupCount)),
    targets: Uint32Array.from(keys, (cell) => cell % groupCount),
    flows: Float64Array.from(cells.values()),
    inputs,
    exports,
    respirations: sumBy(codes, system.respirations, groupCount),
  };
}

function sumBy(codes: Int32Array, values: Float64Array, groupCount: number): Float64Array {
  const sums = new Float64Array(groupCount);
  for (const [node, code] of codes.entries())
    if (code >= 0) sums[code] = (sums[code] ?? 0) + (values[node] ?? 0);
  return sums;
}
