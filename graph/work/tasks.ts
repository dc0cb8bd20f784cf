import { openCandidateList, type CandidateList } from "#graph/matching/candidate-list.ts";
import type { CandidateSelection } from "#graph/matching/ranking/select.ts";
import { computeMetric, computeMetrics } from "#graph/metrics/compute.ts";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { Network } from "#graph/schema/records/network.ts";

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
    const selected = bookOf(network, input.asOf).select(input.selection);
    return { items: selected.slice(input.offset, input.offset + input.limit), total: selected.length };
  },

  /** How many open candidates have an end at the place, pairs that already exchange left out: its "N candidates". */
  candidateCount: (network: Network, input: { readonly asOf: string; readonly placeId: string }): number =>
    bookOf(network, input.asOf).select({ placeIds: [input.placeId] }).length,
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<K extends TaskName> = Parameters<(typeof tasks)[K]>[1];
export type TaskOutput<K extends TaskName> = ReturnType<(typeof tasks)[K]>;

/** Runs a task by name. */
export function runTask<K extends TaskName>(name: K, network: Network, input: TaskInput<K>): TaskOutput<K> {
  const task = tasks[name] as (network: Network, input: TaskInput<K>) => TaskOutput<K>;
  return task(network, input);
}

// Pages and counts of one network ask the same book; it lives as long as its network.
const bookByNetwork = new WeakMap<Network, CandidateList>();

function bookOf(network: Network, asOf: string): CandidateList {
  const known = bookByNetwork.get(network);
  if (known?.asOf === asOf) return known;
  const book = openCandidateList(network, asOf);
  bookByNetwork.set(network, book);
  return book;
}
