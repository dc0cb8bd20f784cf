import { openCandidateList, type CandidateList } from "#graph/matching/candidate-list.ts";
import {
  evaluateNetwork,
  type NetworkEvaluation,
  type NetworkEvaluationOptions,
} from "#graph/matching/evaluation/evaluate-network.ts";
import { periodsOf } from "#graph/matching/ends/period.ts";
import { partnersOfTotals, type TotalPartner } from "#graph/matching/gap-partners.ts";
import { foldCandidates, shownOf } from "#graph/matching/ranking/fold.ts";
import type { CandidateSelection } from "#graph/matching/ranking/select.ts";
import { countSections } from "#graph/matching/ranking/count-sections.ts";
import { analyseView, type AnalysisRequest, type FileFindings } from "#graph/metrics/analyse.ts";
import { compareMetrics, type WhatIfFindings } from "#graph/metrics/what-if.ts";
import { reportMetric } from "#graph/metrics/compute.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { viewFile, type PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { Supposition } from "#graph/projection/supposed-network.ts";
import { openViews, type RecordViews } from "#graph/projection/graphs/record-views.ts";
import type { Candidate, CandidateCounts } from "#graph/schema/answers/candidate.ts";
import { toQuery, type NetworkFilter, type RecordFilter } from "#graph/schema/filter/filter.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricFindings } from "#graph/schema/answers/metric-report.ts";
import type { HelpfulRecords } from "#graph/schema/answers/helpful-records.ts";
import type { WhyNot } from "#graph/schema/answers/why-not.ts";
import type { WhyNotQuery } from "#graph/matching/why-not/find-cause.ts";
import type { Network } from "#graph/schema/records/network.ts";

export interface CandidatePage {
  readonly items: readonly Candidate[];
  readonly total: number;
  /** Candidates of this selection that stand folded behind others. */
  readonly folded: number;
  /** Candidates of this selection that its filter, its gates or its existing exchanges left out. */
  readonly leftOut: number;
  /** How many of this selection and filter there are in every section. */
  readonly counts: CandidateCounts;
  /** Why the one place that is asked has no candidate, and what would help it; null where it has one or none is asked. */
  readonly helpful: HelpfulRecords | null;
}

/** Heavy work by name. Each is pure in the network and an input that survives a structured clone, and so is its result. */
export const tasks = {
  metric: (
    network: Network,
    input: { readonly id: string; readonly filter: NetworkFilter; readonly parameters?: ParameterValues },
  ): MetricFindings => reportMetric(input.id, viewsOf(network, input.filter), input.parameters),

  /** Metrics of a network that an analyst brought. */
  analyse: (network: PlainNetwork, request: AnalysisRequest): FileFindings =>
    analyseView(network, fileViewOf(network), request),

  /** Several metrics under one filter, in the order asked for. */
  metrics: (
    network: Network,
    input: { readonly ids: readonly string[]; readonly filter: NetworkFilter },
  ): MetricFindings[] => {
    const views = viewsOf(network, input.filter);
    return input.ids.map((id) => reportMetric(id, views));
  },

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
    const shown = shownOf(selected, input.selection);
    const { filter: _, ...unfiltered } = input.selection;
    const asked = list.select({ ...unfiltered, gates: "all", existing: true });
    const everywhere = { ...input.selection, list: "all", gates: "all", existing: true } as const;
    return {
      items: shown.slice(input.offset, input.offset + input.limit).map((head) => list.explain(head)),
      total: shown.length,
      folded: selected.length - shown.length,
      leftOut: asked.length - selected.length,
      counts: countSections(list.select(everywhere), input.selection),
      helpful: selected.length === 0 ? helpfulFor(list, input.selection) : null,
    };
  },

  /** How metrics would differ if links were added or enterprises gone. */
  whatIf: (
    network: Network,
    input: {
      readonly metrics: readonly { readonly id: string; readonly parameters: ParameterValues }[];
      readonly filter: NetworkFilter;
      readonly supposition: Supposition;
    },
  ): WhatIfFindings => compareMetrics(viewsOf(network, input.filter), input),

  /** What keeps one link from being a candidate. */
  whyNot: (network: Network, { asOf, ...query }: WhyNotQuery & { readonly asOf: string }): WhyNot =>
    listOf(network, asOf).whyNot(query),

  /** Plants by name that could do business with the totals of cities. */
  partnersOfTotals: (network: Network, { asOf }: { readonly asOf: string }): readonly TotalPartner[] =>
    partnersOfTotals(listOf(network, asOf).select({ list: "with-total" })),

  /** The product's own recall: one matcher for each exchange tested. */
  evaluation: (network: Network, input: NetworkEvaluationOptions): NetworkEvaluation =>
    evaluateNetwork(network, input),

  /** How many open candidates under the filter are shown of the place, pairs that already exchange left out: its "N candidates". */
  candidateCount: (
    network: Network,
    {
      asOf,
      placeId,
      filter,
    }: { readonly asOf: string; readonly placeId: string; readonly filter: RecordFilter },
  ): number => foldCandidates(listOf(network, asOf).select({ placeIds: [placeId], filter })).length,
} as const;

