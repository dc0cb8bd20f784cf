/**
 * Flows between the nodes of one layer in one unit, and what crosses the boundary. Every pair occurs once; a flow of a node
 * to itself is kept. All numbers are known and ≥ 0.
 */
export interface FlowSystem {
  readonly nodeCount: number;
  /** Flow k runs from `sources[k]` to `targets[k]`. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly flows: Float64Array;
  /** By node: what comes in across the boundary, what leaves as a product, and what leaves as a loss. */
  readonly inputs: Float64Array;
  readonly exports: Float64Array;
  readonly respirations: Float64Array;
}

export interface Throughflow {
  /** By node: Σ_j f_ji + z_i, the input side. */
  readonly inward: Float64Array;
  /** By node: Σ_j f_ij + e_i + r_i, the output side; equal to the input side where the node is balanced. */
  readonly outward: Float64Array;
  /** Σ z, Σ T, and Σ f + Σ z + Σ y. */
  readonly boundary: number;
  readonly total: number;
  readonly throughput: number;
}

/** What runs through each node, seen from its input (T, as enaR takes it) and from its output. */
export function throughflow(system: FlowSystem): Throughflow {
  const { nodeCount, sources, targets, flows, inputs, exports, respirations } = system;
  const inward = inputs.slice();
  const outward = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++)
    outward[node] = (exports[node] as number) + (respirations[node] as number);
  const boundary = sum(inputs);
  const outputs = sum(outward);
  for (const [flow, value] of flows.entries()) {
    const source = sources[flow] as number;
    const target = targets[flow] as number;
    inward[target] = (inward[target] as number) + value;
    outward[source] = (outward[source] as number) + value;
  }
  return { inward, outward, boundary, total: sum(inward), throughput: sum(flows) + boundary + outputs };
}

/** Largest difference between input and output of a node, as a share of the two, that counts as steady. */
export const steadyTolerance = 0.05;

export interface Balance {
  /** By node: |in − out| / ((in + out) / 2); 0 where nothing flows. */
  readonly imbalance: Float64Array;
  /** Whether every node is within `steadyTolerance`, which flow and utility analysis take for granted. */
  readonly steady: boolean;
}

/** How far each node is from input = output. Agrees with: enaR ssCheck (5 %). */
export function checkBalance({ inward, outward }: Throughflow): Balance {
  const imbalance = inward.map((into, node) => {
    const out = outward[node] as number;
    return into + out > 0 ? Math.abs(into - out) / ((into + out) / 2) : 0;
  });
  return { imbalance, steady: imbalance.every((share) => share <= steadyTolerance) };
}

export interface Imputed {
  readonly system: FlowSystem;
  /** By node: boundary flow added to its input or output so that the two are equal. */
  readonly imputed: Float64Array;
  /** Σ imputed / Σ max(in, out): the share of the throughflow that nobody recorded; 0 where nothing flows. */
  readonly imputedShare: number;
}

/**
 * Closes every node: z_i grows by max(0, out − in), e_i by max(0, in − out). For networks whose boundary flows are not
 * recorded: the numbers then rest on the assumption that all other input and output crosses the boundary.
 */
export function imputeBoundary(system: FlowSystem): Imputed {
  const { inward, outward } = throughflow(system);
  const gap = (node: number) => (outward[node] as number) - (inward[node] as number);
  const inputs = system.inputs.map((input, node) => input + Math.max(0, gap(node)));
  const exports = system.exports.map((output, node) => output + Math.max(0, -gap(node)));
  const imputed = inward.map((_, node) => Math.abs(gap(node)));
  const through = inward.reduce((total, into, node) => total + Math.max(into, outward[node] as number), 0);
  return {
    system: { ...system, inputs, exports },
    imputed,
    imputedShare: through > 0 ? sum(imputed) / through : 0,
  };
}

export function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
