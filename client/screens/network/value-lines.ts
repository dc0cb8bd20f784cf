import type { Layer } from "#graph/schema/records/layer.ts";
import { metricUnit } from "#client/ui/metric-unit.ts";
import type { Words } from "#client/ui/use-words.ts";
import type { StageMeasures } from "./use-stage-measures.ts";

/** What a place's mark carries, in words: a line for each measure on the stage. */
export function valueLines(
  placeId: string,
  { colour, size }: StageMeasures,
  { layers, words }: { readonly layers: readonly Layer[]; readonly words: Words },
): readonly string[] {
  const { t, name, measure } = words;
  const lines = [colour.measured, size.measured].flatMap((measured) => {
    const value = measured?.valueById.get(placeId);
    if (measured == null || value === undefined) return [];
    const unit = metricUnit(measured.metric, layers, words);
    const text = value === null ? t("metric.undefined") : `${measure(value)} ${unit}`.trimEnd();
    return [t("measure.value", { name: name(measured.metric), text })];
  });
  return [...new Set(lines)];
}
