import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { Words } from "./use-words.ts";

/** The unit of a measure's values under a filter; empty for a pure number, and while several layers leave it open. */
export function metricUnit(
  { unit }: MetricDescription,
  layers: readonly Layer[],
  words: Pick<Words, "unit">,
): string {
  if (unit === "1") return "";
  if (unit !== "layer") return words.unit(unit);
  const [layer, ...others] = layers;
  return layer === undefined || others.length > 0 ? "" : words.unit(unitByLayer[layer]);
}
