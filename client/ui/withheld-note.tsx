import { useWords } from "./use-words.ts";

/** How many listings of the whole network are not public; nothing where none is withheld. */
export function WithheldNote({ listings }: { readonly listings: number }) {
  const { t, count } = useWords();
  if (listings === 0) return null;
  return <span className="secondary">{t("listing.withheld", { text: count(listings) })}</span>;
}
