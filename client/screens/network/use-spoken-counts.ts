import { useEffect } from "react";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { useWords } from "#client/ui/use-words.ts";

/** Says how many corridors are drawn after each change of that number. */
export function useSpokenCounts(shown: number, total: number): void {
  const { t, count } = useWords();
  const announce = useAnnounce();
  useEffect(() => {
    announce(t("stage.counts", { shown: count(shown), total: count(total) }));
  }, [announce, t, count, shown, total]);
}
