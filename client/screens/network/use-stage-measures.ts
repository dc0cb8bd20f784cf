import { useMemo } from "react";
import type { Place } from "#graph/schema/answers/place.ts";
import type { GraphSpecInput } from "#client/model/drawing/graph-spec.ts";
import { measurePlaces, type Measured } from "#client/model/drawing/measured.ts";
import type { AskedMetric, KnownMetric, MetricUse } from "#client/model/view/asked-metric.ts";
import { useKnownMetrics, useMetric, type Measuring } from "#client/ui/use-metric.ts";
import { useView } from "#client/ui/view-context.tsx";

/** A measure that marks shall carry, and how far it has come. */
export interface StageMeasure {
  readonly metric: KnownMetric | null;
  readonly measuring: Measuring;
  /** What marks carry; null until it is computed, and where nothing is asked for. */
  readonly measured: Measured | null;
}

export interface StageMeasures {
  readonly colour: StageMeasure;
  readonly size: StageMeasure;
  readonly communities: StageMeasure;
  /** The same as the drawing takes it. */
  readonly looks: Pick<GraphSpecInput, "colourBy" | "sizeBy" | "members">;
}

const none: readonly never[] = [];

function useStageMeasure(asked: AskedMetric | null, use: MetricUse, places: readonly Place[]): StageMeasure {
  const wanted = useMemo(() => (asked === null ? none : [asked]), [asked]);
  const metric = useKnownMetrics(wanted, use)?.[0] ?? null;
  const measuring = useMetric(metric);
  const { report } = measuring;
  const measured = useMemo(
    () => (report?.result.kind === "byNode" ? measurePlaces(report.metric, report.result, places) : null),
    [report, places],
  );
  return { metric, measuring, measured };
}

/** Measures of the address that colour, size or enclose the marks. */
export function useStageMeasures(places: readonly Place[]): StageMeasures {
  const { view } = useView();
  const colour = useStageMeasure(view.colour, "marks", places);
  const size = useStageMeasure(view.size, "marks", places);
  const communities = useStageMeasure(view.hulls, "outlines", places);
  const result = communities.measuring.report?.result;
  const [colourBy, sizeBy, method] = [colour.measured, size.measured, view.classes];
  const looks = useMemo(
    () => ({
      ...(colourBy === null ? {} : { colourBy: { measured: colourBy, method } }),
      ...(sizeBy === null ? {} : { sizeBy }),
      ...(result?.kind === "partition" ? { members: result.members } : {}),
    }),
    [colourBy, sizeBy, method, result],
  );
  return { colour, size, communities, looks };
}
