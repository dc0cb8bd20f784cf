import {
  candidateSections,
  type Candidate,
  type CandidateCounts,
  type CandidateSection,
} from "#graph/schema/answers/candidate.ts";

type Counted = Pick<Candidate, "list" | "blocked" | "existingExchangeId">;

/** Where a reader finds a candidate. */
function sectionOf({ list, blocked, existingExchangeId }: Counted): CandidateSection {
  if (existingExchangeId !== null) return "existing";
  return blocked ? "blocked" : list;
}

/** How many candidates stand in each section; sections without one count 0. */
export function countSections(candidates: readonly Counted[]): CandidateCounts {
  const counts = Object.fromEntries(candidateSections.map((section) => [section, 0])) as CandidateCounts;
  for (const candidate of candidates) counts[sectionOf(candidate)] += 1;
  return counts;
}
