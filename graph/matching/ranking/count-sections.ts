import {
  candidateSections,
  type Candidate,
  type CandidateCounts,
  type CandidateSection,
} from "#graph/schema/answers/candidate.ts";
import { shownOf, type Foldable } from "./fold.ts";
import type { CandidateSelection } from "./select.ts";

type Counted = Foldable & Pick<Candidate, "list" | "blocked" | "existingExchangeId">;

/** Where a reader finds a candidate. */
function sectionOf({ list, blocked, existingExchangeId }: Counted): CandidateSection {
  if (existingExchangeId !== null) return "existing";
  return blocked ? "blocked" : list;
}

/** How many candidates of a selection are shown in each section (see `shownOf`); sections without one count 0. */
export function countSections(
  candidates: readonly Counted[],
  selection: CandidateSelection,
): CandidateCounts {
  const sections = Map.groupBy(candidates, sectionOf);
  const counts = candidateSections.map((section) => [
    section,
    shownOf(sections.get(section) ?? [], selection).length,
  ]);
  return Object.fromEntries(counts) as CandidateCounts;
}
