import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { sameFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { ViewState } from "#client/model/view/view-state.ts";
import { corridorsQuery, facetsQuery, insideCorridorsQuery, placesQuery } from "#client/queries.ts";
import { useAwaySince } from "#client/ui/service.ts";
import { useKept } from "#client/ui/use-kept.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** The filter of what is on the screen: the chosen one, or the last one that everything shown has been answered under. */
function useShownFilter({ filter, tab }: ViewState): NetworkFilter {
  const counts = useKept(facetsQuery(filter));
  const enabled = tab !== "table";
  const drawn = [
    useKept({ ...placesQuery(filter), enabled }),
    useKept({ ...corridorsQuery(filter), enabled }),
    useKept({ ...insideCorridorsQuery(filter), enabled }),
  ];
  const answers = enabled ? [counts, ...drawn] : [counts];
  const [shown, setShown] = useState(filter);
  const isAnswered = answers.every(({ data, isOlder }) => data !== undefined && !isOlder);
  if (isAnswered && !sameFilter(shown, filter)) setShown(filter);
  return shown;
}

/** Marks what is shown as older than the filter chosen, with the way back to the filter it was asked under. */
export function PendingNote() {
  const { view } = useView();
  const shown = useShownFilter(view);
  return sameFilter(shown, view.filter) ? null : <Pending key={JSON.stringify(view.filter)} shown={shown} />;
}

/** Changes that are answered faster are not worth a word. */
const patienceMs = 300;

function Pending({ shown }: { readonly shown: NetworkFilter }) {
  const { t } = useWords();
  const { change } = useView();
  const isAway = useAwaySince() !== null;
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <output className="pending-note">
      {!isAway && <span className="progress-bar" aria-hidden="true" />}
      <span>{t(isAway ? "pending.away" : "pending.text")}</span>
      <Button className="button" onPress={() => change({ filter: shown })}>
        {t("pending.cancel")}
      </Button>
    </output>
  );
}
