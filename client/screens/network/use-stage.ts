import { useEffect, useRef, useState, type RefObject } from "react";
import type { GraphSpec } from "#client/model/drawing/stage-spec.ts";
import { candidateId, corridorId, type Selection } from "#client/model/view/selection.ts";
import { fitsAddress, mostPlaces } from "#client/model/view/place-set.ts";
import { placeOfSelection, writeSelection } from "#client/model/view/view-state.ts";
import { listenToBoxes } from "#client/stage/controls/box-select.ts";
import { Stage, type StagePoint } from "#client/stage/stage.ts";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { watchCovered } from "./watch-covered.ts";
import { useView } from "#client/ui/view-context.tsx";

export interface Hovered {
  readonly item: Selection;
  readonly at: StagePoint;
  /** Of the stage, CSS px. */
  readonly room: { readonly width: number; readonly height: number };
}

export interface StageHandle {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<Stage | null>;
  readonly hovered: Hovered | null;
  readonly isLost: boolean;
}

/** Ids of the marks and lines a selection stands on: where the camera must be. */
export function marksOf(selection: Selection): readonly string[] {
  if (selection.kind === "corridor")
    return [corridorId(selection.from, selection.to, selection.layer), selection.from, selection.to];
  if (selection.kind === "candidate") return [candidateId(selection.id), selection.from, selection.to];
  const placeId = placeOfSelection(selection);
  return placeId === null ? [] : [placeId];
}

/** One stage a mount: made in an effect, patched by later effects, killed on the way out. */
export function useStage(container: RefObject<HTMLDivElement | null>, spec: GraphSpec | null): StageHandle {
  const { language } = useWords();
  const { view, change, select } = useView();
  const stage = useRef<Stage | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [isLost, setLost] = useState(false);
  const locale = language === "en" ? "en" : "zh";
  const mode = view.tab === "graph" ? "force" : "map";
  const first = useRef({ view, locale, mode } as const);

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const start = first.current;
    const roomOf = () => ({ width: element.clientWidth, height: element.clientHeight });
    const made = new Stage(
      element,
      {
        onHover: (item, at) => setHovered(item === null || at === null ? null : { item, at, room: roomOf() }),
        onSelect: (selection) => {
          setHovered(null);
          select(selection);
        },
        onOpen: (placeId) => select({ kind: "place", placeId }, { focusPanel: true, fly: true }),
        onCamera: (camera) => change({ camera: made.isHome ? null : camera }, "replace"),
        onLost: (state) => setLost(state === "lost"),
      },
      {
        locale: start.locale,
        mode: start.mode,
        ...(start.view.camera === null ? {} : { camera: start.view.camera }),
      },
    );
    stage.current = made;
    const unwatch = watchCovered(element, (covered) => made.setCovered(covered));
    return () => {
      unwatch();
      stage.current = null;
      made.kill();
    };
  }, [container, change, select]);

  useEffect(() => {
    if (spec !== null) stage.current?.setSpec(spec);
  }, [spec]);
  useEffect(() => stage.current?.setLocale(locale), [locale]);
  useEffect(() => stage.current?.setMode(mode), [mode]);
  useBoxes(container, stage);
  useCamera(stage);
  useFlight(stage, spec);
  return { container, stage, hovered, isLost };
}

/** A box drawn with Shift chooses the places in it, as far as an address can hold them. */
function useBoxes(container: RefObject<HTMLElement | null>, stage: RefObject<Stage | null>): void {
  const { t, count } = useWords();
  const { change } = useView();
  const announce = useAnnounce();
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    return listenToBoxes(element, (box) => {
      const ids = stage.current?.marksIn(box) ?? [];
      if (fitsAddress(ids)) change({ set: ids, setAlone: false });
      else announce(t("set.tooMany", { text: count(ids.length), most: count(mostPlaces) }));
    });
  }, [container, stage, change, announce, t, count]);
}

const near = (left: number, right: number) => Math.abs(left - right) < 2e-3;

/** Follows the camera of the address; none there means that everything is in view. */
function useCamera(stage: RefObject<Stage | null>): void {
  const { view } = useView();
  const { camera } = view;
  useEffect(() => {
    const drawn = stage.current;
    if (drawn === null) return;
    const now = drawn.camera;
    if (camera === null) {
      if (!drawn.isHome) drawn.goHome();
    } else if (!near(now.x, camera.x) || !near(now.y, camera.y) || !near(now.ratio, camera.ratio))
      drawn.setCamera(camera);
  }, [stage, camera]);
}

/**
 * Brings a new selection into view as soon as it is drawn, also one that was made in a table meanwhile. A camera that
 * came with the address of the first visit stays: that is what was sent to a colleague.
 */
function useFlight(stage: RefObject<Stage | null>, spec: GraphSpec | null): void {
  const { view, takeFlight, takeFraming } = useView();
  const { selection, camera } = view;
  useEffect(() => {
    const drawn = stage.current;
    if (selection === null) {
      takeFraming(null);
      return;
    }
    if (drawn === null || spec === null || spec.selectedId === null) return;
    const isNew = takeFraming(writeSelection(selection));
    if (isNew === false || (isNew === undefined && camera !== null)) return;
    const ids = marksOf(selection);
    if (takeFlight() || !drawn.shows(ids)) drawn.focus(ids);
  }, [stage, spec, selection, camera, takeFlight, takeFraming]);
}
