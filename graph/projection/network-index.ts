import { SymbiosisError } from "#graph/errors.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { endOf, type End } from "#graph/projection/filter/subject.ts";
import { forEachInSteps, runToEnd, type Steps } from "./in-steps.ts";
import { once } from "./once.ts";
import { placeIdOf } from "#graph/schema/answers/place.ts";

/** Ids turned into positions: what all filters of one snapshot share. */
export interface NetworkIndex {
  readonly enterpriseById: ReadonlyMap<string, Enterprise>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
  readonly parkById: ReadonlyMap<string, Park>;
  /** By position of an enterprise: what the filter reads of it. */
  readonly ends: readonly End[];
  readonly endById: ReadonlyMap<string, End>;
  readonly listingById: ReadonlyMap<string, Listing>;
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
  return runToEnd(indexInSteps(network));
}

/** The same in steps. */
export function* indexInSteps(network: Network): Steps<NetworkIndex> {
  const known = indexes.get(network);
  if (known !== undefined) return known;
  const index = yield* buildIndex(network);
  indexes.set(network, index);
  return index;
}

function* buildIndex(network: Network): Steps<NetworkIndex> {
  const { parks, enterprises, exchanges } = network;
  const positionById = new Map<string, number>();
  const enterpriseById = new Map<string, Enterprise>();
  const placeIdByEnterprise = new Map<string, string>();
  yield* forEachInSteps(enterprises, (enterprise, position) => {
    positionById.set(enterprise.id, position);
    enterpriseById.set(enterprise.id, enterprise);
    placeIdByEnterprise.set(enterprise.id, placeIdOf(enterprise));
  });
  const suppliers = new Uint32Array(exchanges.length);
  const receivers = new Uint32Array(exchanges.length);
  yield* forEachInSteps(exchanges, ({ supplierId, receiverId }, position) => {
    suppliers[position] = positionOf(positionById, supplierId);
    receivers[position] = positionOf(positionById, receiverId);
  });
  const parkById = new Map(parks.map((park) => [park.id, park]));
  const ends = once(() => enterprises.map((enterprise) => endOf(enterprise, parkById)));
  const endById = once(() => new Map(enterprises.map(({ id }, position) => [id, ends()[position] as End])));
  const listingById = once(() => new Map(network.listings.map((listing) => [listing.id, listing])));
  return {
    parkById,
    get endById() {
      return endById();
    },
    get listingById() {
      return listingById();
    },
    get ends() {
      return ends();
    },
    enterpriseById,
    placeIdByEnterprise,
    ...(yield* indexPlaces(parks, enterprises, placeIdByEnterprise)),
    suppliers,
    receivers,
  };
}

function* indexPlaces(
  parks: readonly Park[],
  enterprises: readonly Enterprise[],
  placeIdByEnterprise: ReadonlyMap<string, string>,
): Steps<Pick<NetworkIndex, "placeIds" | "placeOfEnterprise">> {
  const parkPositions = new Map(parks.map(({ id }, position) => [id, position]));
  const positionInPark = ({ parkId }: Enterprise) =>
    parkId === null ? undefined : parkPositions.get(parkId);
  const placeIdOfOther = ({ id }: Enterprise) => placeIdByEnterprise.get(id) ?? "";
  const others = new Set<string>();
  yield* forEachInSteps(enterprises, (enterprise) => {
    if (positionInPark(enterprise) === undefined) others.add(placeIdOfOther(enterprise));
  });
  const placeIds = [...parks.map(({ id }) => `park:${id}`), ...[...others].sort()];
  yield;
  const placePositions = new Map(placeIds.map((placeId, position) => [placeId, position]));
  yield;
  const placeOfEnterprise = new Uint32Array(enterprises.length);
  yield* forEachInSteps(enterprises, (enterprise, position) => {
    placeOfEnterprise[position] =
      positionInPark(enterprise) ?? placePositions.get(placeIdOfOther(enterprise)) ?? 0;
  });
  return { placeIds, placeOfEnterprise };
}

function positionOf(positionById: ReadonlyMap<string, number>, enterpriseId: string): number {
  const position = positionById.get(enterpriseId);
  if (position === undefined)
    throw new SymbiosisError("internal", `exchange points at missing enterprise ${enterpriseId}`);
  return position;
}
