import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { flowOf } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { substancesIn } from "#graph/matching/knowledge/substances.ts";
import { compare } from "./order.ts";

/** Something that already takes or fills part of what an enterprise gives or wants. */
export interface Cover {
  /** Id of the exchange or listing. */
  readonly id: string;
  readonly codes: readonly string[];
  readonly substances: readonly string[];
  /** Null = not known. */
  readonly perYear: number | null;
  readonly unit: string;
  /** Inside one company. */
  readonly own: boolean;
  /** The other end of an exchange; null for a listing. */
  readonly partner: Enterprise | null;
}

/** Covers by enterprise and side (see `sideKey`), each list ascending by id. */
export type Covers = ReadonlyMap<string, readonly Cover[]>;

export const sideKey = (direction: Listing["direction"], enterpriseId: string) =>
  `${direction} ${enterpriseId}`;

/**
 * What covers each enterprise's offers and needs: its operating exchanges, and what enterprises of its own company in
 * its own city (itself included) declare as used in house: an offer used in house fills needs, a need filled in house
 * takes offers.
 */
export function coversOf(network: Pick<Network, "exchanges" | "listings" | "enterprises">): Covers {
  const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  const covers = new Map<string, Cover[]>();
  const add = (key: string, cover: Cover) => {
    const list = covers.get(key);
    if (list === undefined) covers.set(key, [cover]);
    else list.push(cover);
  };
  for (const exchange of network.exchanges) {
    if (exchange.status !== "operating" || exchange.resourceCode === null) continue;
    const { id, supplierId, receiverId, resourceCode, resourceZh } = exchange;
    const flow = flowOf(exchange);
    const [supplier, receiver] = [enterpriseById.get(supplierId), enterpriseById.get(receiverId)];
    const part = {
      id,
      codes: [resourceCode],
      substances: substancesIn(resourceZh),
      unit: flow?.perYearUnit ?? "",
      own: exchange.sameCompany === true || isOneCompany(supplier, receiver),
    };
    const perYear = flow?.perYear ?? null;
    add(sideKey("offer", supplierId), { ...part, perYear, partner: receiver ?? null });
    add(sideKey("need", receiverId), { ...part, perYear, partner: supplier ?? null });
  }
  addInHouse(network, enterpriseById, add);
  for (const list of covers.values()) list.sort((left, right) => compare(left.id, right.id));
  return covers;
}

function isOneCompany(left: Enterprise | undefined, right: Enterprise | undefined): boolean {
  return left?.companyZh !== null && left?.companyZh !== undefined && left.companyZh === right?.companyZh;
}

function addInHouse(
  { enterprises, listings }: Pick<Network, "listings" | "enterprises">,
  enterpriseById: ReadonlyMap<string, Enterprise>,
  add: (key: string, cover: Cover) => void,
): void {
  const households = new Map<string, string[]>();
  for (const enterprise of enterprises) {
    const key = householdOf(enterprise);
    households.set(key, [...(households.get(key) ?? []), enterprise.id]);
  }
  for (const listing of listings) {
    const enterprise = enterpriseById.get(listing.enterpriseId);
    if (listing.status !== "used-in-house" || enterprise === undefined) continue;
    const { id, resourceCodes, resourceZh, quantity } = listing;
    // One object for the whole household: its tonnes are counted once, whoever of it takes them.
    const cover: Cover = {
      id,
      codes: resourceCodes,
      substances: substancesIn(resourceZh),
      perYear: quantity === null || quantity.kind === "capacity" ? null : quantity.perYear,
      unit: quantity?.perYearUnit ?? "",
      own: true,
      partner: null,
    };
    const other = listing.direction === "offer" ? "need" : "offer";
    for (const member of households.get(householdOf(enterprise)) ?? []) add(sideKey(other, member), cover);
  }
}

/** Enterprises of one company in one city; an enterprise whose company or city is not known is a household by itself. */
function householdOf({ id, companyZh, cityCode }: Enterprise): string {
  return companyZh === null || cityCode === null ? `: ${id}` : `${cityCode} ${companyZh}`;
}

/**
 * A listing that says that nothing more is to be had, or wanted: all of it is used in house, or an offer is taken already.
 * A need that is met today does not tell that its enterprise wants no more.
 */
export function isClosed({ status, direction }: Pick<Listing, "status" | "direction">): boolean {
  return status === "used-in-house" || (status === "utilised" && direction === "offer");
}
