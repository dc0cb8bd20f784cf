import { useEffect, useState, type RefObject } from "react";
import { freeFrame } from "#client/model/map/fit.ts";
import { watchCovered } from "./watch-covered.ts";

/** Steps of the aspect: a layout is not made anew for every pixel of a window. */
const step = 0.25;

/** Width by height, in steps of a quarter, of the part of a stage that legend and buttons leave free. */
export function useAspect(container: RefObject<HTMLElement | null>): number {
  const [aspect, setAspect] = useState(1);
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    return watchCovered(element, (covered) => {
      const { clientWidth: width, clientHeight: height } = element;
      const { left, top, right, bottom } = freeFrame({ width, height, covered });
      if (right > left && bottom > top)
        setAspect(Math.max(step, Math.round((right - left) / (bottom - top) / step) * step));
    });
  }, [container]);
  return aspect;
}
