import { candidateId, corridorId, type Selection } from "#client/model/view/selection.ts";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import type { StageEdge, StageNode } from "./stage-spec.ts";

/** Id of the mark or line that stands for a selection; null where none does. */
export function drawnSelection(
  selection: Selection | null,
  nodes: readonly StageNode[],
  edges: readonly StageEdge[],
): string | null {
  if (selection === null || selection.kind === "material" || selection.kind === "why-not") return null;
  const drawnMark = (id: string | null) => (nodes.some((node) => node.id === id) ? id : null);
  if (selection.kind !== "corridor" && selection.kind !== "candidate") return drawnMark(selection.placeId);
  const id =
    selection.kind === "corridor"
      ? corridorId(selection.from, selection.to, selection.layer)
      : candidateId(selection.id);
  if (edges.some((edge) => edge.id === id)) return id;
  // A corridor with an unknown end is a stub of the known one.
  const ends = [selection.from, selection.to].filter((end) => isKnownPlace(placeKindOf(end)));
  return ends.length === 1 ? drawnMark(ends[0] ?? null) : null;
}
