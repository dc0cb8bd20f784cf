import { openCandidateList, type CandidateList } from "#graph/matching/candidate-list.ts";
import type { CandidateSelection } from "#graph/matching/ranking/select.ts";
import { countSections } from "#graph/matching/ranking/count-sections.ts";
import { computeMetric, computeMetrics } from "#graph/metrics/compute.ts";
import type { Candidate, CandidateCounts } from "#graph/schema/answers/candidate.ts";
import type { NetworkFilter, RecordFilter } from "#graph/schema/filter/filter.ts";
import type { MetricFindings } from "#graph/schema/answers/metric-report.ts";
import type { Network } from "#graph/schema/records/network.ts";

export interface CandidatePage {
  readonly items: readonly Candidate[];
  readonly total: number;
  /** Candidates of this selection that its filter, its gates or its existing exchanges left out. */
  readonly leftOut: number;
  /** How many of this selection and filter there are in every section. */
  readonly counts: CandidateCounts;
}

/** Heavy work by name. Each is pure in the network and an input that survives a structured clone, and so is its result. */
export const tasks = {
  metric: (
    network: Network,
    input: { readonly id: string; readonly filter: NetworkFilter },
  ): MetricFindings => computeMetric(input.id, network, input.filter),

  /** Several metrics under one filter, in the order asked for. */
  metrics: (
    network: Network,
    input: { readonly ids: readonly string[]; readonly filter: NetworkFilter },
  ): MetricFindings[] => computeMetrics(input.ids, network, input.filter),

  candidatePage: (
    network: Network,
    input: {
      readonly asOf: string;
      readonly selection: CandidateSelection;
      readonly offset: number;
      readonly limit: number;
    },
  ): CandidatePage => {
    const list = listOf(network, input.asOf);
    const selected = list.select(input.selection);
    const { filter: _, ...unfiltered } = input.selection;
    const asked = list.select({ ...unfiltered, gates: "all", existing: true });
    const everywhere = { ...input.selection, list: "all", gates: "all", existing: true } as const;
    return {
      items: selected.slice(input.offset, input.offset + input.limit).map((head) => list.explain(head)),
      total: selected.length,
      leftOut: asked.length - selected.length,
      counts: countSections(list.select(everywhere)),
    };
  },

  /** How many open candidates under the filter have an end at the place, pairs that already exchange left out: its "N candidates". */
  candidateCount: (
    network: Network,
    {
      asOf,
      placeId,
      filter,
    }: { readonly asOf: string; readonly placeId: string; readonly filter: RecordFilter },
  ): number => listOf(network, asOf).select({ placeIds: [placeId], filter }).length,
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<K extends TaskName> = Parameters<(typeof tasks)[K]>[1];
export type TaskOutput<K extends TaskName> = ReturnType<(typeof tasks)[K]>;

/** Runs a task by name. */
export function runTask<K extends TaskName>(name: K, network: Network, input: TaskInput<K>): TaskOutput<K> {
  const task = tasks[name] as (network: Network, input: TaskInput<K>) => TaskOutput<K>;
  return task(network, input);
}

/** Days of one network whose candidates are kept: today's, those of a user beyond midnight, and one looked back to. */
const keptDays = 3;

// Pages and counts of one network and day ask the same list; it lives as long as its network.
const listsByNetwork = new WeakMap<Network, Map<string, CandidateList>>();

function listOf(network: Network, asOf: string): CandidateList {
  const lists = listsByNetwork.get(network) ?? new Map<string, CandidateList>();
  listsByNetwork.set(network, lists);
  const list = lists.get(asOf) ?? openCandidateList(network, asOf);
  // Asked last, kept longest.
  lists.delete(asOf);
  lists.set(asOf, list);
  for (const day of lists.keys()) if (lists.size > keptDays) lists.delete(day);
  return list;
}
