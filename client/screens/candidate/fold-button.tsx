import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useFolds } from "./use-unfold.ts";

/** How many more of the same listing or enterprise stand folded behind a candidate, and the click that shows them here. */
export function FoldButton({ candidate: { id, folded } }: { readonly candidate: Candidate }) {
  const { t, count } = useWords();
  const { opened, toggle } = useFolds();
  if (folded === null) return null;
  const isOpen = opened.has(id);
  return (
    <button
      type="button"
      className="cell-button"
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
