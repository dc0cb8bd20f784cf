import type { Box } from "#client/model/map/fit.ts";

/** What stands over the picture within its field. */
const overlays = ".legend, .stage-controls";

/** Tells the boxes of all that lies over a stage, in its own CSS px, now and whenever one of them comes, goes or changes. Returns its own undoing. */
export function watchCovered(container: HTMLElement, tell: (covered: readonly Box[]) => void): () => void {
  const field = container.parentElement ?? container;
  const measure = () => {
    const origin = container.getBoundingClientRect();
    const boxes = [...field.querySelectorAll(overlays)].map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return {
        left: left - origin.left,
        top: top - origin.top,
        right: right - origin.left,
        bottom: bottom - origin.top,
      };
    });
    tell(boxes.filter(({ left, right, top, bottom }) => right > left && bottom > top));
  };
  const sizes = new ResizeObserver(measure);
  const watchAll = () => {
    sizes.disconnect();
    sizes.observe(container);
    for (const element of field.querySelectorAll(overlays)) sizes.observe(element);
  };
  const parts = new MutationObserver(watchAll);
  parts.observe(field, { childList: true });
  watchAll();
  return () => {
    sizes.disconnect();
    parts.disconnect();
  };
}
