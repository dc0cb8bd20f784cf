import type { Attribute } from "#graph/projection/graphs/file-view.ts";

const numberTypes = new Set(["int", "integer", "long", "short", "byte", "float", "double"]);

/** The text of an attribute by the type that its file declares; a number that is none is not known: null. */
export function typedValue(text: string, type: string): Attribute {
  if (numberTypes.has(type)) return numberFrom(text);
  if (type === "boolean") return /^(?:true|1)$/i.test(text.trim());
  return text;
}

/** A plain number; null for any other text. */
export function numberFrom(text: string): number | null {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : null;
}
