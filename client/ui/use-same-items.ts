import { useState } from "react";

/** The same array as long as its items are the same ones: what is derived from it is then worked out once. */
export function useSameItems<T>(items: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(items);
  const isSame = kept.length === items.length && kept.every((item, place) => Object.is(item, items[place]));
  if (!isSame) setKept(items);
  return isSame ? kept : items;
}
