import { SymbiosisError } from "#graph/errors.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { flowOf, type Exchange } from "#graph/schema/records/exchange.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { exchangeConditions } from "./conditions.ts";
import { subjectOf } from "./subject.ts";
import { indexNetwork, type NetworkIndex } from "#graph/projection/network-index.ts";

/** A network after its filter: the only thing projections and metrics read. */
export interface FilteredNetwork {
  readonly network: Network;
  readonly filter: NetworkFilter;
  /** Exchanges the filter left, in the network's order. */
  readonly exchanges: readonly Exchange[];
  /** By position of an exchange in `exchanges`: positions of its ends in `network.enterprises`. */
  readonly suppliers: Uint32Array;
  readonly receivers: Uint32Array;
  readonly index: NetworkIndex;
  readonly enterpriseById: ReadonlyMap<string, Enterprise>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
}

/** Applies the filter. Enterprises are never removed by it, except pooled and synthetic ones when switched off (see `enterprisesOf`). */
export function applyFilter(network: Network, filter: NetworkFilter): FilteredNetwork {
  const index = indexNetwork(network);
  const kept = positionsKept(network, filter);
  return {
    network,
    filter,
    exchanges: kept.flatMap((position) => network.exchanges[position] ?? []),
    suppliers: pick(index.suppliers, kept),
    receivers: pick(index.receivers, kept),
    index,
    get enterpriseById() {
      return index.enterpriseById;
    },
    get placeIdByEnterprise() {
      return index.placeIdByEnterprise;
    },
  };
}

/** Enterprises that are nodes under the filter: isolated ones count, pooled and synthetic ones only if switched on. */
export function enterprisesOf({ network, filter }: FilteredNetwork): readonly Enterprise[] {
  return network.enterprises.filter((enterprise) => isNode(enterprise, filter));
}

export function isNode({ kind, evidence }: Enterprise, filter: NetworkFilter): boolean {
  return (filter.pooled || kind !== "pooled") && (filter.synthetic || !evidence.synthetic);
}

/** The place at which an end of an exchange stands. Throws `internal` for an unknown id: a store never holds one. */
export function placeIdOfEnd({ placeIdByEnterprise }: FilteredNetwork, enterpriseId: string): string {
  const placeId = placeIdByEnterprise.get(enterpriseId);
  if (placeId === undefined)
    throw new SymbiosisError("internal", `exchange points at missing enterprise ${enterpriseId}`);
  return placeId;
}

/** By position of an exchange: positions of the supplier's and the receiver's place in `index.placeIds`. */
export function placesOfEnds({ suppliers, receivers, index: { placeOfEnterprise } }: FilteredNetwork) {
  return { from: pick(placeOfEnterprise, suppliers), to: pick(placeOfEnterprise, receivers) };
}

/** Internal reuse under all other conditions of the filter: counted apart, whether the filter keeps it or not. */
export function internalReuseOf({ network, filter }: FilteredNetwork): readonly Exchange[] {
  return positionsKept(network, { ...filter, internal: true })
    .flatMap((position) => network.exchanges[position] ?? [])
    .filter((exchange) => exchange.sameCompany === true);
}

/** The yearly flow of an exchange in its layer's own unit, or null. */
export function layerFlowOf(exchange: Exchange): number | null {
  const flow = flowOf(exchange);
  if (flow === null) return null;
  return exchange.layer === "energy" && flow.perYearUnit !== "GJ/a" ? null : flow.perYear;
}

function positionsKept(network: Network, filter: NetworkFilter): number[] {
  const { suppliers, receivers, ends } = indexNetwork(network);
  const conditions = exchangeConditions(filter).flatMap(([, meets]) => meets ?? []);
  const kept: number[] = [];
  for (const [position, exchange] of network.exchanges.entries()) {
    const supplier = ends[suppliers[position] ?? 0];
    const receiver = ends[receivers[position] ?? 0];
    if (supplier === undefined || receiver === undefined) continue;
    const subject = subjectOf(exchange, supplier, receiver, filter);
    if (conditions.every((meets) => meets(subject))) kept.push(position);
  }
  return kept;
}

function pick(values: Uint32Array, positions: ArrayLike<number>): Uint32Array {
  const picked = new Uint32Array(positions.length);
  for (let index = 0; index < positions.length; index++) picked[index] = values[positions[index] ?? 0] ?? 0;
  return picked;
}
