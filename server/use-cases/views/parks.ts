import { isOpenListing } from "#graph/schema/records/status.ts";
import { isInArea } from "#graph/projection/filter/conditions.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { noFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { ParkSummary } from "#graph/schema/answers/record-views.ts";
import { listingFilter } from "#server/use-cases/selections.ts";
import { countBy, keyOf, placesUnder, type LoadedNetwork } from "#server/use-cases/loaded-network.ts";

/** Parks as stored, those of the area that the filter names, with their counts under the filter. */
export function summariseParks(snapshot: LoadedNetwork, filter: NetworkFilter): ParkSummary[] {
  const inArea = isInArea(filter);
  const places = new Map(placesUnder(snapshot, filter).map((place) => [place.id, place]));
  const recorded = new Map(placesUnder(snapshot, noFilter).map((place) => [place.id, place.exchangeCount]));
  const offers = countListings(snapshot, filter, "offer");
  const needs = countListings(snapshot, filter, "need");
  return snapshot.network.parks
    .filter((park) => inArea({ provinceCode: park.provinceCode, cityCode: park.cityCode, park }))
    .map((park) => {
      const id = `park:${park.id}`;
      const place = places.get(id);
      const city = cityByCode.get(park.cityCode);
      return {
        ...park,
        cityZh: city?.nameZh ?? park.cityCode,
        cityEn: city?.nameEn ?? park.cityCode,
        enterpriseCount: place?.enterpriseCount ?? 0,
        exchangeCount: place?.exchangeCount ?? 0,
        recordedCount: recorded.get(id) ?? 0,
        offerCount: offers.get(id) ?? 0,
        needCount: needs.get(id) ?? 0,
      };
    });
}

/** Open offers or needs by place, under the part of the filter that speaks of them: status, year and link kind are properties of exchanges. */
export function countListings(
  snapshot: LoadedNetwork,
  filter: NetworkFilter,
  direction: Listing["direction"],
): ReadonlyMap<string, number> {
  return snapshot.getOrCompute(keyOf(direction, filter), () => tallyListings(snapshot, filter, direction));
}

function tallyListings(snapshot: LoadedNetwork, filter: NetworkFilter, direction: Listing["direction"]) {
  const isKept = listingFilter(snapshot, filter);
  const counted = snapshot.network.listings.filter(
    (listing) => listing.direction === direction && isOpenListing(listing.status) && isKept(listing),
  );
  return countBy(counted.map(({ enterpriseId }) => snapshot.placeIdByEnterprise.get(enterpriseId) ?? ""));
}
