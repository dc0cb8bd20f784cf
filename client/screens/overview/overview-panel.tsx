import { useQuery } from "@tanstack/react-query";
import type { Meta } from "#graph/schema/answers/meta.ts";
import { firstCandidates, firstCorridors } from "#client/model/view/highlights.ts";
import { candidatesListed, candidatesSurveyed } from "#client/model/limits.ts";
import { corridorsQuery, metaQuery, topCandidatesQuery } from "#client/queries.ts";
import { CandidateCard } from "#client/screens/candidate/candidate-card.tsx";
import { DayNote } from "#client/screens/candidate/day-control.tsx";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { FlowCell } from "#client/ui/flow-table.tsx";
import { SelectLink, ViewLink } from "#client/ui/links.tsx";
import { LayerName } from "#client/ui/marks.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useKept } from "#client/ui/use-kept.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const corridorsShown = 5;

/** Right panel while nothing is selected: what this is, how to begin, and the first things worth a look. */
export function OverviewPanel() {
  const { t } = useWords();
  const meta = useQuery(metaQuery());
  return (
    <article className="panel" aria-labelledby="panel-title">
      <header className="panel-head">
        <p className="kicker">{t("overview.kicker")}</p>
        <h2 id="panel-title">{t("overview.title")}</h2>
      </header>
      <p>{t("overview.what")}</p>
      <Asked what={t("what.meta")} result={meta}>
        {(data) => <Counts meta={data} />}
      </Asked>
      <ol className="steps">
        <li>{t("overview.step1")}</li>
        <li>{t("overview.step2")}</li>
        <li>{t("overview.step3")}</li>
      </ol>
      <TopCorridors />
      <TopCandidates />
      <p className="secondary">{t("overview.honesty")}</p>
    </article>
  );
}

const counted = ["parks", "enterprises", "exchanges", "listings"] as const;

function Counts({ meta }: { readonly meta: Meta }) {
  const { t, count } = useWords();
  return (
    <dl className="counts">
      {counted.map((kind) => (
        <div key={kind}>
          <dt>{t(`record.${kind}`)}</dt>
          <dd>{count(meta.counts[kind] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}

function TopCorridors() {
  const { t, pick, count } = useWords();
  const { view } = useView();
  const corridors = useKept(corridorsQuery(view.filter));
  return (
    <Section
      title={t("overview.corridors")}
      aside={
        corridors.data !== undefined && (
          <ViewLink patch={{ tab: "table", table: "corridors", selectedOnly: false, sort: [] }}>
            {t("list.all", { text: count(corridors.data.total) })}
          </ViewLink>
        )
      }
    >
      <Asked what={t("what.corridors")} result={corridors}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyNote>{t("corridor.noneInFilter")}</EmptyNote>
          ) : (
            <ul className="rows rows-corridor">
              {firstCorridors(page.items, corridorsShown).map((corridor) => (
                <li key={`${corridor.from}${corridor.to}${corridor.flow.layer}`}>
                  <SelectLink
                    selection={{
                      kind: "corridor",
                      from: corridor.from,
                      to: corridor.to,
                      layer: corridor.flow.layer,
                    }}
                  >
                    {pick(corridor.fromNameZh, corridor.fromNameEn)} →{" "}
                    {pick(corridor.toNameZh, corridor.toNameEn)}
                  </SelectLink>
                  <span className="row-facts">
                    <LayerName layer={corridor.flow.layer} />
                    <FlowCell flow={corridor.flow} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}

function TopCandidates() {
  const { t, count } = useWords();
  const { view } = useView();
  const candidates = useKept(topCandidatesQuery(view, candidatesSurveyed));
  return (
    <Section
      title={t("overview.candidates")}
      aside={
        candidates.data !== undefined && (
          <ViewLink
            patch={{
              tab: "table",
              table: "candidates",
              section: "between-parks",
              selectedOnly: false,
              sort: [],
            }}
          >
            {t("list.all", { text: count(candidates.data.total) })}
          </ViewLink>
        )
      }
    >
      <p className="secondary">
        {t("candidate.notFact")} {t("overview.varied")}
      </p>
      <Asked what={t("what.candidates")} result={candidates}>
        {(page) => (
          <>
            {view.asOf !== null && <DayNote judgedBy={page.asOf} />}
            {page.items.length === 0 ? (
              <EmptyNote>{t("candidate.none")}</EmptyNote>
            ) : (
              <ol className="cards">
                {firstCandidates(page.items, candidatesListed).map((candidate) => (
                  <CandidateCard key={candidate.id} candidate={candidate} />
                ))}
              </ol>
            )}
          </>
        )}
      </Asked>
    </Section>
  );
}
