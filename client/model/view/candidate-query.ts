import type { CandidateSection } from "#graph/schema/answers/candidate.ts";
import type { ViewState } from "./view-state.ts";

/** Which candidates stand in a section of the list, in the words of the API. */
export const sectionQuery: Readonly<Record<CandidateSection, Readonly<Record<string, string>>>> = {
  "between-parks": {},
  "same-park": { list: "same-park" },
  hypothesis: { list: "hypothesis" },
  "with-total": { list: "with-total" },
  "probably-existing": { list: "probably-existing" },
  existing: { list: "all", existing: "only", gates: "all" },
  blocked: { list: "all", gates: "blocked" },
};

/** The day candidates are judged by, where the view names one. */
export function dayQuery({ asOf }: Pick<ViewState, "asOf">): Readonly<Record<string, string>> {
  return asOf === null ? {} : { asOf };
}
