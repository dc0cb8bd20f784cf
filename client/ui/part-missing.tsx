import { useEffect } from "react";
import { Button } from "react-aria-components/Button";
import { useService } from "./service.ts";
import { useWords } from "./use-words.ts";

/** A part of the page that did not come: the server was away, or a newer version has other files. */
export class PartMissing extends Error {
  readonly part: string;

  constructor(part: string, cause: unknown) {
    super(`the part ${part} of the page did not load`, { cause });
    this.name = "PartMissing";
    this.part = part;
  }
}

const markOf = (part: string) => `gongsheng.reloaded.${part}`;

/** Loads the page anew, once until this part has come: a page that never comes right does not load for ever. */
function reloadOnce(part: string): void {
  try {
    if (sessionStorage.getItem(markOf(part)) !== null) return;
    sessionStorage.setItem(markOf(part), "yes");
  } catch {
    // Without storage nothing counts the reloads: the button stays.
    return;
  }
  location.reload();
}

/** A part has come: when it is missing once more it may load the page again. */
export function notePartCame(part: string): void {
  try {
    sessionStorage.removeItem(markOf(part));
  } catch {
    // Nothing was kept.
  }
}

/**
 * Stands for a part that did not come. Browsers remember a failed part for as long as the page lives, so the page loads
 * itself anew once the service answers; the view is in the address and stays.
 */
export function PartMissingNote({ what, part }: { readonly what: string; readonly part: string }) {
  const { t } = useWords();
  const service = useService();
  useEffect(() => {
    let isShown = true;
    const reloadIfBack = () => {
      if (isShown && service.awaySince() === null) reloadOnce(part);
    };
    void service.look().then(reloadIfBack);
    const stop = service.subscribe(reloadIfBack);
    return () => {
      isShown = false;
      stop();
    };
  }, [service, part]);
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
