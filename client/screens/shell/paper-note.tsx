import { filterSentence } from "#graph/schema/filter/sentence.ts";
import { writeQuery } from "#client/model/query-text.ts";
import { toSearch } from "#client/model/view/view-state.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** What a printed table must say of itself, and a screen need not: its filter and its address. */
export function PaperNote() {
  const { t, say } = useWords();
  const { view } = useView();
  return (
    <div className="paper-note">
      <p>
        {t("filter.title")}: {say(filterSentence(view.filter))}
      </p>
      <p className="paper-address">
        {location.origin}/{writeQuery(toSearch(view))}
      </p>
    </div>
  );
}
