import { useQuery } from "@tanstack/react-query";
import type { WhyNot } from "#graph/schema/answers/why-not.ts";
import { candidateByIdQuery, enterpriseQuery, whyNotQuery } from "#client/queries.ts";
import { selectionOf } from "#client/screens/candidate/candidate-words.ts";
import { DayNote } from "#client/screens/candidate/day-control.tsx";
import { Asked } from "#client/ui/asked.tsx";
import { MaterialLink, SelectLink } from "#client/ui/links.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

interface WhyNotAnswerProps {
  readonly asked: { readonly supplier: string; readonly receiver: string; readonly code: string };
}

/** The one first cause with its records, or where the link stands as a candidate. */
export function WhyNotAnswer({ asked }: WhyNotAnswerProps) {
  const { t, say } = useWords();
  const { view } = useView();
  const found = useQuery(whyNotQuery(asked, view));
  return (
    <Asked what={t("whyNot.title")} result={found}>
      {(answer) => (
        <>
          <DayNote judgedBy={answer.asOf} />
          <Section title={t("whyNot.cause")}>
            <p>
              <strong>{t(causeOf(answer))}</strong>
            </p>
            <p>{say(answer.reason)}</p>
            <p>{t("whyNot.remedy", { text: say(answer.remedy) })}</p>
            {answer.candidateId !== null && (
              <p>
                <CandidateLink id={answer.candidateId}>{t("whyNot.open")}</CandidateLink>
              </p>
            )}
          </Section>
          <Outranking answer={answer} />
          <Records records={answer.records} />
        </>
      )}
    </Asked>
  );
}

function causeOf({ cause, existingExchangeId, list }: WhyNot) {
  if (cause !== null) return `whyNot.cause.${cause}` as const;
  if (existingExchangeId !== null || list === null) return "section.existing" as const;
  return `section.${list}` as const;
}

/** Who fills the list instead, best first. */
function Outranking({ answer: { outrankedBy } }: { readonly answer: WhyNot }) {
  const { t, name } = useWords();
  if (outrankedBy.length === 0) return null;
  return (
    <Section title={t("whyNot.outrankedBy")}>
      <ol className="plain-list">
        {outrankedBy.map((other) => (
          <li key={other.candidateId}>
            <CandidateLink id={other.candidateId}>{name(other)}</CandidateLink>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Records({ records }: Pick<WhyNot, "records">) {
  const { t, name } = useWords();
  if (records.length === 0) return null;
  return (
    <Section title={t("whyNot.records")}>
      <ul className="plain-list">
        {records.map((record) => (
          <li key={`${record.kind} ${record.id}`}>
            {t(`whyNot.record.${record.kind}`)}{" "}
            {record.enterpriseId !== null ? (
              <EnterpriseLink id={record.enterpriseId}>{name(record)}</EnterpriseLink>
            ) : record.resourceCode !== null ? (
              <MaterialLink id={record.resourceCode}>{name(record)}</MaterialLink>
            ) : (
              name(record)
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** An enterprise by its id alone: its place is asked for. */
function EnterpriseLink({ id, children }: { readonly id: string; readonly children: string }) {
  const [enterprise] = useQuery(enterpriseQuery(id)).data?.items ?? [];
  if (enterprise === undefined) return children;
  const { placeId } = enterprise;
  return <SelectLink selection={{ kind: "enterprise", placeId, id }}>{children}</SelectLink>;
}

/** A candidate by its id alone: its places are asked for. */
function CandidateLink({ id, children }: { readonly id: string; readonly children: string }) {
  const { view } = useView();
  const [candidate] = useQuery(candidateByIdQuery(id, view)).data?.items ?? [];
  if (candidate === undefined) return children;
  return <SelectLink selection={selectionOf(candidate)}>{children}</SelectLink>;
}
