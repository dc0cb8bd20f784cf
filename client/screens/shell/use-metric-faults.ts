import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import {
  knownMetric,
  sideBySide,
  writeAskedMetric,
  type AskedMetric,
  type MetricUse,
} from "#client/model/view/asked-metric.ts";
import type { IgnoredText, ViewState } from "#client/model/view/view-state.ts";
import { metricCatalogueQuery } from "#client/queries.ts";
import { useView } from "#client/ui/view-context.tsx";

/** Measures of the address that the catalogue does not hold, or not with these parameters: told like all that is not understood. */
export function useMetricFaults(): readonly IgnoredText[] {
  const { view } = useView();
  const { metrics, colour, size, hulls } = view;
  const isAsked = metrics.length > 0 || colour !== null || size !== null || hulls !== null;
  const catalogue = useQuery({ ...metricCatalogueQuery(), enabled: isAsked }).data?.items;
  return useMemo(
    () => (catalogue === undefined ? [] : faultsOf({ metrics, colour, size, hulls }, catalogue)),
    [metrics, colour, size, hulls, catalogue],
  );
}

function faultsOf(
  { metrics, colour, size, hulls }: Pick<ViewState, "metrics" | "colour" | "size" | "hulls">,
  catalogue: readonly MetricDescription[],
): readonly IgnoredText[] {
  const asked: readonly (readonly [key: string, MetricUse, AskedMetric | null])[] = [
    ...metrics.map((metric) => ["metric", "table", metric] as const),
    ["colour", "marks", colour],
    ["size", "marks", size],
    ["hulls", "outlines", hulls],
  ];
  const columns = metrics.flatMap((metric) => knownMetric(metric, catalogue, "table").known ?? []);
  return [
    ...asked.flatMap(([key, use, metric]) =>
      metric === null ? [] : knownMetric(metric, catalogue, use).faults.map((fault) => [key, fault] as const),
    ),
    ...sideBySide(columns).apart.map((metric) => ["metric", writeAskedMetric(metric.asked)] as const),
  ];
}
