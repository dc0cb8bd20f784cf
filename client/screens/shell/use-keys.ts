import { useEffect } from "react";
import { useView } from "#client/ui/view-context.tsx";

function useDocumentKey(onKey: (event: KeyboardEvent, target: Element) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.target instanceof Element && !event.defaultPrevented) onKey(event, event.target);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onKey]);
}

/** Escape in the panel closes it and gives the focus back to the network. */
export function usePanelEscape(): void {
  const { view, select, stageActions } = useView();
  useDocumentKey((event, target) => {
    if (event.key !== "Escape" || view.selection === null || target.closest(".right") === null) return;
    select(null);
    stageActions()?.takeFocus();
  });
}

/** "/" goes to the search box: from the network, or where nothing has the focus. */
export function useSearchKey(focusSearch: () => void): void {
  useDocumentKey((event, target) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target !== document.body && target.closest(".stage-canvas") === null) return;
    event.preventDefault();
    focusSearch();
  });
}
