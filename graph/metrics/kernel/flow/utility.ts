import { invert } from "#graph/metrics/kernel/dense/inverse.ts";
import { spectralRadiusOfSkew } from "#graph/metrics/kernel/dense/skew-spectrum.ts";
import { identity } from "./environ.ts";
import { throughflow, type FlowSystem } from "./flow-system.ts";

/** Below this a cell of U counts as no relation; enaR rounds U to ten decimals. */
const noRelation = 5e-11;
/** Below this share of the largest throughflow, that of a node counts as none (the pseudo-inverse of enaR). */
const negligible = Math.sqrt(Number.EPSILON);

export interface Utility {
  readonly size: number;
  /** U = (I − D)⁻¹, row after row. */
  readonly integral: Float64Array;
  /** Σ of the positive cells of Y = U diag(T) over that of the negative ones; null where no cell is negative. */
  readonly synergism: number | null;
  /** Positive cells of U over negative ones; null where no cell is negative. */
  readonly mutualism: number | null;
}

/**
 * Utility analysis: what each node gains or loses by each other, over all paths. D_ij = (f_ij − f_ji)/T_j; a node that
 * next to nothing flows into gives a column of 0. The inverse is the sum over paths only where the spectral radius of D is below 1.
 * Cost: O(n³). Source: Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007. Agrees with: enaR 3.1.0 enaUtility(type="flow").
 */
export function utility(system: FlowSystem): Utility | null {
  const { nodeCount: size } = system;
  const { inward } = throughflow(system);
  const left = identity(size);
  eachDirect(system, notable(inward), (row, column, value) => {
    left[row * size + column] = (left[row * size + column] as number) - value;
  });
  const integral = invert(left, size);
  if (integral === null) return null;
  let [gain, loss, gains, losses] = [0, 0, 0, 0];
  for (const [at, value] of integral.entries()) {
    if (Math.abs(value) < noRelation) continue;
    const weighted = value * (inward[at % size] as number);
    if (weighted === 0) continue;
    if (value > 0) [gain, gains] = [gain + weighted, gains + 1];
    else [loss, losses] = [loss - weighted, losses + 1];
  }
  return {
    size,
    integral,
    synergism: loss > 0 ? gain / loss : null,
    mutualism: losses > 0 ? gains / losses : null,
  };
}

/** Largest modulus of an eigenvalue of D; 0 where nothing flows. Cost: O(steps × flows). */
export function utilitySpectralRadius(system: FlowSystem): number {
  const inward = notable(throughflow(system).inward);
  const sources: number[] = [];
  const targets: number[] = [];
  const values: number[] = [];
  for (const [flow, value] of system.flows.entries()) {
    const source = system.sources[flow] as number;
    const target = system.targets[flow] as number;
    const scale = Math.sqrt(inward[source] as number) * Math.sqrt(inward[target] as number);
    if (source === target || value === 0 || scale === 0) continue;
    sources.push(source);
    targets.push(target);
    values.push(value / scale);
  }
  return spectralRadiusOfSkew({ size: system.nodeCount, sources, targets, values });
}

/** The throughflow by node, 0 where it is negligible. */
function notable(inward: Float64Array): Float64Array {
  const least = negligible * inward.reduce((most, value) => Math.max(most, value), 0);
  return inward.map((value) => (value > least ? value : 0));
}

/** Calls with the share of D that each flow adds. */
function eachDirect(
  { sources, targets, flows }: FlowSystem,
  inward: Float64Array,
  add: (row: number, column: number, value: number) => void,
) {
  for (const [flow, value] of flows.entries()) {
    const source = sources[flow] as number;
    const target = targets[flow] as number;
    if (source === target) continue;
    if ((inward[target] as number) > 0) add(source, target, value / (inward[target] as number));
    if ((inward[source] as number) > 0) add(target, source, -value / (inward[source] as number));
  }
}
