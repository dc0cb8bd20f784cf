import { useQuery } from "@tanstack/react-query";
import type { MaterialDetail } from "#graph/schema/answers/material.ts";
import { candidatesListed } from "#client/model/limits.ts";
import { basisQuery, candidatesOfMaterialQuery } from "#client/queries.ts";
import { CandidateCards } from "#client/screens/candidate/candidate-cards.tsx";
import { DayNote } from "#client/screens/candidate/day-control.tsx";
import { SectionLinks } from "#client/screens/candidate/section-links.tsx";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** Links that matching finds for the material, best first. */
export function MaterialCandidates({ material }: { readonly material: MaterialDetail }) {
  const { t, count } = useWords();
  const { view } = useView();
  const candidates = useQuery(candidatesOfMaterialQuery(material.id, view, candidatesListed));
  const total = candidates.data?.total ?? 0;
  return (
    <Section
      title={t("material.candidates")}
      aside={
        total > 0 && (
          <ViewLink
            patch={{
              tab: "table",
              table: "candidates",
              section: "between-parks",
              resource: material.id,
              sort: [],
            }}
          >
            {t("list.all", { text: count(total) })}
          </ViewLink>
        )
      }
    >
      <Asked what={t("what.candidates")} result={candidates}>
        {(page) => (
          <>
            <DayNote judgedBy={page.asOf} />
            <SectionLinks counts={page.counts} patch={{ resource: material.id, selectedOnly: false }} />
            {page.items.length === 0 ? (
              <EmptyNote>{t("material.noCandidate")}</EmptyNote>
            ) : (
              <>
                <p className="secondary">{t("candidate.notFact")}</p>
                <CandidateCards
                  candidates={page.items}
                  question={{ ...basisQuery(view), resource: material.id }}
                />
              </>
            )}
          </>
        )}
      </Asked>
    </Section>
  );
}
