import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
} from "react";
import type { Selection } from "#client/model/view/selection.ts";
import {
  changed,
  readAddress,
  toSearch,
  type IgnoredText,
  type ViewState,
} from "#client/model/view/view-state.ts";

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
  /** What of the address could not be read. */
  readonly ignored: readonly IgnoredText[];
  readonly change: (patch: Partial<ViewState>, step?: Step) => void;
  readonly select: (selection: Selection | null, options?: SelectOptions) => void;
  /** The next panel that opens shall take the focus. */
  readonly askPanelFocus: () => void;
  /** Whether this panel shall take the focus; answers yes once. */
  readonly takePanelFocus: () => boolean;
  /** Whether the camera shall go to the present selection; answers yes once. */
  readonly takeFlight: () => boolean;
  /** Whether the picture shall bring a selection into view: once after each change; undefined for the first of a visit. */
  readonly takeFraming: (selection: string | null) => boolean | undefined;
  /** What the drawn network can do for the rest of the page; null while none is drawn. */
  readonly stageActions: () => StageActions | null;
  readonly setStageActions: (actions: StageActions | null) => void;
}

const ViewContext = createContext<ViewHandle | null>(null);

/** One view for the whole page, read from the address and written to it. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const { view, ignored } = useMemo(() => readAddress(search), [search]);
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  }, [view]);
  const asides = useAsides();
  const change = useCallback(
    (patch: Partial<ViewState>, step: Step = "push") => {
      const next = changed(latest.current, patch);
      latest.current = next;
      void navigate({ to: "/", search: toSearch(next), replace: step === "replace" });
    },
    [navigate],
  );
  const select = useCallback<ViewHandle["select"]>(
    (selection, options) => {
      asides.note(options ?? {});
      change({ selection });
    },
    [change, asides],
  );
  const handle = useMemo(
    () => ({ view, ignored, change, select, ...asides.handle }),
    [view, ignored, change, select, asides],
  );
  return <ViewContext value={handle}>{children}</ViewContext>;
}

/** What passes between parts of the page and belongs in no address. */
function useAsides() {
  const state = useRef<{
    focus: boolean;
    flight: boolean;
    framed: string | null | undefined;
    stage: StageActions | null;
  }>({
    focus: false,
    framed: undefined,
    flight: false,
    stage: null,
  });
  return useMemo(() => {
    const take = (key: "focus" | "flight") => {
      const asked = state.current[key];
      state.current[key] = false;
      return asked;
    };
    return {
      note: ({ focusPanel = false, fly = false }: SelectOptions) => {
        state.current.focus = focusPanel;
        state.current.flight = fly;
      },
      handle: {
        askPanelFocus: () => {
          state.current.focus = true;
        },
        takePanelFocus: () => take("focus"),
        takeFlight: () => take("flight"),
        takeFraming: (selection: string | null) => {
          const { framed } = state.current;
          state.current.framed = selection;
          return framed === undefined ? undefined : framed !== selection;
        },
        stageActions: () => state.current.stage,
        setStageActions: (actions: StageActions | null) => {
          state.current.stage = actions;
        },
      },
    };
  }, []);
}

export function useView(): ViewHandle {
  const handle = useContext(ViewContext);
  if (handle === null) throw new Error("useView stands outside its ViewProvider");
  return handle;
}
