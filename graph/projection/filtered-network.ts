import { flowOf, type Exchange } from "#graph/schema/exchange.ts";
import type { Enterprise } from "#graph/schema/enterprise.ts";
import type { NetworkFilter } from "#graph/schema/filter.ts";
import type { Network } from "#graph/schema/network.ts";
import { SymbiosisError } from "#graph/errors.ts";
import { placeIdOf } from "#graph/schema/place.ts";

/** A network after its filter: the only thing projections and metrics read. */
export interface FilteredNetwork {
  readonly network: Network;
  readonly filter: NetworkFilter;
  /** Exchanges the filter left, in the network's order. */
  readonly exchanges: readonly Exchange[];
  readonly enterpriseById: ReadonlyMap<string, Enterprise>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
}

/** Applies the filter. Enterprises are never removed by it, except pooled and synthetic ones when switched off (see `enterprisesOf`). */
export function applyFilter(network: Network, filter: NetworkFilter): FilteredNetwork {
  const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  const placeIdByEnterprise = new Map(
    network.enterprises.map((enterprise) => [enterprise.id, placeIdOf(enterprise)]),
  );
  const keep = exchangePredicate(filter, enterpriseById);
  return { network, filter, exchanges: network.exchanges.filter(keep), enterpriseById, placeIdByEnterprise };
}

/** Enterprises that are nodes under the filter: isolated ones count, pooled and synthetic ones only if switched on. */
export function enterprisesOf({ network, filter }: FilteredNetwork): readonly Enterprise[] {
  return network.enterprises.filter(
    (enterprise) =>
      (filter.pooled || enterprise.kind !== "pooled") && (filter.synthetic || !enterprise.evidence.synthetic),
  );
}

/** The place at which an end of an exchange stands. Throws `internal` for an unknown id: a store never holds one. */
export function placeIdOfEnd({ placeIdByEnterprise }: FilteredNetwork, enterpriseId: string): string {
  const placeId = placeIdByEnterprise.get(enterpriseId);
  if (placeId === undefined)
    throw new SymbiosisError("internal", `exchange points at missing enterprise ${enterpriseId}`);
  return placeId;
}

/** Internal reuse under all other conditions of the filter: counted apart, whether the filter keeps it or not. */
export function internalReuseOf({ network, filter, enterpriseById }: FilteredNetwork): readonly Exchange[] {
  const keep = exchangePredicate({ ...filter, internal: true }, enterpriseById);
  return network.exchanges.filter((exchange) => exchange.sameCompany === true && keep(exchange));
}

/** The yearly flow of an exchange in its layer's own unit, or null. */
export function layerFlowOf(exchange: Exchange): number | null {
  const flow = flowOf(exchange);
  if (flow === null) return null;
  return exchange.layer === "energy" && flow.perYearUnit !== "GJ/a" ? null : flow.perYear;
}

export type Predicate = (exchange: Exchange) => boolean;

export type FilterDimension =
  | "layer"
  | "status"
  | "linkKind"
  | "province"
  | "source"
  | "year"
  | "pooled"
  | "internal"
  | "synthetic";

/** The filter as a list of named conditions, so that a facet can leave one out. */
export function exchangeConditions(
  filter: NetworkFilter,
  enterpriseById: ReadonlyMap<string, Enterprise>,
): Readonly<Record<FilterDimension, Predicate>> {
  const ends = (exchange: Exchange) =>
    [enterpriseById.get(exchange.supplierId), enterpriseById.get(exchange.receiverId)] as const;
  const inYears = ({ yearFrom, yearTo }: Exchange) => {
    if (filter.yearFrom === null && filter.yearTo === null) return true;
    if (yearFrom === null && yearTo === null) return filter.undated;
    const first = yearFrom ?? yearTo ?? 0;
    const last = yearTo ?? yearFrom ?? 0;
    return last >= (filter.yearFrom ?? -Infinity) && first <= (filter.yearTo ?? Infinity);
  };
  return {
    layer: (exchange) => filter.layers.includes(exchange.layer),
    status: (exchange) => filter.statuses.includes(exchange.status),
    linkKind: (exchange) => filter.linkKinds.includes(exchange.linkKind),
    province: (exchange) =>
      filter.provinceCodes.length === 0 ||
      ends(exchange).some((end) => filter.provinceCodes.includes(end?.provinceCode ?? "")),
    source: (exchange) =>
      filter.sourceKinds.length === 0 || filter.sourceKinds.includes(exchange.evidence.sourceKind),
    year: inYears,
    pooled: (exchange) => filter.pooled || ends(exchange).every((end) => end?.kind !== "pooled"),
    internal: (exchange) => filter.internal || exchange.sameCompany !== true,
    synthetic: (exchange) => filter.synthetic || !isEstimated(exchange, ends(exchange)),
  };
}

/** Estimated: made by the generator, inferred, or hanging on an enterprise that the generator made. */
export function isEstimated(exchange: Exchange, ends: readonly (Enterprise | undefined)[]): boolean {
  const { synthetic, grade } = exchange.evidence;
  return synthetic || grade === "inferred" || ends.some((end) => end?.evidence.synthetic === true);
}

function exchangePredicate(
  filter: NetworkFilter,
  enterpriseById: ReadonlyMap<string, Enterprise>,
): Predicate {
  const conditions = Object.values(exchangeConditions(filter, enterpriseById));
  return (exchange) => conditions.every((condition) => condition(exchange));
}
