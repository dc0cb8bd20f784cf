/** A line between two marks. */
export interface Link {
  readonly id: string;
  readonly kind: "corridor" | "candidate";
  readonly from: string;
  readonly to: string;
  /** Whether one may go on from its far end: not through a candidate, nor through an end that stands for many. */
  readonly carriesPath: boolean;
}

/**
 * Marks and lines within `steps` of the start (either direction), the start included. What carries no path is in it with
 * its far end, but is never walked through; candidates are those of the start alone.
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
    const leaves = new Set<string>();
    for (const { id, kind, from, to, carriesPath } of links) {
      if ((kind === "candidate" && step > 0) || (!front.has(from) && !front.has(to))) continue;
      found.add(id);
      for (const end of [from, to]) if (!found.has(end)) (carriesPath ? next : leaves).add(end);
    }
    for (const id of [...next, ...leaves]) found.add(id);
    front = next;
  }
  return found;
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
