import { SymbiosisError } from "#graph/errors.ts";
import type { Enterprise } from "#graph/schema/enterprise.ts";
import type { Network } from "#graph/schema/network.ts";
import { placeIdOf } from "#graph/schema/place.ts";

/** Ids turned into positions: what all filters of one snapshot share. */
export interface NetworkIndex {
  readonly enterpriseById: ReadonlyMap<string, Enterprise>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
  /** Every place that is a park or has an enterprise; parks first, as stored, the others in order of their ids. */
  readonly placeIds: readonly string[];
  /** By position of an enterprise: position of its place in `placeIds`. */
  readonly placeOfEnterprise: Uint32Array;
  /** By position of an exchange: positions of its ends among the enterprises. */
  readonly suppliers: Uint32Array;
  readonly receivers: Uint32Array;
}

const indexes = new WeakMap<Network, NetworkIndex>();

/** Indexes a snapshot, once: a snapshot never changes. Throws `internal` for an exchange with a missing end. */
export function indexNetwork(network: Network): NetworkIndex {
  const known = indexes.get(network);
  if (known !== undefined) return known;
  const index = buildIndex(network);
  indexes.set(network, index);
  return index;
}

function buildIndex({ parks, enterprises, exchanges }: Network): NetworkIndex {
  const enterpriseById = new Map<string, Enterprise>();
  const positionById = new Map<string, number>();
  const placeIdByEnterprise = new Map<string, string>();
  for (const [position, enterprise] of enterprises.entries()) {
    enterpriseById.set(enterprise.id, enterprise);
    positionById.set(enterprise.id, position);
    placeIdByEnterprise.set(enterprise.id, placeIdOf(enterprise));
  }
  const ofParks = new Set(parks.map((park) => `park:${park.id}`));
  const others = new Set([...placeIdByEnterprise.values()].filter((placeId) => !ofParks.has(placeId)));
  const placeIds = [...ofParks, ...[...others].sort()];
  const placePositions = new Map(placeIds.map((placeId, position) => [placeId, position]));
  const placeOfEnterprise = new Uint32Array(enterprises.length);
  for (const [position, { id }] of enterprises.entries())
    placeOfEnterprise[position] = placePositions.get(placeIdByEnterprise.get(id) ?? "") ?? 0;
  const suppliers = new Uint32Array(exchanges.length);
  const receivers = new Uint32Array(exchanges.length);
  for (const [position, { supplierId, receiverId }] of exchanges.entries()) {
    suppliers[position] = positionOf(positionById, supplierId);
    receivers[position] = positionOf(positionById, receiverId);
  }
  return { enterpriseById, placeIdByEnterprise, placeIds, placeOfEnterprise, suppliers, receivers };
}

function positionOf(positionById: ReadonlyMap<string, number>, enterpriseId: string): number {
  const position = positionById.get(enterpriseId);
  if (position === undefined)
    throw new SymbiosisError("internal", `exchange points at missing enterprise ${enterpriseId}`);
  return position;
}