function helpfulFor(list: CandidateList, { placeIds = [] }: CandidateSelection): HelpfulRecords | null {
  const [placeId, ...others] = placeIds;
  return placeId === undefined || others.length > 0 ? null : list.helpfulRecords(placeId);
}

export type TaskName = keyof typeof tasks;
/** What a task works on: the records of a network, or a network that was sent. */
export type TaskSubject<K extends TaskName> = Parameters<(typeof tasks)[K]>[0];
export type TaskInput<K extends TaskName> = Parameters<(typeof tasks)[K]>[1];
export type TaskOutput<K extends TaskName> = ReturnType<(typeof tasks)[K]>;

/** Runs a task by name. */
export function runTask<K extends TaskName>(
  name: K,
  subject: TaskSubject<K>,
  input: TaskInput<K>,
): TaskOutput<K> {
  const task = tasks[name] as (subject: TaskSubject<K>, input: TaskInput<K>) => TaskOutput<K>;
  return task(subject, input);
}

// A network that is sent is measured metric by metric; its graphs live as long as it.
const viewByFile = new WeakMap<PlainNetwork, GraphView>();

function fileViewOf(network: PlainNetwork): GraphView {
  const view = viewByFile.get(network) ?? viewFile(network);
  viewByFile.set(network, view);
  return view;
}

/** Filters of one network whose graphs are kept. */
const keptFilters = 4;

// Metrics of one network and filter are asked one by one and share what each casts; the graphs live as long as their network.
const viewsByNetwork = new WeakMap<Network, Map<string, RecordViews>>();

function viewsOf(network: Network, filter: NetworkFilter): RecordViews {
  const kept = viewsByNetwork.get(network) ?? new Map<string, RecordViews>();
  viewsByNetwork.set(network, kept);
  const key = JSON.stringify(toQuery(filter));
  const views = kept.get(key) ?? openViews(applyFilter(network, filter));
  keepLast(kept, key, views, keptFilters);
  return views;
}

/** Asked last, kept longest. */
function keepLast<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
}

/** Periods of one network whose candidates are kept: today's, that of a user beyond a border, and one looked back to. */
const keptPeriods = 3;

interface KeptLists {
  readonly periodOf: (asOf: string) => string;
  readonly byPeriod: Map<string, CandidateList>;
}

// Pages, counts and days of one period ask the same list; it lives as long as its network.
const listsByNetwork = new WeakMap<Network, KeptLists>();

function listOf(network: Network, asOf: string): CandidateList {
  const { periodOf, byPeriod } = listsByNetwork.get(network) ?? {
    periodOf: periodsOf(network.listings),
    byPeriod: new Map<string, CandidateList>(),
  };
  listsByNetwork.set(network, { periodOf, byPeriod });
  const period = periodOf(asOf);
  const list = byPeriod.get(period) ?? openCandidateList(network, asOf);
  keepLast(byPeriod, period, list, keptPeriods);
  return list.asOf === asOf ? list : list.on(asOf);
}
