import type { NetworkEvaluation } from "#graph/matching/evaluation/evaluate-network.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Evaluation } from "#graph/schema/answers/evaluation.ts";

/** What the page tells: the strictest reading of the set a manager acts on. */
export const shownEvaluation = {
  protocol: "exchange",
  strict: true,
  seed: 1,
  sets: ["plantsByProducts"],
} as const;

const mostCases = 200;
const fewestCases = 20;
/** Records read in all: each exchange tested reads every record of the network anew. */
const mostReads = 600_000;

/** How many exchanges are tested of a network: all of a small one, a sample of a big one, so that an answer comes. */
export function casesTested({ enterprises, listings, exchanges }: Network): number {
  const records = enterprises.length + listings.length + exchanges.length;
  return Math.max(fewestCases, Math.min(mostCases, Math.floor(mostReads / Math.max(1, records))));
}

export function describeEvaluation({
  asOf,
  seed,
  strict,
  networkVersion,
  available,
  sets,
}: NetworkEvaluation): Evaluation {
  const report = sets.plantsByProducts ?? null;
  const nearest = report?.baselines.nearestNeighbours ?? null;
  return {
    protocol: "exchange",
    strict,
    set: "plantsByProducts",
    n: report?.n ?? 0,
    available,
    seed,
    asOf,
    figures: report && {
      recallAt10: report.method.recallAt10,
      mrr: report.method.mrr,
      found: report.recallCeiling,
      cityRecallAt5: report.cityRecallAt5,
      industryRecallAt5: report.industryRecallAt5,
    },
    nearestNeighbours: nearest && {
      recallAt10: nearest.measures.recallAt10,
      mrr: nearest.measures.mrr,
      ahead: { recallAt10: nearest.difference.recallAt10, mrr: nearest.difference.mrr },
    },
    noteZh: "只说明已知的交换能找回多少：没有记录的链接不等于不存在，排在前面的其他企业也可能是对的",
    noteEn:
      "It says how many known exchanges are found again: a link that nobody recorded may exist all the same, and others ranked before it may be right, too",
    networkVersion,
  };
}
