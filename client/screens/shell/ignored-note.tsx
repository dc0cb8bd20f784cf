import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const shownCharacters = 40;
const shownPairs = 4;

/** What of the address was not understood, until it is dismissed: the page shows something else than was asked for. */
export function IgnoredNote() {
  const { t } = useWords();
  const { ignored } = useView();
  const [dismissed, setDismissed] = useState("");
  const pairs = ignored.map(([key, value]) => `${key}=${value}`);
  const all = pairs.join("&");
  if (all === "" || all === dismissed) return null;
  const shown = pairs
    .slice(0, shownPairs)
    .map((pair) => (pair.length > shownCharacters ? `${pair.slice(0, shownCharacters)}…` : pair))
    .join(t("list.and"));
  const text = pairs.length > shownPairs ? `${shown}…` : shown;
  return (
    <output className="ignored-note">
      <span>{t("address.ignored", { text })}</span>
      <Button className="button-quiet" onPress={() => setDismissed(all)}>
        {t("address.dismiss")}
      </Button>
    </output>
  );
}
