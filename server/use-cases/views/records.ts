import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { EnterpriseView, ExchangeView, ListingView } from "#graph/schema/answers/record-views.ts";
import { isStale, type Ages } from "#graph/projection/filter/ages.ts";
import type { LoadedNetwork } from "#server/use-cases/loaded-network.ts";

type EndRef = ListingView["enterprise"];

function placeRef({ placeIdByEnterprise, placeById }: LoadedNetwork, enterpriseId: string) {
  const placeId = placeIdByEnterprise.get(enterpriseId) ?? "outside:unknown";
  const place = placeById.get(placeId);
  return { placeId, placeNameZh: place?.nameZh ?? placeId, placeNameEn: place?.nameEn ?? null };
}

/** An enterprise as the end of an exchange or the owner of a listing. */
function endRef(snapshot: LoadedNetwork, id: string): EndRef {
  const enterprise = snapshot.enterpriseById.get(id);
  return {
    id,
    nameZh: enterprise?.nameZh ?? id,
    nameEn: enterprise?.nameEn ?? null,
    kind: enterprise?.kind ?? "anonymised",
    ...placeRef(snapshot, id),
  };
}

export function viewEnterprise(snapshot: LoadedNetwork, enterprise: Enterprise): EnterpriseView {
  return {
    ...enterprise,
    ...placeRef(snapshot, enterprise.id),
    exchangeCount: snapshot.exchangeCountByEnterprise.get(enterprise.id) ?? 0,
    listingCount: snapshot.listingCountByEnterprise.get(enterprise.id) ?? 0,
  };
}

export function viewExchange(snapshot: LoadedNetwork, exchange: Exchange, ages: Ages): ExchangeView {
  const resource = snapshot.resourceByCode.get(exchange.resourceCode ?? "");
  return {
    ...exchange,
    supplier: endRef(snapshot, exchange.supplierId),
    receiver: endRef(snapshot, exchange.receiverId),
    resourceNameZh: resource?.nameZh ?? null,
    resourceNameEn: resource?.nameEn ?? null,
    stale: isStale(exchange, ages),
  };
}

/** `asOf`: the ISO date by which it is expired or not. */
export function viewListing(snapshot: LoadedNetwork, listing: Listing, asOf: string): ListingView {
  const expired = listing.validUntil !== null && listing.validUntil < asOf;
  return { ...listing, expired, enterprise: endRef(snapshot, listing.enterpriseId) };
}
