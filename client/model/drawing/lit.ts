import { lineWithEnds, neighbourhood } from "./neighbourhood.ts";
import type { GraphSpec } from "./stage-spec.ts";

/** What stands out while something is selected or under the pointer. */
export interface Lit {
  /** Marks and lines that stay strong; null = nothing fades. */
  readonly strongIds: ReadonlySet<string> | null;
  /** The selected and the hovered themselves. */
  readonly chosenIds: ReadonlySet<string>;
  /** Marks whose names are written whatever the space. */
  readonly namedIds: ReadonlySet<string>;
}

const mostNames = 14;

/** Around the pointer while it is on something, else around the selection. */
export function litBy(spec: GraphSpec, hoveredId: string | null): Lit {
  const { nodes, edges, stubs, selectedId, focusIds } = spec;
  const stub = stubs.find(({ id }) => id === hoveredId);
  const line = edges.find(({ id }) => id === hoveredId);
  const strongIds =
    hoveredId === null
      ? focusIds
      : stub !== undefined
        ? new Set([stub.nodeId])
        : line === undefined
          ? neighbourhood(edges, [hoveredId], 1)
          : lineWithEnds(line);
  const chosenIds = new Set([selectedId, hoveredId].filter((id) => id !== null));
  const namedIds = new Set(chosenIds);
  for (const { id } of nodes) if (strongIds?.has(id) === true && namedIds.size < mostNames) namedIds.add(id);
  return { strongIds, chosenIds, namedIds };
}
