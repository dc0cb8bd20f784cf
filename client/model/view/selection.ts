import type { Layer } from "#graph/schema/records/layer.ts";

/**
 * The one selected thing of the page; the same object behind map, relation view, table, panel and address. Ends of a
 * candidate and the place of an enterprise travel along: the API finds them by place.
 */
export type Selection =
  | { readonly kind: "place"; readonly placeId: string }
  | { readonly kind: "corridor"; readonly from: string; readonly to: string; readonly layer: Layer }
  | { readonly kind: "enterprise"; readonly placeId: string; readonly id: string }
  | { readonly kind: "candidate"; readonly from: string; readonly to: string; readonly id: string }
  /** A resource code, or a name as records write it. */
  | { readonly kind: "material"; readonly id: string };

/** Id of a corridor's line on the stage. */
export function corridorId(from: string, to: string, layer: Layer): string {
  return `corridor|${from}|${to}|${layer}`;
}

/** Id of a candidate line on the stage: one line for all candidates of a pair of places, named by the best of them. */
export function candidateId(id: string): string {
  return `candidate|${id}`;
}

/** Whether two selections mean the same thing. */
export function sameSelection(left: Selection | null, right: Selection | null): boolean {
  return selectionKey(left) === selectionKey(right);
}

function selectionKey(selection: Selection | null): string {
  if (selection === null) return "";
  if (selection.kind === "corridor") return corridorId(selection.from, selection.to, selection.layer);
  return selection.kind === "place" ? selection.placeId : `${selection.kind}|${selection.id}`;
}
