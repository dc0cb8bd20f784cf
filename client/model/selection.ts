import { layers, type Layer } from "#graph/schema/layer.ts";

/** The one selected thing of the page; the same object behind map, relation view, table, panel and URL. */
export type Selection =
  | { readonly kind: "place"; readonly id: string }
  | { readonly kind: "corridor"; readonly from: string; readonly to: string; readonly layer: Layer }
  | { readonly kind: "candidate"; readonly id: string }
  | { readonly kind: "enterprise"; readonly id: string };

/** Id of a corridor's line on the stage. */
export function corridorId(from: string, to: string, layer: Layer): string {
  return `corridor|${from}|${to}|${layer}`;
}

/** Id of a candidate's line on the stage. */
export function candidateId(id: string): string {
  return `candidate|${id}`;
}

/** Id of a selection's mark or line on the stage. */
export function stageIdOf(selection: Selection): string {
  if (selection.kind === "corridor") return corridorId(selection.from, selection.to, selection.layer);
  if (selection.kind === "candidate") return candidateId(selection.id);
  return selection.id;
}

/** Selection → short text for the query string, `place|park:P1`. `|` never occurs in an id. */
export function selectionToText(selection: Selection): string {
  if (selection.kind === "corridor") return stageIdOf(selection);
  return `${selection.kind}|${selection.id}`;
}

/** Text of a query string → selection; null for anything that is not one. */
export function selectionFromText(text: string): Selection | null {
  const [kind, first, second, third, ...rest] = text.split("|");
  if (rest.length > 0 || first === undefined || first === "") return null;
  if (kind === "corridor") {
    const layer = layers.find((name) => name === third);
    if (second === undefined || second === "" || layer === undefined) return null;
    return { kind, from: first, to: second, layer };
  }
  if (second !== undefined) return null;
  return kind === "place" || kind === "candidate" || kind === "enterprise" ? { kind, id: first } : null;
}

export function sameSelection(left: Selection | null, right: Selection | null): boolean {
  if (left === null || right === null) return left === right;
  return selectionToText(left) === selectionToText(right);
}
