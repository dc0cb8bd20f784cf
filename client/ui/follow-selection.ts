import { useEffect } from "react";
import type { Selection } from "#client/model/view/selection.ts";
import { useView } from "./view-context.tsx";

/**
 * Puts into the address what its selection is called and where it stands now: a link made before two records were merged,
 * or before a better place was known, opens the record of today. Null leaves the address as it is.
 */
export function useFollowSelection(asked: Selection, today: Selection | null): void {
  const { change } = useView();
  const isOld = today !== null && JSON.stringify(today) !== JSON.stringify(asked);
  useEffect(() => {
    if (isOld) change({ selection: today }, "replace");
  });
}
