import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import {
  knownMetric,
  type AskedMetric,
  type KnownMetric,
  type MetricUse,
} from "#client/model/view/asked-metric.ts";
import { metricCatalogueQuery, metricQuery } from "#client/queries.ts";
import { useView } from "./view-context.tsx";

/** Measures of the address under the catalogue, those it does not hold left out; undefined while the catalogue is on its way. */
export function useKnownMetrics(
  asked: readonly AskedMetric[],
  use: MetricUse,
): readonly KnownMetric[] | undefined {
  const catalogue = useQuery({ ...metricCatalogueQuery(), enabled: asked.length > 0 }).data?.items;
  return useMemo(
    () =>
      catalogue === undefined
        ? undefined
        : asked.flatMap((one) => knownMetric(one, catalogue, use).known ?? []),
    [asked, catalogue, use],
  );
}

/** How far a measure has come. */
export interface Measuring {
  readonly report: MetricReport | undefined;
  readonly error: Error | null;
  /** It sums quantities, and the filter holds several layers. */
  readonly needsLayer: boolean;
  readonly isComputing: boolean;
  /** It was asked for, and then called off. */
  readonly isCancelled: boolean;
  readonly cancel: () => void;
  readonly refetch: () => unknown;
}

/** The values of a measure under the filter; nothing is asked for null. */
export function useMetric(metric: KnownMetric | null): Measuring {
  const { view } = useView();
  const client = useQueryClient();
  const needsLayer = metric !== null && metric.description.needsOneLayer && view.filter.layers.length > 1;
  const query = metricQuery(metric?.asked ?? nothing, view.filter);
  const { data, error, fetchStatus, refetch } = useQuery({
    ...query,
    enabled: metric !== null && !needsLayer,
  });
  const isAsked = metric !== null && !needsLayer && data === undefined && error === null;
  return {
    report: metric === null || needsLayer ? undefined : data,
    error,
    needsLayer,
    isComputing: isAsked && fetchStatus !== "idle",
    isCancelled: isAsked && fetchStatus === "idle",
    cancel: () => void client.cancelQueries({ queryKey: query.queryKey }),
    refetch,
  };
}

const nothing: AskedMetric = { id: "", parameters: {} };
