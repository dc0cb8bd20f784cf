import { FailureNote } from "#client/ui/asked.tsx";
import { LayerChoice } from "#client/ui/layer-choice.tsx";
import { MeasureProgress } from "#client/ui/measure-progress.tsx";
import { useWords } from "#client/ui/use-words.ts";
import type { StageMeasure } from "./use-stage-measures.ts";

/** Why the marks do not carry a measure yet: it is being computed, needs one layer, was called off, or failed. */
export function MeasureState({ measure: { metric, measuring } }: { readonly measure: StageMeasure }) {
  const { name } = useWords();
  if (metric === null) return null;
  const title = name(metric.description);
  if (measuring.needsLayer) return <LayerChoice />;
  if (measuring.error !== null)
    return <FailureNote what={title} error={measuring.error} retry={() => void measuring.refetch()} />;
  return <MeasureProgress what={title} measuring={measuring} />;
}
