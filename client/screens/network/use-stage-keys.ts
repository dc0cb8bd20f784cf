import { useEffect } from "react";
import type { Selection } from "#client/model/view/selection.ts";
import { placeOfSelection, type Depth, type Tab } from "#client/model/view/view-state.ts";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import type { DrawnNetwork } from "./use-network.ts";
import type { StageHandle } from "./use-stage.ts";
import { valueLines } from "./value-lines.ts";

const viewKeys: Readonly<Record<string, Tab>> = { m: "map", g: "graph", t: "table" };
const depthKeys: Readonly<Record<string, Depth>> = { "1": 1, "2": 2, "3": 3 };
const headings = {
  ArrowLeft: { direction: "left", x: -1, y: 0 },
  ArrowRight: { direction: "right", x: 1, y: 0 },
  ArrowUp: { direction: "up", x: 0, y: -1 },
  ArrowDown: { direction: "down", x: 0, y: 1 },
} as const;
type ArrowKey = keyof typeof headings;
const isArrow = (key: string): key is ArrowKey => key in headings;
const panStep = 80;

/** Keys of the stage: single letters act only while it has the focus. */
export function useStageKeys(
  { container, stage }: Pick<StageHandle, "container" | "stage">,
  network: DrawnNetwork,
  onHelp: () => void,
): void {
  const { view, change, select } = useView();
  const speak = useSpokenPlace(network);
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const walk = (key: ArrowKey) => {
      const next = stage.current?.walk(placeUnder(view.selection), headings[key].direction) ?? null;
      if (next === null) return;
      change({ selection: { kind: "place", placeId: next } }, view.selection === null ? "push" : "replace");
      speak(next);
    };
    const pan = (key: ArrowKey) => stage.current?.panBy(headings[key].x * panStep, headings[key].y * panStep);
    const actions: Readonly<Record<string, () => void>> = {
      Escape: () => select(null),
      Enter: () => {
        if (view.selection !== null) document.querySelector<HTMLElement>("#panel-title")?.focus();
      },
      "+": () => stage.current?.zoomIn(),
      "=": () => stage.current?.zoomIn(),
      "-": () => stage.current?.zoomOut(),
      "0": () => stage.current?.fit(),
      "?": onHelp,
    };
    const onKey = (event: KeyboardEvent) => {
      const { key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const tab = viewKeys[key.toLowerCase()];
      const depth = depthKeys[key];
      const action = actions[key];
      if (isArrow(key)) (event.shiftKey ? pan : walk)(key);
      else if (tab !== undefined) change({ tab });
      else if (depth !== undefined) change({ depth }, "replace");
      else if (action === undefined) return;
      else action();
      event.preventDefault();
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [container, stage, view.selection, change, select, speak, onHelp]);
}

/** Says the name and the counts of the place that the arrow keys reached. */
function useSpokenPlace(network: DrawnNetwork) {
  const words = useWords();
  const { view } = useView();
  const { t, name } = words;
  const announce = useAnnounce();
  return (placeId: string) => {
    const place = network.places.find(({ id }) => id === placeId);
    if (place === undefined) return;
    const { exchangeCount, enterpriseCount } = place;
    announce(
      [
        t("stage.walked", { name: name(place), exchanges: exchangeCount, enterprises: enterpriseCount }),
        ...valueLines(placeId, network.measures, { layers: view.filter.layers, words }),
      ].join(t("list.then")),
    );
  };
}

function placeUnder(selection: Selection | null): string | null {
  if (selection?.kind === "corridor" || selection?.kind === "candidate") return selection.from;
  return placeOfSelection(selection);
}
