import { z } from "zod";

/** 层. Quantities of different layers never add. */
export const Layer = z
  .enum(["material", "energy", "water"])
  .describe("Layer of a resource; sludge is material");
export type Layer = z.infer<typeof Layer>;

export const layers: readonly Layer[] = Layer.options;

/** The one unit in which quantities of a layer are summed. */
export const unitByLayer = { material: "t/a", energy: "GJ/a", water: "m3/a" } as const satisfies Record<
  Layer,
  string
>;
