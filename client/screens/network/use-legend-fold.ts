import { useCallback, useState } from "react";

const savedKey = "gongsheng.legend";
/** Under this width the open legend would take the picture's place. */
const narrowest = 561;

/** The fold chosen on an earlier visit; null where none was, or the browser forbids storage. */
function savedFold(): boolean | null {
  try {
    const saved = localStorage.getItem(savedKey);
    return saved === "open" ? true : saved === "folded" ? false : null;
  } catch {
    return null;
  }
}

/** Whether the legend is open, remembered on this device; at first it is open wherever there is room. */
export function useLegendFold(): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => savedFold() ?? globalThis.innerWidth >= narrowest);
  const choose = useCallback((open: boolean) => {
    setOpen(open);
    try {
      localStorage.setItem(savedKey, open ? "open" : "folded");
    } catch {
      // Storage forbidden: the choice then lasts as long as the page.
    }
  }, []);
  return [isOpen, choose];
}
