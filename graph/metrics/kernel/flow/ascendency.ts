import { throughflow, type FlowSystem } from "./flow-system.ts";

/** Information measures of a flow system; entropies in bits, `developmentCapacity` and its parts in flow × bits. */
export interface Ascendency {
  readonly flowDiversity: number;
  readonly averageMutualInformation: number;
  readonly developmentCapacity: number;
  readonly ascendency: number;
  readonly overhead: number;
  readonly ascendencyRatio: number;
  readonly flowRobustness: number;
  readonly effectiveRoles: number;
  readonly effectiveConnectivity: number;
}

/**
 * Ascendency analysis on the extended matrix E: flows, one row of inputs, one column of exports, one of respirations.
 *
 *   S = Σ E    p = E / S    H = −Σ p log2 p    AMI = Σ p log2(E S / (row · column))
 *   CAP = S H    ASC = S AMI    OH = CAP − ASC    a = ASC / CAP    R = −a ln a    roles = 2^AMI    connectivity = 2^((H − AMI)/2)
 *
 * Needs no balance. Null where nothing flows; `ascendencyRatio` and `flowRobustness` are NaN where H = 0 (a single flow).
 * Telling exports from respirations changes AMI. Cost: O(nodes + flows).
 * Source: Ulanowicz 1986, Growth and Development; Ulanowicz et al. 2009, DOI 10.1016/j.ecocom.2008.10.005.
 * Agrees with: enaR 3.1.0 enaAscendency.
 */
export function ascendency(system: FlowSystem): Ascendency | null {
  const { nodeCount, inputs, exports, respirations } = system;
  const { inward, outward, boundary, throughput } = throughflow(system);
  if (!(throughput > 0)) return null;
  let diversity = 0;
  let mutual = 0;
  const add = (flow: number, row: number, column: number) => {
    if (flow === 0) return;
    const share = flow / throughput;
    diversity -= share * Math.log2(share);
    mutual += share * Math.log2((flow / row) * (throughput / column));
  };
  for (const [flow, value] of system.flows.entries())
    add(
      value,
      outward[system.sources[flow] as number] as number,
      inward[system.targets[flow] as number] as number,
    );
  const exported = exports.reduce((total, value) => total + value, 0);
  const respired = respirations.reduce((total, value) => total + value, 0);
  for (let node = 0; node < nodeCount; node++) {
    add(inputs[node] as number, boundary, inward[node] as number);
    add(exports[node] as number, outward[node] as number, exported);
    add(respirations[node] as number, outward[node] as number, respired);
  }
  return summarise(diversity, mutual, throughput);
}

function summarise(diversity: number, mutual: number, throughput: number): Ascendency {
  const ratio = diversity > 0 ? mutual / diversity : Number.NaN;
  return {
    flowDiversity: diversity,
    averageMutualInformation: mutual,
    developmentCapacity: throughput * diversity,
    ascendency: throughput * mutual,
    overhead: throughput * (diversity - mutual),
    ascendencyRatio: ratio,
    flowRobustness: ratio > 0 ? Math.max(0, -ratio * Math.log(ratio)) : ratio,
    effectiveRoles: 2 ** mutual,
    effectiveConnectivity: 2 ** ((diversity - mutual) / 2),
  };
}
