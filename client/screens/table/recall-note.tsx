import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Evaluation } from "#graph/schema/answers/evaluation.ts";
import { evaluationQuery } from "#client/queries.ts";
import { Asked } from "#client/ui/asked.tsx";
import { useWords } from "#client/ui/use-words.ts";

/** How many known exchanges the product finds again, asked for once it is opened: the first answer takes seconds. */
export function RecallNote() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const answer = useQuery({ ...evaluationQuery(), enabled: isOpen });
  return (
    <details className="fold-quiet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("recall.ask")}</summary>
      {isOpen && (
        <Asked what={t("recall.what")} result={answer}>
          {(evaluation) => <Figures evaluation={evaluation} />}
        </Asked>
      )}
    </details>
  );
}

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function Figures({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t, pick, count, percent } = useWords();
  const { figures, nearestNeighbours, n, available, asOf, strict } = evaluation;
  if (figures === null) return <p className="secondary">{t("recall.none")}</p>;
  const interval = ({ value, low, high }: Interval) => ({
    value: percent(value),
    low: percent(low),
    high: percent(high),
  });
  return (
    <>
      <p>
        <strong>{t("recall.top10", { ...interval(figures.recallAt10), n: count(n) })}</strong>{" "}
        {t("recall.found", interval(figures.found))}{" "}
        {nearestNeighbours !== null && t("recall.rival", interval(nearestNeighbours.recallAt10))}
      </p>
      <p className="secondary">
        {t(strict ? "recall.protocolStrict" : "recall.protocol", { asOf })}{" "}
        {available > n && t("recall.sample", { n: count(n), all: count(available) })}{" "}
        {pick(evaluation.noteZh, evaluation.noteEn)}
        {t("recall.end")} <a href="/api/evaluation">/api/evaluation</a>
      </p>
    </>
  );
}
