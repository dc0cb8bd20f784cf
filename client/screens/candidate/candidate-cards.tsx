import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { CandidateCard } from "./candidate-card.tsx";
import { FoldContext, useUnfold } from "./use-unfold.ts";

interface CandidateCardsProps {
  readonly candidates: readonly Candidate[];
  /** The question they answer, without a limit: what stands folded behind them is asked for by it. */
  readonly question: Readonly<Record<string, string>>;
  /** Place whose panel lists them. */
  readonly seenFrom?: string;
}

/** The first candidates of a question as cards; those that stand folded behind one are opened in place. */
export function CandidateCards({ candidates, question, seenFrom }: CandidateCardsProps) {
  const { rows, folds } = useUnfold(candidates, question);
  return (
    <FoldContext value={folds}>
      <ol className="cards">
        {rows.map((candidate) => (
          <CandidateCard
            key={candidate.id}
            candidate={candidate}
            {...(seenFrom === undefined ? {} : { seenFrom })}
          />
        ))}
      </ol>
    </FoldContext>
  );
}
