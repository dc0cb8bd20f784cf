import { useWords } from "./use-words.ts";

interface EitherTextProps {
  readonly zh: string | null;
  readonly en: string | null;
}

/** A text of a record in the page's language; in the other one, marked as such, where only that is recorded. */
export function EitherText({ zh, en }: EitherTextProps) {
  const { either, t } = useWords();
  const found = either(zh, en);
  if (found === null) return null;
  if (!found.isOther) return <>{found.text}</>;
  return (
    <span>
      <span lang={found.language}>{found.text}</span> {t(`text.only.${found.language}`)}
    </span>
  );
}
