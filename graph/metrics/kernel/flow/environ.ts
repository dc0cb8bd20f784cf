import { invert } from "#graph/metrics/kernel/dense/inverse.ts";
import { throughflow, type FlowSystem, type Throughflow } from "./flow-system.ts";

/** Above this a diagonal element of N says that a loop loses nothing: the series of paths has no sum. */
const closedLoop = 1e9;

/**
 * Direct and integral flow intensities, all matrices row after row, row = source.
 *
 *   G = f_ij / T_i    N = (I − G)⁻¹    G′ = f_ij / T_j    N′ = (I − G′)⁻¹ = T_i n_ij / T_j
 */
export interface Environ {
  readonly size: number;
  readonly through: Throughflow;
  readonly direct: Float64Array;
  readonly integral: Float64Array;
  readonly directInput: Float64Array;
  readonly integralInput: Float64Array;
}

/**
 * The environs of a flow system; null where a loop without loss leaves I − G without an inverse. A node that nothing flows
 * into has G = 0, as in enaR. N′ follows from N by scaling, so that one inversion gives both. Cost: O(n³), memory O(n²).
 * Source: Fath, Patten 1999, DOI 10.1007/s100219900067. Agrees with: enaR 3.1.0 enaFlow.
 */
export function environ(system: FlowSystem): Environ | null {
  const { nodeCount: size } = system;
  const through = throughflow(system);
  const { inward } = through;
  const direct = new Float64Array(size * size);
  const directInput = new Float64Array(size * size);
  const left = identity(size);
  for (const [flow, value] of system.flows.entries()) {
    const source = system.sources[flow] as number;
    const target = system.targets[flow] as number;
    const at = source * size + target;
    if ((inward[source] as number) > 0) direct[at] = value / (inward[source] as number);
    if ((inward[target] as number) > 0) directInput[at] = value / (inward[target] as number);
    left[at] = (left[at] as number) - (direct[at] as number);
  }
  const integral = invert(left, size);
  if (integral === null) return null;
  for (let node = 0; node < size; node++)
    if (!(Math.abs(integral[node * size + node] as number) < closedLoop)) return null;
  const integralInput = isInflowed(system, inward)
    ? scale(integral, size, inward)
    : invert(
        directInput.map((value, at) => (at % (size + 1) === 0 ? 1 : 0) - value),
        size,
      );
  return integralInput === null ? null : { size, through, direct, integral, directInput, integralInput };
}

/** Whether something flows into every node that something flows out of: else G and G′ are not similar. */
function isInflowed({ sources, flows }: FlowSystem, inward: Float64Array): boolean {
  return flows.every((value, flow) => value === 0 || (inward[sources[flow] as number] as number) > 0);
}

function scale(integral: Float64Array, size: number, inward: Float64Array): Float64Array {
  const scaled = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const at = row * size + column;
      const value = integral[at] as number;
      scaled[at] =
        row === column || value === 0
          ? value
          : ((inward[row] as number) * value) / (inward[column] as number);
    }
  return scaled;
}

export function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let node = 0; node < size; node++) matrix[node * size + node] = 1;
  return matrix;
}
