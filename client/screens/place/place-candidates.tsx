import { useQuery } from "@tanstack/react-query";
import { candidatesOfPlace } from "#client/model/limits.ts";
import { basisQuery, candidatesOfPlaceQuery } from "#client/queries.ts";
import { CandidateCards } from "#client/screens/candidate/candidate-cards.tsx";
import { DayNote } from "#client/screens/candidate/day-control.tsx";
import { SectionLinks } from "#client/screens/candidate/section-links.tsx";
import { Asked } from "#client/ui/asked.tsx";
import { NoCandidate } from "./no-candidate.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

interface PlaceCandidatesProps {
  readonly placeId: string;
}

export function PlaceCandidates({ placeId }: PlaceCandidatesProps) {
  const { t, count } = useWords();
  const { view } = useView();
  const candidates = useQuery(candidatesOfPlaceQuery(placeId, view, { limit: candidatesOfPlace }));
  const total = candidates.data?.total ?? 0;
  return (
    <Section
      title={t("place.candidates")}
      aside={
        total > 0 && (
          <ViewLink
            patch={{
              tab: "table",
              table: "candidates",
              section: "between-parks",
              selectedOnly: true,
              sort: [],
            }}
          >
            {t("list.all", { text: count(total) })}
          </ViewLink>
        )
      }
    >
      <p className="secondary">{t("candidate.notFact")}</p>
      <Asked what={t("what.candidates")} result={candidates}>
        {(page) => (
          <>
            <DayNote judgedBy={page.asOf} />
            <SectionLinks counts={page.counts} patch={{ selectedOnly: true }} />
            {page.items.length === 0 ? (
              <NoCandidate helpful={page.helpful} />
            ) : (
              <CandidateCards
                candidates={page.items}
                question={{ ...basisQuery(view), place: placeId }}
                seenFrom={placeId}
              />
            )}
          </>
        )}
      </Asked>
    </Section>
  );
}
