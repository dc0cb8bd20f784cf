import type { HelpfulRecords } from "#graph/schema/answers/helpful-records.ts";
import { EmptyNote } from "#client/ui/asked.tsx";
import { useWords } from "#client/ui/use-words.ts";

/** Why a place has no candidate between parks, and the records that would help it most. */
export function NoCandidate({ helpful }: { readonly helpful: HelpfulRecords | null }) {
  const { t, say } = useWords();
  // The filter of the page left out what there is.
  if (helpful === null) return <EmptyNote>{t("section.none.between-parks")}</EmptyNote>;
  return (
    <div className="note note-empty">
      <p>{say(helpful.why)}</p>
      {helpful.records.length > 0 && <p>{t("noCandidate.help")}</p>}
      <ol className="clock">
        {helpful.records.map((record) => (
          <li key={record.zh}>{say(record)}</li>
        ))}
      </ol>
    </div>
  );
}
