import { useEffect } from "react";
import { Button } from "react-aria-components/Button";
import { useService } from "./service.ts";
import { useWords } from "./use-words.ts";

/** A part of the page that did not come: the server was away, or a newer version has other files. */
export class PartMissing extends Error {
  constructor(cause: unknown) {
    super("a part of the page did not load", { cause });
    this.name = "PartMissing";
  }
}

const mark = "gongsheng.reloaded";

/** Loads the page anew, once until a part has come: a page that never comes right does not load for ever. */
function reloadOnce(): void {
  try {
    if (sessionStorage.getItem(mark) !== null) return;
    sessionStorage.setItem(mark, "yes");
  } catch {
    // Without storage nothing counts the reloads: the button stays.
    return;
  }
  location.reload();
}

/** A part has come: the next one that is missing may load the page again. */
export function notePartCame(): void {
  try {
    sessionStorage.removeItem(mark);
  } catch {
    // Nothing was kept.
  }
}

/**
 * Stands for a part that did not come. Browsers remember a failed part for as long as the page lives, so the page loads
 * itself anew once the service answers; the view is in the address and stays.
 */
export function PartMissingNote({ what }: { readonly what: string }) {
  const { t } = useWords();
  const service = useService();
  useEffect(() => {
    let isShown = true;
    const reloadIfBack = () => {
      if (isShown && service.awaySince() === null) reloadOnce();
    };
    void service.look().then(reloadIfBack);
    const stop = service.subscribe(reloadIfBack);
    return () => {
      isShown = false;
      stop();
    };
  }, [service]);
  const retry = async () => {
    await service.look();
    if (service.awaySince() === null) location.reload();
  };
  return (
    <div className="note note-failure" role="alert">
      <p>
        <strong>{t("state.failed", { what })}</strong> {t("problem.part")}
      </p>
      <Button className="button" onPress={() => void retry()}>
        {t("action.retry")}
      </Button>
    </div>
  );
}
