import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  type ReactNode,
  type RefObject,
} from "react";
import type { Selection } from "#client/model/selection.ts";
import { toSearch, toView, type ViewState } from "#client/model/view-state.ts";

/** `push` makes a step that Back undoes; `replace` is for what changes many times a second. */
export type Step = "push" | "replace";

/** What the rest of the page may ask of the drawn network; null while none is drawn. */
export interface StageActions {
  readonly savePicture: () => Promise<void>;
  readonly takeFocus: () => void;
}

interface SelectOptions {
  /** The panel's heading takes the focus: for keyboard ways of opening it. */
  readonly focusPanel?: boolean;
  /** The camera goes to the selected thing even where it is in view. */
  readonly fly?: boolean;
}

export interface ViewHandle {
  readonly view: ViewState;
  readonly change: (patch: Partial<ViewState>, step?: Step) => void;
  readonly select: (selection: Selection | null, options?: SelectOptions) => void;
  /** Set while the next panel that opens shall take the focus. */
  readonly panelTakesFocus: RefObject<boolean>;
  /** Set while the camera shall go to the next selection. */
  readonly cameraFlies: RefObject<boolean>;
  readonly stage: RefObject<StageActions | null>;
}

const ViewContext = createContext<ViewHandle | null>(null);

/** One view for the whole page, read from the address and written to it. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const view = useMemo(() => toView(search), [search]);
  const latest = useRef(view);
  latest.current = view;
  const panelTakesFocus = useRef(false);
  const cameraFlies = useRef(false);
  const stage = useRef<StageActions | null>(null);
  const change = useCallback(
    (patch: Partial<ViewState>, step: Step = "push") => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      void navigate({ to: "/", search: toSearch(next), replace: step === "replace" });
    },
    [navigate],
  );
  const select = useCallback<ViewHandle["select"]>(
    (selection, options) => {
      panelTakesFocus.current = options?.focusPanel === true;
      cameraFlies.current = options?.fly === true;
      change({ selection });
    },
    [change],
  );
  const handle = useMemo(
    () => ({ view, change, select, panelTakesFocus, cameraFlies, stage }),
    [view, change, select],
  );
  return <ViewContext value={handle}>{children}</ViewContext>;
}

export function useView(): ViewHandle {
  const handle = useContext(ViewContext);
  if (handle === null) throw new Error("useView stands outside its ViewProvider");
  return handle;
}
