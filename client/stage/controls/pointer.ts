import type { Sigma } from "sigma";
import type { StagePoint } from "#client/stage/stage-types.ts";

export interface PointerActions {
  hover(at: StagePoint | null): void;
  click(at: StagePoint): void;
  doubleClick(at: StagePoint): void;
}

/** A press that moved less than this is a click, CSS px. */
const dragDistance = 3;

/** Reads the pointer: hovering at most once a frame, clicks that are not drags, double clicks that do not zoom. Returns its own undoing. */
export function listenToPointer(
  renderer: Sigma,
  container: HTMLElement,
  actions: PointerActions,
): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let pressed: StagePoint | null = null;
  let latest: StagePoint | null = null;
  let frame: number | null = null;
  const placeOf = (event: PointerEvent): StagePoint => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  container.addEventListener("pointerdown", (event) => (pressed = placeOf(event)), options);
  container.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch" || event.buttons !== 0) return;
      latest = placeOf(event);
      frame ??= requestAnimationFrame(() => {
        frame = null;
        if (latest !== null) actions.hover(latest);
      });
    },
    options,
  );
  container.addEventListener(
    "pointerleave",
    () => {
      latest = null;
      actions.hover(null);
    },
    options,
  );
  renderer.on("clickStage", ({ event }) => {
    const { original } = event;
    if ("detail" in original && original.detail > 1) return;
    if (pressed !== null && Math.hypot(event.x - pressed.x, event.y - pressed.y) > dragDistance) return;
    actions.click({ x: event.x, y: event.y });
  });
  renderer.on("doubleClickStage", (payload) => {
    payload.preventSigmaDefault();
    actions.doubleClick({ x: payload.event.x, y: payload.event.y });
  });
  return () => {
    stop.abort();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}
