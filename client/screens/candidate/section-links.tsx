import { candidateSections, type CandidateCounts } from "#graph/schema/answers/candidate.ts";
import type { ViewState } from "#client/model/view/view-state.ts";
import { ViewLink } from "#client/ui/links.tsx";
import { useWords } from "#client/ui/use-words.ts";

interface SectionLinksProps {
  readonly counts: CandidateCounts;
  /** What of the view narrows the table to the thing whose panel this is. */
  readonly patch: Partial<ViewState>;
}

/** The lists in which a place or material has candidates, with how many: links to the table. */
export function SectionLinks({ counts, patch }: SectionLinksProps) {
  const { t, count } = useWords();
  const filled = candidateSections.filter((section) => counts[section] > 0);
  if (filled.length === 0) return null;
  return (
    <ul className="section-links">
      {filled.map((section) => (
        <li key={section}>
          <ViewLink patch={{ ...patch, tab: "table", table: "candidates", section, sort: [] }}>
            {t(`section.${section}`)} <span className="number">{count(counts[section])}</span>
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}
