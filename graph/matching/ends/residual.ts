import type { Residual } from "#graph/schema/answers/residual.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { relateSubstances, substancesIn } from "#graph/matching/knowledge/substances.ts";
import type { CodeTable } from "#graph/matching/knowledge/codes.ts";
import { sideKey, type Cover, type Covers } from "./cover.ts";
import { compare } from "./order.ts";

/** What is left of each listing; null where it is unknown or historic. */
export type ResidualOf = (listingId: string) => Residual | null;

/** Listings that speak of what is already taken or filled come first: the covers are theirs before they are others'. */
const turn: Record<Listing["status"], number> = {
  utilised: 0,
  "used-in-house": 0,
  operating: 1,
  "under-construction": 2,
  planned: 3,
  stock: 4,
  historic: 5,
};

interface Account {
  readonly listing: Listing;
  /** Null = the quantity is not known. */
  left: number | null;
  /** Some of what covers it is not known. */
  unsure: boolean;
  ownCompany: boolean;
  /** Null = nothing. */
  coveredBy: Set<string> | null;
}

/**
 * Residual of every listing that is not historic:
 *
 *   residual = quantity − parts − covers, never below 0
 *
 * - parts: listings that name this one as their total (`partOf`), by their whole quantity;
 * - covers: see `coversOf`. The tonnes of a cover are given to the enterprise's listings of that resource in turn, first to
 *   those already closed, then to running ones, to those under construction, to plans: each tonne counts once.
 *
 * A cover of unknown size, or in another unit, leaves the residual unknown. The order of the records does not matter.
 * Cost: listings × covers of the same enterprise and side.
 */
export function residualsOf(
  listings: readonly Listing[],
  covers: Covers,
  table: Pick<CodeTable, "matchOf">,
): ResidualOf {
  const accounts = new Map<string, Account>();
  const bySide = new Map<string, Account[]>();
  for (const listing of inTurn(listings)) {
    const account = openAccount(listing);
    accounts.set(listing.id, account);
    const key = sideKey(listing.direction, listing.enterpriseId);
    const side = bySide.get(key);
    if (side === undefined) bySide.set(key, [account]);
    else side.push(account);
  }
  for (const { listing } of accounts.values()) takePart(listing, accounts);
  const restOf = new Map<Cover, number | null>();
  for (const [key, side] of [...bySide].sort(([left], [right]) => compare(left, right)))
    for (const cover of covers.get(key) ?? []) spread(cover, side, table, restOf);
  return (listingId) => {
    const account = accounts.get(listingId);
    return account === undefined ? null : closeAccount(account);
  };
}

function inTurn(listings: readonly Listing[]): readonly Listing[] {
  return listings
    .filter(({ status }) => status !== "historic")
    .toSorted((left, right) => turn[left.status] - turn[right.status] || compare(left.id, right.id));
}

function openAccount(listing: Listing): Account {
  const { quantity, status } = listing;
  return {
    listing,
    left: quantity === null || status === "stock" ? null : quantity.perYear,
    unsure: false,
    ownCompany: false,
    coveredBy: null,
  };
}

function noteCover(account: Account, id: string): void {
  account.coveredBy ??= new Set();
  account.coveredBy.add(id);
}

/** A part takes its tonnes out of its total. */
function takePart({ id, partOf, quantity, status }: Listing, accounts: ReadonlyMap<string, Account>): void {
  const total = partOf === null ? undefined : accounts.get(partOf);
  if (total === undefined || status === "stock") return;
  noteCover(total, id);
  const isComparable = quantity?.perYearUnit === total.listing.quantity?.perYearUnit;
  if (quantity === null || total.left === null || !isComparable) total.unsure = true;
  else total.left = Math.max(0, total.left - quantity.perYear);
}

/** Gives a cover to the listings of its side, in turn, until nothing of it is left. */
function spread(
  cover: Cover,
  side: readonly Account[],
  table: Pick<CodeTable, "matchOf">,
  restOf: Map<Cover, number | null>,
): void {
  let rest = restOf.get(cover) ?? cover.perYear;
  for (const account of side) {
    if (rest === 0 || account.left === 0 || !speaksOf(cover, account, table)) continue;
    noteCover(account, cover.id);
    account.ownCompany ||= cover.own;
    const isComparable = cover.unit === account.listing.quantity?.perYearUnit;
    if (rest === null || account.left === null || !isComparable) {
      account.unsure = true;
      return;
    }
    const taken = Math.min(rest, account.left);
    account.left -= taken;
    rest -= taken;
    restOf.set(cover, rest);
  }
}

function speaksOf(
  { codes, substances }: Cover,
  { listing }: Account,
  table: Pick<CodeTable, "matchOf">,
): boolean {
  const meets = codes.some((code) =>
    listing.resourceCodes.some((other) => table.matchOf(code, other) !== null),
  );
  return meets && relateSubstances(substances, substancesIn(listing.resourceZh)) !== "different";
}

function closeAccount({ listing, left, unsure, ownCompany, coveredBy }: Account): Residual {
  const ids = [...(coveredBy ?? [])].sort(compare);
  const unknown = (unknownBecause: Residual["unknownBecause"]): Residual => ({
    perYear: null,
    state: "unknown",
    unknownBecause,
    coveredBy: ids,
    // Nobody outside can know what the own company leaves; a need it fills is not open until a number says so.
    served: ownCompany && listing.direction === "need" ? "own-company" : null,
  });
  if (left === null) return unknown(listing.status === "stock" ? "heap" : "quantity-unknown");
  if (unsure && left > 0) return unknown("cover-unknown");
  const served = left === 0 && ids.length > 0 ? (ownCompany ? "own-company" : "exchanges") : null;
  return { perYear: left, state: "known", unknownBecause: null, coveredBy: ids, served };
}
