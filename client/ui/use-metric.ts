import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import {
  knownMetric,
  type AskedMetric,
  type KnownMetric,
  type MetricUse,
} from "#client/model/view/asked-metric.ts";
import { metricCatalogueQuery, metricQuery, progressKey } from "#client/queries.ts";
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
  /** Under which the share that is done is kept. */
  readonly progressKey: readonly unknown[];
  readonly cancel: () => void;
  readonly refetch: () => unknown;
}

/** The values of a measure under the filter; nothing is asked for null. */
export function useMetric(metric: KnownMetric | null): Measuring {
  const asked = useMemo(() => (metric === null ? [] : [metric]), [metric]);
  return useMetrics(asked)[0] ?? notAsked;
}

/** The values of several measures under the filter. */
export function useMetrics(metrics: readonly KnownMetric[]): readonly Measuring[] {
  const { view } = useView();
  const { filter } = view;
  const client = useQueryClient();
  const waits = ({ description }: KnownMetric) => description.needsOneLayer && filter.layers.length > 1;
  const queries = metrics.map((metric) => ({
    ...metricQuery(metric.asked, filter),
    enabled: !waits(metric),
  }));
  return useQueries({ queries }).map(({ data, error, fetchStatus, refetch }, place): Measuring => {
    const metric = metrics[place];
    const needsLayer = metric !== undefined && waits(metric);
    const isOpen = !needsLayer && data === undefined && error === null;
    return {
      report: needsLayer ? undefined : data,
      error,
      needsLayer,
      isComputing: isOpen && fetchStatus !== "idle",
      isCancelled: isOpen && fetchStatus === "idle",
      progressKey: progressKey(queries[place]?.queryKey ?? []),
      cancel: () => void client.cancelQueries({ queryKey: queries[place]?.queryKey ?? [] }),
      refetch,
    };
  });
}

const notAsked: Measuring = {
  report: undefined,
  error: null,
  needsLayer: false,
  isComputing: false,
  isCancelled: false,
  progressKey: [],
  cancel: () => undefined,
  refetch: () => undefined,
};
