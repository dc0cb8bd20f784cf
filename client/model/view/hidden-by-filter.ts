import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";
import type { Facets } from "#graph/schema/answers/facets.ts";

export type Dimension =
  | "layer"
  | "status"
  | "linkKind"
  | "province"
  | "source"
  | "year"
  | "pooled"
  | "internal"
  | "synthetic";

/** One condition of the filter, how many exchanges come back when it alone is dropped, and the filter without it. */
export interface Relaxation {
  readonly dimension: Dimension;
  /** Null for years and provinces: an exchange may belong to several of them, so their counts do not add up. */
  readonly exchanges: number | null;
  readonly filter: NetworkFilter;
}

const sum = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((total, { count }) => total + count, 0);

/**
 * What the filter leaves out, condition by condition, most first. Facets count each dimension under all other
 * conditions, so the difference to `matching` is exactly what dropping that one condition brings back. Exchanges that
 * two conditions leave out appear in none of the rows.
 */
export function relaxations(facets: Facets): readonly Relaxation[] {
  const { filter, matching } = facets;
  const row = (dimension: Dimension, counts: Facets["layer"], patch: Partial<NetworkFilter>): Relaxation => ({
    dimension,
    exchanges: sum(counts) - matching,
    filter: { ...filter, ...patch },
  });
  const counted = [
    row("layer", facets.layer, { layers: [...Layer.options] }),
    row("status", facets.status, { statuses: [...ExchangeStatus.options] }),
    row("linkKind", facets.linkKind, { linkKinds: [...LinkKind.options] }),
    row("source", facets.source, { sourceKinds: [] }),
    row("pooled", facets.pooled, { pooled: true }),
    row("internal", facets.internal, { internal: true }),
    row("synthetic", facets.synthetic, { synthetic: true }),
  ];
  const uncounted: Relaxation[] = [];
  if (filter.provinceCodes.length > 0)
    uncounted.push({ dimension: "province", exchanges: null, filter: { ...filter, provinceCodes: [] } });
  if (filter.yearFrom !== null || filter.yearTo !== null)
    uncounted.push({
      dimension: "year",
      exchanges: null,
      filter: { ...filter, yearFrom: null, yearTo: null, undated: true },
    });
  return [
    ...counted
      .filter(({ exchanges }) => (exchanges ?? 0) > 0)
      .sort((left, right) => (right.exchanges ?? 0) - (left.exchanges ?? 0)),
    ...uncounted,
  ];
}
