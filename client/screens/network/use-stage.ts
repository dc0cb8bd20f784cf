import { useEffect, useRef, useState, type RefObject } from "react";
import type { Selection } from "#client/model/view/selection.ts";
import type { GraphSpec } from "#client/model/drawing/stage-spec.ts";
import { regionCentre } from "#client/model/drawing/place-positions.ts";
import { placeOfSelection, type Camera } from "#client/model/view/view-state.ts";
import { Stage, type StagePoint } from "#client/stage/stage.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

export interface Hovered {
  readonly item: Selection;
  readonly at: StagePoint;
}

export interface StageHandle {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<Stage | null>;
  readonly hovered: Hovered | null;
  readonly isLost: boolean;
  readonly isLight: boolean;
}

const near = (left: number, right: number) => Math.abs(left - right) < 2e-3;

/** The camera as the address keeps it: nothing while the whole region is in view. */
function kept(camera: Camera): Camera | null {
  const isHome = near(camera.ratio, 1) && near(camera.x, regionCentre.x) && near(camera.y, regionCentre.y);
  return isHome ? null : camera;
}

/** Ids of the marks a selection stands on: where the camera must be. */
export function marksOf(selection: Selection): readonly string[] {
  const placeId = placeOfSelection(selection);
  if (placeId !== null) return [placeId];
  return selection.kind === "corridor" || selection.kind === "candidate"
    ? [selection.from, selection.to]
    : [];
}

/** One stage a mount: made in an effect, patched by later effects, killed on the way out. */
export function useStage(spec: GraphSpec | null): StageHandle {
  const { language } = useWords();
  const { view, change, select, takeFlight } = useView();
  const container = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [isLost, setLost] = useState(false);
  const [isLight, setLight] = useState(false);
  const locale = language === "en" ? "en" : "zh";
  const mode = view.tab === "graph" ? "force" : "map";
  const first = useRef({ view, locale, mode } as const);

  useEffect(() => {
    if (container.current === null) return undefined;
    const start = first.current;
    const made = new Stage(
      container.current,
      {
        onHover: (item, at) => setHovered(item === null || at === null ? null : { item, at }),
        onSelect: (selection) => select(selection),
        onOpen: (placeId) => select({ kind: "place", placeId }, { focusPanel: true, fly: true }),
        onCamera: (camera) => change({ camera: kept(camera) }, "replace"),
        onLost: (state) => setLost(state === "lost"),
      },
      {
        locale: start.locale,
        mode: start.mode,
        ...(start.view.camera === null ? {} : { camera: start.view.camera }),
      },
    );
    stage.current = made;
    setLight(made.lightMode);
    return () => {
      stage.current = null;
      made.kill();
    };
  }, [change, select]);

  useEffect(() => {
    if (spec !== null) stage.current?.setSpec(spec);
  }, [spec]);
  useEffect(() => stage.current?.setLocale(locale), [locale]);
  useEffect(() => stage.current?.setMode(mode), [mode]);
  useEffect(() => {
    const camera = view.camera ?? { ...regionCentre, ratio: 1 };
    const now = stage.current?.camera;
    if (now === undefined) return;
    if (!near(now.x, camera.x) || !near(now.y, camera.y) || !near(now.ratio, camera.ratio))
      stage.current?.setCamera(camera);
  }, [view.camera]);
  useEffect(() => {
    if (view.selection === null || stage.current === null) return;
    const flies = takeFlight();
    const ids = marksOf(view.selection);
    if (flies || ids.some((id) => !isInView(stage.current, container.current, id))) stage.current.focus(ids);
  }, [view.selection, takeFlight]);

  return { container, stage, hovered, isLost, isLight };
}

function isInView(stage: Stage | null, container: HTMLElement | null, id: string): boolean {
  const at = stage?.screenPosition(id) ?? null;
  if (at === null || container === null) return true;
  return at.x >= 0 && at.y >= 0 && at.x <= container.clientWidth && at.y <= container.clientHeight;
}
