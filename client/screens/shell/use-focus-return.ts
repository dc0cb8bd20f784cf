import { useEffect, type KeyboardEvent } from "react";
import { useView } from "#client/ui/view-context.tsx";

/** Escape in the panel closes it and gives the focus back to the network. */
export function useFocusReturn() {
  const { view, select, stage } = useView();
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape" || view.selection === null || event.defaultPrevented) return;
    select(null);
    stage.current?.takeFocus();
  };
}

/** "/" goes to the search box: from the network, or where nothing has the focus. */
export function useSearchKey(focusSearch: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const isFree =
        target === document.body || (target instanceof Element && target.closest(".stage-canvas") !== null);
      if (!isFree) return;
      event.preventDefault();
      focusSearch();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [focusSearch]);
}
