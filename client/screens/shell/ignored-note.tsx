import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { IgnoredText } from "#client/model/view/view-state.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { useMetricFaults } from "./use-metric-faults.ts";

const shownCharacters = 40;
const shownPairs = 4;

/**
 * What of the address was not understood, until it is dismissed: the page shows something else than was asked for. It
 * stays when the address is written anew, as the first move of the map does.
 */
export function IgnoredNote() {
  const { t } = useWords();
  const { ignored: unread } = useView();
  const faults = useMetricFaults();
  const ignored = [...unread, ...faults];
  const [kept, setKept] = useState(ignored);
  const [dismissed, setDismissed] = useState("");
  if (ignored.length > 0 && textOf(ignored) !== textOf(kept)) setKept(ignored);
  const all = textOf(kept);
  if (all === "" || all === dismissed) return null;
  const pairs = kept.map(pairText);
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

const pairText = ([key, value]: IgnoredText) => `${key}=${value}`;
const textOf = (pairs: readonly IgnoredText[]) => pairs.map(pairText).join("&");
