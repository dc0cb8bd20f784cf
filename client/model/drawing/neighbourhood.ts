/** A line between two marks. */
export interface Link {
  readonly id: string;
  readonly kind: "corridor" | "candidate";
  readonly from: string;
  readonly to: string;
}

/**
 * Marks and lines within `steps` of the start (either direction), the start included. Only real exchanges lead on: a
 * candidate of the start itself is in it with its other end, but is never walked through.
 */
export function neighbourhood(
  links: readonly Link[],
  startIds: readonly string[],
  steps: number,
): Set<string> {
  const found = new Set(startIds);
  let front = new Set(startIds);
  for (let step = 0; step < steps && front.size > 0; step += 1) {
    const next = new Set<string>();
    for (const { id, kind, from, to } of links) {
      if (kind === "candidate" || (!front.has(from) && !front.has(to))) continue;
      found.add(id);
      for (const end of [from, to]) if (!found.has(end)) next.add(end);
    }
    for (const id of next) found.add(id);
    front = next;
  }
  if (steps > 0) for (const id of candidatesAt(links, startIds)) found.add(id);
  return found;
}

/** Candidate lines of the given marks, with both ends. */
function candidatesAt(links: readonly Link[], startIds: readonly string[]): string[] {
  return links
    .filter(({ kind, from, to }) => kind === "candidate" && startIds.some((id) => id === from || id === to))
    .flatMap((link) => [...lineWithEnds(link)]);
}

/** A line with its two ends. */
export function lineWithEnds({ id, from, to }: Link): Set<string> {
  return new Set([id, from, to]);
}

/** What stays strong around a selection: null where nothing fades. */
export function focusAround(
  selectedId: string | null,
  links: readonly Link[],
  depth: 0 | 1 | 2 | 3,
): ReadonlySet<string> | null {
  if (selectedId === null || depth === 0) return null;
  const line = links.find((link) => link.id === selectedId);
  if (line === undefined) return neighbourhood(links, [selectedId], depth);
  const focus = lineWithEnds(line);
  if (depth === 1 || line.kind === "candidate") return focus;
  return neighbourhood(links, [...focus], depth - 1);
}
