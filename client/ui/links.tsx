import type { MouseEvent, ReactNode } from "react";
import { writeQuery } from "#client/model/query-text.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { changed, toSearch, type ViewState } from "#client/model/view/view-state.ts";
import { useView } from "./view-context.tsx";

interface ViewLinkProps {
  readonly patch: Partial<ViewState>;
  readonly className?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A real link to another view: it may be copied, opened in a new tab, and Back returns from it. */
export function ViewLink({ patch, className = "link", isCurrent = false, children }: ViewLinkProps) {
  const { view, change } = useView();
  const onClick = (event: MouseEvent) => {
    // With a modifier the browser opens a tab or a window of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    change(patch);
  };
  return (
    <a
      href={`/${writeQuery(toSearch(changed(view, patch)))}`}
      className={className}
      aria-current={isCurrent ? "page" : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}

interface MaterialLinkProps {
  /** A resource code, or a name as records write it. */
  readonly id: string;
  readonly children: ReactNode;
}

/** Link to the page of a material. */
export function MaterialLink({ id, children }: MaterialLinkProps) {
  return <SelectLink selection={{ kind: "material", id }}>{children}</SelectLink>;
}

interface SelectLinkProps {
  readonly selection: Selection;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Link that selects a place, enterprise, corridor or candidate and leaves the rest of the view as it is. */
export function SelectLink({ selection, className = "link", children }: SelectLinkProps) {
  const { askPanelFocus } = useView();
  return (
    <span onClickCapture={askPanelFocus} className="contents">
      <ViewLink patch={{ selection }} className={className}>
        {children}
      </ViewLink>
    </span>
  );
}
