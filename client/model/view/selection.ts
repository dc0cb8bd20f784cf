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
  | { readonly kind: "material"; readonly id: string }
  /** What keeps a link from being a candidate; null where it is still to be chosen. */
  | {
      readonly kind: "why-not";
      readonly supplierId: string | null;
      readonly receiverId: string | null;
      readonly code: string | null;
    }
  /** The exchanges of which an end is not known: those of one place, or all (null). */
  | { readonly kind: "unknown-ends"; readonly placeId: string | null };

/** Id of a corridor's line on the stage. */
export function corridorId(from: string, to: string, layer: Layer): string {
  return `corridor|${from}|${to}|${layer}`;
}

/** Id of a candidate line on the stage: one line for all candidates of a pair of places, named by the best of them. */
export function candidateId(id: string): string {
  return `candidate|${id}`;
}

/** Id of a stub on the stage: what one place gives or takes in one layer without its other end being known. */
export function stubId(placeId: string, layer: Layer, direction: "out" | "in"): string {
  return `stub|${placeId}|${layer}|${direction}`;
}

/** Whether two selections mean the same thing. */
export function sameSelection(left: Selection | null, right: Selection | null): boolean {
  return selectionKey(left) === selectionKey(right);
}

function selectionKey(selection: Selection | null): string {
  if (selection === null) return "";
  if (selection.kind === "corridor") return corridorId(selection.from, selection.to, selection.layer);
  if (selection.kind === "place") return selection.placeId;
  if (selection.kind === "unknown-ends") return `${selection.kind}|${selection.placeId ?? ""}`;
  if (selection.kind === "why-not")
    return [selection.kind, selection.supplierId, selection.receiverId, selection.code].join("|");
  return `${selection.kind}|${selection.id}`;
}
