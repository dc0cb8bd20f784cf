import { listSections } from "#client/model/view/view-state.ts";
import { candidateCountsQuery, gapCountQuery } from "#client/queries.ts";
import { DayControl } from "#client/screens/candidate/day-control.tsx";
import { SelectLink, ViewLink } from "#client/ui/links.tsx";
import { useKept } from "#client/ui/use-kept.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { RecallNote } from "./recall-note.tsx";
import { rowsQueryOf } from "./rows.ts";

/** The lists of candidates with how many stand in each, and the day they are judged by. */
export function CandidateSections() {
  const { t, count } = useWords();
  const { view } = useView();
  const counted = useKept(
    candidateCountsQuery(rowsQueryOf("candidates", { ...view, section: "between-parks" })),
  );
  const gaps = useKept(gapCountQuery(rowsQueryOf("gaps", view)));
  const counts =
    counted.data === undefined || gaps.data === undefined
      ? undefined
      : { ...counted.data.counts, gaps: gaps.data.total };
  return (
    <div className="candidate-head">
      <div className="candidate-lists">
        <nav className="table-kinds" aria-label={t("section.title")}>
          {listSections.map((section) => (
            <ViewLink
              key={section}
              patch={{ section, sort: [] }}
              className={`table-kind ${section === view.section ? "current" : ""}`}
              isCurrent={section === view.section}
            >
              <span>
                {t(`section.${section}`)}{" "}
                <span className="number">{counts === undefined ? "…" : count(counts[section])}</span>
              </span>
            </ViewLink>
          ))}
        </nav>
        <SelectLink selection={{ kind: "why-not", supplierId: null, receiverId: null, code: null }}>
          {t("whyNot.ask")}
        </SelectLink>
      </div>
      <DayControl judgedBy={counted.data?.asOf} />
      <RecallNote />
    </div>
  );
}
