import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { SelectLink } from "#client/ui/links.tsx";
import { LayerName } from "#client/ui/marks.tsx";
import { ScoreBars } from "#client/ui/score-bars.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { FoldButton } from "./fold-button.tsx";
import { countGates, permissionOf, resourceOf, selectionOf } from "./candidate-words.ts";

interface CandidateCardProps {
  readonly candidate: Candidate;
  /** Place whose panel lists it: the card then names the other end only. */
  readonly seenFrom?: string;
}

/** A possible link in short: what, whither, the parts of its score, why, and what is open. */
export function CandidateCard({ candidate, seenFrom }: CandidateCardProps) {
  const words = useWords();
  const { t, say, name } = words;
  const { supplier, receiver, slots } = candidate;
  const isGiver = seenFrom === supplier.placeId;
  const [from, to] = [name(supplier), name(receiver)];
  const ends = seenFrom === undefined ? `${from} → ${to}` : isGiver ? `→ ${to}` : `← ${from}`;
  return (
    <li className="card">
      <h4>
        <SelectLink selection={selectionOf(candidate)}>
          {resourceOf(words, candidate)} <span className="card-ends">{ends}</span>
        </SelectLink>
      </h4>
      <p className="card-tags">
        <LayerName layer={candidate.layer} />
        {candidate.inferred && <span className="tag tag-synthetic">{t("candidate.inferred")}</span>}
        {(supplier.kind !== "plant" || receiver.kind !== "plant") && (
          <span className="tag">{t("enterpriseKind.pooled")}</span>
        )}
        {candidate.blocked && <span className="tag tag-fail">{t("candidate.blocked")}</span>}
        {candidate.existingExchangeId !== null && <span className="tag">{t("candidate.existing")}</span>}
      </p>
      <ScoreBars parts={candidate.scoreParts} />
      <p>{say(slots.what)}</p>
      <p className="secondary">{say(slots.route)}</p>
      {slots.decider !== null && <p className="card-decider">{say(slots.decider)}</p>}
      <p className="card-foot">
        <GateCounts candidate={candidate} />
        <span className="secondary">{permissionOf(words, candidate)}</span>
        <FoldButton candidate={candidate} className="button" />
      </p>
    </li>
  );
}

/** Gates passed, failed and not known, in words and numbers. */
function GateCounts({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useWords();
  return (
    <>
      {(["pass", "fail", "unknown"] as const).map((verdict) => {
        const gates = countGates(candidate, verdict);
        return gates === 0 ? null : (
          <span key={verdict} className={`verdict-${verdict}`}>
            {t(`verdict.${verdict}`)} {gates}
          </span>
        );
      })}
    </>
  );
}
