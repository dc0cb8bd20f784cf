import type { Text } from "#graph/schema/text.ts";

/** Something that is not known about a candidate and can be found out. */
export interface OpenDatum extends Text {
  readonly how: Text;
  /** The question, where one end can answer it by telephone. */
  readonly ask: { readonly of: "supplier" | "receiver"; readonly text: Text } | null;
  /** Chance that the answer ends the matter, 0 to 1: a stated guess, but where a gate knows better. */
  readonly risk: number;
  /** 1 = a call or a look at a map, 2 = an office or a paper, 4 = a sample and a laboratory. */
  readonly effort: number;
}

/**
 * The order in which to find things out: risk ÷ effort, greatest first. When every answer can end the matter, this order
 * makes the expected effort until the first "no" least (Mitten 1960, J. Industrial Engineering 11:17), so the first datum
 * is the one worth most. Ties keep their order.
 */
export function byValue(data: readonly OpenDatum[]): readonly OpenDatum[] {
  return data.toSorted((left, right) => right.risk / right.effort - left.risk / left.effort);
}
