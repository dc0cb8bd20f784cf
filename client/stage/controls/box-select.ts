import type { StagePoint } from "#client/stage/stage-types.ts";

/** Corners of a box in CSS px of its container. */
export interface DrawnBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A drag that is smaller than this was meant as a click, CSS px. */
const leastSide = 6;

/** Shift and a drag draw a box in place of moving the view. Calls back with the box; returns its own undoing. */
export function listenToBoxes(container: HTMLElement, onBox: (box: DrawnBox) => void): () => void {
  const stop = new AbortController();
  const placeOf = ({ clientX, clientY }: MouseEvent): StagePoint => {
    const { left, top } = container.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  // In the capture phase: the view must not hear of this press, or it would move.
  container.addEventListener(
    "mousedown",
    (event) => {
      if (!event.shiftKey || event.button !== 0) return;
      event.stopPropagation();
      event.preventDefault();
      drawBox(container, { start: placeOf(event), placeOf, signal: stop.signal, onBox });
    },
    { capture: true, signal: stop.signal },
  );
  return () => stop.abort();
}

interface Drag {
  readonly start: StagePoint;
  readonly placeOf: (event: MouseEvent) => StagePoint;
  readonly signal: AbortSignal;
  readonly onBox: (box: DrawnBox) => void;
}

function drawBox(container: HTMLElement, { start, placeOf, signal, onBox }: Drag): void {
  const frame = document.createElement("div");
  frame.className = "stage-box";
  container.append(frame);
  const end = new AbortController();
  const options = { signal: AbortSignal.any([signal, end.signal]) };
  options.signal.addEventListener("abort", () => frame.remove(), { once: true });
  const boxTo = ({ x, y }: StagePoint): DrawnBox => ({
    left: Math.min(start.x, x),
    top: Math.min(start.y, y),
    right: Math.max(start.x, x),
    bottom: Math.max(start.y, y),
  });
  globalThis.addEventListener(
    "mousemove",
    (event) => {
      const { left, top, right, bottom } = boxTo(placeOf(event));
      frame.style.transform = `translate(${left}px, ${top}px)`;
      frame.style.width = `${right - left}px`;
      frame.style.height = `${bottom - top}px`;
    },
    options,
  );
  globalThis.addEventListener(
    "mouseup",
    (event) => {
      end.abort();
      const box = boxTo(placeOf(event));
      if (box.right - box.left >= leastSide && box.bottom - box.top >= leastSide) onBox(box);
    },
    options,
  );
}
