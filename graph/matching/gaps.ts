import type { Gap, GapSide } from "#graph/schema/answers/gap.ts";
import { unitByLayer } from "#graph/schema/records/layer.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { cityByCode, type City } from "#graph/schema/region/cities.ts";
import { createCodeTable, type CodeTable } from "./knowledge/codes.ts";
import { coversOf } from "./ends/cover.ts";
import { usableListings } from "./ends/end.ts";
import { compare } from "./ends/order.ts";
import { residualsOf, type ResidualOf } from "./ends/residual.ts";

/** A gap before anybody is named who could fill it. */
export type CityGap = Omit<Gap, "partners">;

/**
 * What the totals of each city leave of each resource, by city and code.
 *
 * - Counted: open listings of pooled enterprises that stand in a city, by their residuals, so that neither a part of a
 *   total nor an exchange counts twice.
 * - One row holds the codes of a city that meet each other ("hazardous waste" at large takes every class), of one unit.
 * - `isWanted` leaves listings out of the rows, not out of the residuals.
 *
 * Unknown residuals are counted and leave the balance unknown, and so does a side of which nothing is on record. The order of the records does not matter. Cost: one pass
 * over the listings.
 */
export function cityGaps(
  network: Network,
  asOf: string,
  isWanted: (listing: Listing) => boolean = () => true,
): readonly CityGap[] {
  const cityOf = citiesOfTotals(network);
  const open = usableListings(network.listings, asOf).filter(
    (listing) => cityOf.has(listing.enterpriseId) && isWanted(listing),
  );
  const table = createCodeTable(
    network.resources,
    new Set(open.flatMap(({ resourceCodes }) => resourceCodes)),
  );
  const residualOf = residualsOf(network.listings, coversOf(network), table);
  const byPlace = Map.groupBy(open, ({ enterpriseId, layer, quantity }) =>
    [cityOf.get(enterpriseId)?.code, layer, quantity?.perYearUnit ?? unitByLayer[layer]].join(" "),
  );
  const gaps = [...byPlace.values()].flatMap((listings) =>
    groupsOf(listings, table).map((group) => gapOf(group, { cityOf, table, residualOf })),
  );
  return gaps
    .filter((gap) => gap !== null)
    .sort(
      (left, right) =>
        compare(left.cityCode, right.cityCode) ||
        compare(left.resourceCode, right.resourceCode) ||
        compare(left.unit, right.unit),
    );
}

function citiesOfTotals({ enterprises }: Network): ReadonlyMap<string, City> {
  return new Map(
    enterprises.flatMap(({ id, kind, cityCode }) => {
      const city = kind === "pooled" ? cityByCode.get(cityCode ?? "") : undefined;
      return city === undefined ? [] : [[id, city] as const];
    }),
  );
}

/** Listings whose codes meet, directly or over others, together; each group in order of id. */
function groupsOf(listings: readonly Listing[], table: CodeTable): readonly (readonly Listing[])[] {
  const groups: Listing[][] = [];
  for (const listing of listings) {
    const meets = ({ resourceCodes }: Listing) =>
      resourceCodes.some((left) =>
        listing.resourceCodes.some((right) => table.matchOf(left, right) !== null),
      );
    const touched = groups.filter((group) => group.some(meets));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...touched.flat(), listing]);
  }
  return groups.map((group) => group.sort((left, right) => compare(left.id, right.id)));
}

interface Context {
  readonly cityOf: ReadonlyMap<string, City>;
  readonly table: CodeTable;
  readonly residualOf: ResidualOf;
}

function gapOf(listings: readonly Listing[], { cityOf, table, residualOf }: Context): CityGap | null {
  const [first] = listings;
  const city = cityOf.get(first?.enterpriseId ?? "");
  if (first === undefined || city === undefined) return null;
  const codes = [...new Set(listings.flatMap(({ resourceCodes }) => resourceCodes))].sort(compare);
  const reach = (code: string) => codes.filter((other) => table.matchOf(other, code) !== null).length;
  // The broadest code meets most of the others; of equals the shortest, then the first.
  const [resourceCode = ""] = codes.toSorted(
    (left, right) => reach(right) - reach(left) || left.length - right.length || compare(left, right),
  );
  const resource = table.resourceByCode.get(resourceCode);
  const side = (direction: Listing["direction"]) =>
    sideOf(
      listings.filter((listing) => listing.direction === direction),
      residualOf,
    );
  const [surplus, need] = [side("offer"), side("need")];
  return {
    cityCode: city.code,
    cityNameZh: city.nameZh,
    cityNameEn: city.nameEn,
    provinceCode: city.provinceCode,
    resourceCode,
    resourceNameZh: resource?.nameZh ?? resourceCode,
    resourceNameEn: resource?.nameEn ?? resourceCode,
    codes,
    layer: first.layer,
    unit: first.quantity?.perYearUnit ?? unitByLayer[first.layer],
    surplus,
    need,
    balancePerYear: balanceOf(surplus, need),
  };
}

function balanceOf(surplus: GapSide, need: GapSide): number | null {
  if (surplus.perYear === null || need.perYear === null || surplus.unknown + need.unknown > 0) return null;
  return surplus.perYear - need.perYear;
}

function sideOf(listings: readonly Listing[], residualOf: ResidualOf): GapSide {
  const known = listings.flatMap((listing) => {
    const perYear = residualOf(listing.id)?.perYear ?? null;
    return perYear === null ? [] : [{ listing, perYear }];
  });
  return {
    perYear: known.length === 0 ? null : known.reduce((sum, { perYear }) => sum + perYear, 0),
    known: known.length,
    unknown: listings.length - known.length,
    capacities: known.filter(({ listing }) => listing.quantity?.kind === "capacity").length,
    listingIds: listings.map(({ id }) => id),
  };
}
