import type { KeyboardEvent } from "react";
import type { Selection } from "#client/model/selection.ts";
import { tabs, type Depth, type Tab } from "#client/model/view-state.ts";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { FailureNote, Progress } from "#client/ui/asked.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { HoverNote } from "./hover-note.tsx";
import { StageLegend } from "./stage-legend.tsx";
import { StageButtons } from "./stage-buttons.tsx";
import { usePicture } from "./use-picture.ts";
import { useNetwork, type DrawnNetwork } from "./use-network.ts";
import { useStage, type StageHandle } from "./use-stage.ts";

interface NetworkScreenProps {
  readonly onHelp: () => void;
}

/** Map and relation view: one stage for both, with its legend, its buttons and its keys. */
export function NetworkScreen({ onHelp }: NetworkScreenProps) {
  const { t, count } = useWords();
  const { view } = useView();
  const network = useNetwork();
  const handle = useStage(network.spec);
  const onKeyDown = useStageKeys(handle, network, onHelp);
  usePicture(handle, network);
  const legend = network.spec?.legend;
  const parks = network.places.filter((place) => place.kind === "park").length;
  return (
    <section className="stage" aria-label={t(view.tab === "graph" ? "tab.graph" : "tab.map")}>
      <p id="stage-summary" className="visually-hidden">
        {t("stage.summary", {
          parks: count(parks),
          shown: count(legend?.corridorsShown ?? 0),
          total: count(legend?.corridorsTotal ?? 0),
        })}
      </p>
      <ViewLink patch={{ tab: "table" }} className="skip-link">
        {t("stage.asTable")}
      </ViewLink>
      <div
        ref={handle.container}
        className="stage-canvas"
        role="application"
        tabIndex={0}
        aria-label={t("stage.label")}
        aria-describedby="stage-summary"
        onKeyDown={onKeyDown}
      />
      {network.failure !== null ? (
        <div className="stage-note">
          <FailureNote what={t("what.network")} error={network.failure.error} retry={network.failure.retry} />
        </div>
      ) : (
        network.spec === null && (
          <div className="stage-note">
            <Progress what={t("what.network")} />
          </div>
        )
      )}
      {handle.isLost && (
        <div className="stage-note" role="status">
          <p className="note">{t("stage.lost")}</p>
        </div>
      )}
      {handle.hovered !== null && <HoverNote hovered={handle.hovered} network={network} />}
      {legend !== undefined && <StageLegend legend={legend} parks={parks} isLight={handle.isLight} />}
      <StageButtons stage={handle.stage} onHelp={onHelp} />
    </section>
  );
}

const viewKeys: Readonly<Record<string, Tab>> = { m: tabs[0], g: tabs[1], t: tabs[2] };
const depthKeys: Readonly<Record<string, Depth>> = { "1": 1, "2": 2, "3": 3 };
const arrows = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" } as const;
const isArrow = (key: string): key is keyof typeof arrows => key in arrows;
const panStep = 80;

/** Keys of the stage: single letters act only while it has the focus. */
function useStageKeys({ stage }: StageHandle, network: DrawnNetwork, onHelp: () => void) {
  const { t, name } = useWords();
  const { view, change, select } = useView();
  const announce = useAnnounce();
  const walk = (key: keyof typeof arrows) => {
    const placeId = placeUnder(view.selection);
    const next = stage.current?.walk(placeId, arrows[key]) ?? null;
    if (next === null) return;
    change({ selection: { kind: "place", placeId: next } }, view.selection === null ? "push" : "replace");
    const place = network.places.find(({ id }) => id === next);
    if (place !== undefined)
      announce(
        t("stage.walked", {
          name: name(place),
          exchanges: place.exchangeCount,
          enterprises: place.enterpriseCount,
        }),
      );
  };
  const pan = (key: keyof typeof arrows) => {
    const step = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;
    const [x, y] = step[arrows[key]];
    stage.current?.panBy(x * panStep, y * panStep);
  };
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
  return (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tab = viewKeys[key.toLowerCase()];
    const depth = depthKeys[key];
    if (isArrow(key)) (event.shiftKey ? pan : walk)(key);
    else if (tab !== undefined) change({ tab });
    else if (depth !== undefined) change({ depth }, "replace");
    else if (actions[key] === undefined) return;
    else actions[key]();
    event.preventDefault();
  };
}

function placeUnder(selection: Selection | null): string | null {
  if (selection === null) return null;
  return selection.kind === "place" || selection.kind === "enterprise" ? selection.placeId : selection.from;
}
