import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useFolds } from "./use-unfold.ts";

interface FoldButtonProps {
  readonly candidate: Candidate;
  readonly className?: string;
}

/** How many more of the same listing or enterprise stand folded behind a candidate, and the click that shows them here. */
export function FoldButton({ candidate: { id, folded }, className = "cell-button" }: FoldButtonProps) {
  const { t, count } = useWords();
  const folds = useFolds();
  if (folded === null || folds === null) return null;
  const { opened, toggle } = folds;
  const isOpen = opened.has(id);
  return (
    <button
      type="button"
      className={className}
      aria-expanded={isOpen}
      onClick={(event) => {
        event.stopPropagation();
        toggle(id);
      }}
    >
      {isOpen ? t("fold.close") : t("fold.open", { text: count(folded.count) })}
    </button>
  );
}
