import { EitherText } from "#client/ui/either-text.tsx";
import { useQuery } from "@tanstack/react-query";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { candidateQuery, candidatesOfPairQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { MaterialLink, SelectLink } from "#client/ui/links.tsx";
import { KindTag, LayerName, ParkUnknown, QuantityText } from "#client/ui/marks.tsx";
import { Panel, Section } from "#client/ui/panel.tsx";
import { ScoreTable } from "#client/ui/score-bars.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { distanceText, placeNameOf, resourceOf } from "./candidate-words.ts";
import { CandidateCard } from "./candidate-card.tsx";
import { DayNote } from "./day-control.tsx";
import { EconomicsCard } from "./economics-card.tsx";
import { GateTable } from "./gate-table.tsx";
import { SlotsCard } from "./slots-card.tsx";

type CandidateSelection = Extract<Selection, { kind: "candidate" }>;

/** Right panel of one candidate, and the other candidates of the same pair of places. */
export function CandidatePanel({ selection }: { readonly selection: CandidateSelection }) {
  const { t } = useWords();
  const { view } = useView();
  const found = useQuery(candidateQuery(selection, view));
  return (
    <Asked what={t("what.candidate")} result={found}>
      {(page) => {
        const [candidate] = page.items;
        if (candidate === undefined)
          return (
            <Panel title={t("candidate.gone")} kicker={t("candidate.kicker")}>
              <EmptyNote>{t("candidate.goneHelp")}</EmptyNote>
            </Panel>
          );
        return <CandidateBody candidate={candidate} selection={selection} judgedBy={page.asOf} />;
      }}
    </Asked>
  );
}

const othersShown = 10;

interface CandidateBodyProps {
  readonly candidate: Candidate;
  readonly selection: CandidateSelection;
  /** ISO date. */
  readonly judgedBy: string;
}

function CandidateBody({ candidate, selection, judgedBy }: CandidateBodyProps) {
  const words = useWords();
  const { t, pick, name } = words;
  const { receiver, unknowns } = candidate;
  return (
    <Panel
      title={t("candidate.title", {
        resource: resourceOf(words, candidate),
        to: name(receiver),
      })}
      kicker={t("candidate.kicker")}
    >
      <p className="note">{t("candidate.notFact")}</p>
      <DayNote judgedBy={judgedBy} />
      <p className="card-tags">
        <LayerName layer={candidate.layer} />
        <span className="tag">{t(`candidate.basis.${candidate.basis}`)}</span>
        {candidate.inferred && <span className="tag tag-synthetic">{t("candidate.inferred")}</span>}
        {candidate.blocked && <span className="tag tag-fail">{t("candidate.blocked")}</span>}
        {candidate.existingExchangeId !== null && <span className="tag">{t("candidate.existing")}</span>}
      </p>
      {candidate.likelyExisting !== null && (
        <p className="note note-warning">
          <strong>{t("section.probably-existing")}</strong>{" "}
          {pick(candidate.likelyExisting.reasonZh, candidate.likelyExisting.reasonEn)}{" "}
          <code>{candidate.likelyExisting.exchangeId}</code>
        </p>
      )}
      <SlotsCard slots={candidate.slots} />
      <EconomicsCard economics={candidate.economics} />
      <ScoreTable parts={candidate.scoreParts} />
      <Ends candidate={candidate} />
      <Section title={t("candidate.gates")}>
        <GateTable gates={candidate.gates} />
      </Section>
      <Section title={t("candidate.open")}>
        {unknowns.length === 0 ? (
          <p className="secondary">{t("candidate.nothingOpen")}</p>
        ) : (
          <ul className="plain-list verdict-unknown">
            {unknowns.map((one) => (
              <li key={one.zh}>{pick(one.zh, one.en)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Grounds candidate={candidate} />
      <OthersOfPair selection={selection} />
    </Panel>
  );
}

/** The other candidates between the same two places; nothing where there are none. */
function OthersOfPair({ selection: { from, to, id } }: { readonly selection: CandidateSelection }) {
  const { t, count } = useWords();
  const { view } = useView();
  // One more than is shown: the candidate itself may be among them.
  const pair = useQuery(candidatesOfPairQuery(from, to, { asOf: view.asOf, limit: othersShown + 1 }));
  if (pair.data !== undefined && pair.data.total <= 1) return null;
  return (
    <Asked what={t("what.candidates")} result={pair}>
      {({ items, total }) => (
        <Section title={t("candidate.others", { text: count(total - 1) })}>
          <ol className="cards">
            {items
              .filter((other) => other.id !== id)
              .slice(0, othersShown)
              .map((other) => (
                <CandidateCard key={other.id} candidate={other} />
              ))}
          </ol>
        </Section>
      )}
    </Asked>
  );
}

function Ends({ candidate }: { readonly candidate: Candidate }) {
  const words = useWords();
  const { t, pick, amount } = words;
  const { coverablePerYear } = candidate;
  return (
    <Section title={t("candidate.ends")}>
      <EndCard role={t("candidate.supplier")} end={candidate.supplier} />
      <EndCard role={t("candidate.receiver")} end={candidate.receiver} />
      <dl className="pairs">
        <dt>{t("candidate.resource")}</dt>
        <dd>
          <MaterialLink id={candidate.resourceCode}>
            {pick(candidate.resourceNameZh, candidate.resourceNameEn)} <code>{candidate.resourceCode}</code>
          </MaterialLink>{" "}
          {t(`candidate.match.${candidate.match}`)}
        </dd>
        <dt>{t("candidate.coverable")}</dt>
        <dd>
          {coverablePerYear === null ? (
            <span className="unknown">{t("quantity.unknown")}</span>
          ) : (
            amount(coverablePerYear, candidate.unit)
          )}
        </dd>
        <dt>{t("candidate.distance")}</dt>
        <dd>{distanceText(words, candidate.distance)}</dd>
      </dl>
    </Section>
  );
}

/** What is left of an offer or need after what takes or fills it already; nothing where nothing does. */
function ResidualText({ end: { residual, quantity } }: { readonly end: Candidate["supplier"] }) {
  const { t, amount } = useWords();
  if (residual === null || residual.coveredBy.length === 0) return null;
  const records = residual.coveredBy.join(t("list.and"));
  if (residual.perYear === null || quantity === null)
    return <span className="secondary">{t("candidate.residualUnknown", { records })}</span>;
  const left = amount(residual.perYear, quantity.perYearUnit);
  return <span className="secondary">{t("candidate.residual", { left, records })}</span>;
}

interface EndCardProps {
  readonly role: string;
  readonly end: Candidate["supplier"];
}

function EndCard({ role, end }: EndCardProps) {
  const words = useWords();
  const { t, name, pick } = words;
  return (
    <div className="end-card">
      <p className="secondary">{role}</p>
      <p>
        <SelectLink selection={{ kind: "enterprise", placeId: end.placeId, id: end.enterpriseId }}>
          {name(end)}
        </SelectLink>{" "}
        <KindTag kind={end.kind} />
      </p>
      <p>
        <SelectLink selection={{ kind: "place", placeId: end.placeId }}>{placeNameOf(words, end)}</SelectLink>
        <ParkUnknown placeId={end.placeId} />
      </p>
      <p className="secondary">
        {end.resourceZh === null ? t("candidate.fromIndustry") : pick(end.resourceZh, end.resourceEn)}
        {(end.industryZh ?? end.industryEn) !== null && (
          <>
            {" · "}
            <EitherText zh={end.industryZh} en={end.industryEn} /> {end.industryCode}
          </>
        )}
        {end.asOfYear !== null && ` · ${end.asOfYear}`}
      </p>
      {end.listingId !== null && (
        <p>
          <QuantityText quantity={end.quantity} /> <ResidualText end={end} />
        </p>
      )}
    </div>
  );
}

/** The rule that makes the match and a real exchange of the same kind. */
function Grounds({ candidate }: { readonly candidate: Candidate }) {
  const { t, pick, eitherText } = useWords();
  const { rule, precedent } = candidate;
  const limit = rule === null ? null : eitherText(rule.technicalLimitZh, rule.technicalLimitEn);
  return (
    <Section title={t("candidate.grounds")}>
      <dl className="pairs">
        <dt>{t("candidate.rule")}</dt>
        <dd>
          {rule === null ? (
            t("candidate.noRule")
          ) : (
            <>
              <code>{rule.id}</code> {pick(rule.useZh, rule.useEn)} · {t(`ruleSupport.${rule.support}`)}
              {limit !== null && <p className="secondary">{t("candidate.limit", { text: limit })}</p>}
              {rule.standard !== null && (
                <p className="secondary">{t("candidate.standard", { text: rule.standard })}</p>
              )}
            </>
          )}
        </dd>
        <dt>{t("candidate.precedent")}</dt>
        <dd>
          {precedent === null ? (
            t("candidate.noPrecedent")
          ) : (
            <>
              {pick(precedent.supplierZh, precedent.supplierEn)} →{" "}
              {pick(precedent.receiverZh, precedent.receiverEn)}
              {precedent.year !== null && ` · ${precedent.year}`} <code>{precedent.exchangeId}</code>
            </>
          )}
        </dd>
      </dl>
    </Section>
  );
}
