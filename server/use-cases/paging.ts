/** The part of a list a request asks for. `cursorAt` makes the cursor of another offset of the same list. */
export interface PageWindow {
  readonly offset: number;
  readonly limit: number;
  readonly cursorAt: (offset: number) => string;
}

export interface PageOf<T> {
  items: T[];
  total: number;
  next: string | null;
  networkVersion: number;
}

/** The window's page of a list that is wholly at hand; `toView` is called for its items only. */
export function slicePage<T, V>(
  all: readonly T[],
  window: PageWindow,
  networkVersion: number,
  toView: (item: T) => V,
): PageOf<V> {
  const items = all.slice(window.offset, window.offset + window.limit).map(toView);
  return { items, total: all.length, next: nextOf(window, all.length), networkVersion };
}

/** Cursor of the following page, or null on the last one. */
export function nextOf(window: PageWindow, total: number): string | null {
  const end = window.offset + window.limit;
  return end < total ? window.cursorAt(end) : null;
}

/** A list that always fits one page. */
export function wholePage<T>(items: readonly T[], networkVersion: number): PageOf<T> {
  return { items: [...items], total: items.length, next: null, networkVersion };
}
