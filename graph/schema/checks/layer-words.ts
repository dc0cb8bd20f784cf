import type { Layer } from "#graph/schema/records/layer.ts";

/** Chinese names of the layers, as sentences have them. */
export const layerWords: Readonly<Record<Layer, string>> = {
  material: "物质",
  energy: "能量",
  water: "水",
};
