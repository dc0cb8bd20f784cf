import { findCandidates } from "#graph/matching/find-candidates.ts";
import {
  countCandidatesByPlace,
  selectCandidates,
  type CandidateSelection,
} from "#graph/matching/select-candidates.ts";
import { computeMetric, computeMetrics } from "#graph/metrics/compute-metric.ts";
import type { Candidate } from "#graph/schema/candidate.ts";
import type { NetworkFilter } from "#graph/schema/filter.ts";
import type { MetricReport } from "#graph/schema/metric-report.ts";
import type { Network } from "#graph/schema/network.ts";

export interface CandidatePage {
  readonly items: readonly Candidate[];
  readonly total: number;
}

/** Heavy work by name. Each is pure in the network and an input that survives a structured clone, and so is its result. */
export const tasks = {
  metric: (network: Network, input: { readonly id: string; readonly filter: NetworkFilter }): MetricReport =>
    computeMetric(input.id, network, input.filter),

  /** Several metrics under one filter, in the order asked for. */
  metrics: (
    network: Network,
    input: { readonly ids: readonly string[]; readonly filter: NetworkFilter },
  ): MetricReport[] => computeMetrics(input.ids, network, input.filter),

  candidatePage: (
    network: Network,
    input: {
      readonly asOf: string;
      readonly selection: CandidateSelection;
      readonly offset: number;
      readonly limit: number;
    },
  ): CandidatePage => {
    const selected = selectCandidates(candidatesOf(network, input.asOf), input.selection);
    return { items: selected.slice(input.offset, input.offset + input.limit), total: selected.length };
  },

  candidateCounts: (network: Network, input: { readonly asOf: string }): Record<string, number> =>
    countCandidatesByPlace(candidatesOf(network, input.asOf)),
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<K extends TaskName> = Parameters<(typeof tasks)[K]>[1];
export type TaskOutput<K extends TaskName> = ReturnType<(typeof tasks)[K]>;

/** Runs a task by name. */
export function runTask<K extends TaskName>(name: K, network: Network, input: TaskInput<K>): TaskOutput<K> {
  const task = tasks[name] as (network: Network, input: TaskInput<K>) => TaskOutput<K>;
  return task(network, input);
}

interface FoundCandidates {
  readonly asOf: string;
  readonly candidates: readonly Candidate[];
}

// Pages and counts of one network ask for the same list; it lives as long as its network.
const foundByNetwork = new WeakMap<Network, FoundCandidates>();

function candidatesOf(network: Network, asOf: string): readonly Candidate[] {
  const known = foundByNetwork.get(network);
  if (known?.asOf === asOf) return known.candidates;
  const candidates = findCandidates(network, { asOf });
  foundByNetwork.set(network, { asOf, candidates });
  return candidates;
}
