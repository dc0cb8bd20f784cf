import type { Potential, PotentialLevel, PotentialSide } from "#graph/schema/answers/potential.ts";
import { flowOf } from "#graph/schema/records/exchange.ts";
import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { noSpread, sumBand, type Summand } from "./band.ts";
import { summandOf, type Estimate } from "./estimates.ts";
import { sitesOf, type Site } from "./sites.ts";
import { standingsOf } from "./stated.ts";
import { restOf, useRatesOf } from "./use-rates.ts";

/** An area under which something is summed. */
export interface Area {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
}

/** What one site offers or needs of one resource. */
interface Item {
  readonly site: Site;
  readonly direction: "offer" | "need";
  readonly code: string;
  readonly layer: Layer;
  readonly unit: YearlyUnit;
  readonly amount: readonly Summand[];
  readonly rest: readonly Summand[];
  readonly matched: number;
  readonly kind: "stated" | "estimated" | "unknown";
}

/**
 * What areas of a level offer and need of each resource in a year, and what of it has no partner on record; rows by area
 * and code.
 *
 * - An amount is what a listing states; where no listing of the site speaks of the code, its estimates. Parts of totals,
 *   heaps, plans and what is past do not count; a listing without a quantity is counted as unknown.
 * - Matched: of a listing all of it where it says that it is used or met, else what the site's recorded exchanges carry;
 *   of an estimate what they carry, or the share that a published rate says is used, whichever is more.
 * - Bands: `sumBand`; what is stated has none.
 * - A code that names only a family (HW, SW59) has no balance: its offers and needs may be different things.
 *
 * Sites that stand in no known area of the level are left out.
 */
export function potentialOf(
  network: Network,
  estimates: readonly Estimate[],
  level: PotentialLevel,
  areaOf: (site: Site) => Area | null,
): readonly Potential[] {
  const resourceByCode = new Map(network.resources.map((each) => [each.code, each]));
  const groups = new Map<string, Group>();
  for (const item of itemsOf(network, estimates)) {
    const area = areaOf(item.site);
    if (area === null) continue;
    const key = [area.id, item.code, item.unit].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { level, area, first: item, items: [item] });
    else group.items.push(item);
  }
  const keys = [...groups.keys()].sort();
  return keys.flatMap((key) => {
    const group = groups.get(key);
    return group === undefined ? [] : rowOf(group, resourceByCode.get(group.first.code));
  });
}

interface Group {
  readonly level: PotentialLevel;
  readonly area: Area;
  readonly first: Item;
  readonly items: Item[];
}

function rowOf({ level, area, first, items }: Group, resource: Resource | undefined): Potential {
  const { code, layer, unit } = first;
  const offer = sideOf(items.filter(({ direction }) => direction === "offer"));
  const need = sideOf(items.filter(({ direction }) => direction === "need"));
  return {
    level,
    areaId: area.id,
    areaNameZh: area.nameZh,
    areaNameEn: area.nameEn,
    resourceCode: code,
    resourceNameZh: resource?.nameZh ?? code,
    resourceNameEn: resource?.nameEn ?? code,
    layer,
    unit,
    offer,
    need,
    balancePerYear: resource?.familyOnly === true ? null : balanceOf(offer, need),
  };
}

function balanceOf(offer: PotentialSide, need: PotentialSide): number | null {
  if (offer.rest === null || need.rest === null || offer.unknown + need.unknown > 0) return null;
  return offer.rest.best - need.rest.best;
}

function sideOf(items: readonly Item[]): PotentialSide {
  const count = (kind: Item["kind"]) => items.filter((each) => each.kind === kind).length;
  const isKnown = items.some(({ kind }) => kind !== "unknown");
  return {
    amount: isKnown ? sumBand(items.flatMap(({ amount }) => amount)) : null,
    matchedPerYear: items.reduce((sum, { matched }) => sum + matched, 0),
    rest: isKnown ? sumBand(items.flatMap(({ rest }) => rest)) : null,
    stated: count("stated"),
    estimated: count("estimated"),
    unknown: count("unknown"),
  };
}

const exact = (best: number): Summand => ({ best, common: noSpread, own: 0 });

const keyOf = (...parts: readonly string[]) => parts.join(" ");

function itemsOf(network: Network, estimates: readonly Estimate[]): readonly Item[] {
  const siteById = sitesOf(network);
  const flows = flowsOf(network);
  const listed = network.listings.flatMap((listing) => itemsOfListing(listing, siteById, flows));
  const spokenOf = new Set(listed.map(({ site, direction, code }) => keyOf(site.id, direction, code)));
  const standings = standingsOf(network, estimates);
  const rateOf = useRatesOf(network.coefficients);
  const estimated = estimates.flatMap((estimate): Item[] => {
    const { siteId, direction, resourceCode: code, layer, unit } = estimate;
    const site = siteById.get(siteId);
    if (site === undefined || spokenOf.has(keyOf(siteId, direction, code))) return [];
    const amount = estimate.terms.map(summandOf);
    const carried = standings.get(estimate.id)?.stated?.perYear ?? 0;
    const rest = restOf(estimate, carried, direction === "offer" ? rateOf(code) : null);
    const matched = estimate.best - rest.reduce((sum, each) => sum + each.best, 0);
    return [{ site, direction, code, layer, unit, amount, rest, matched, kind: "estimated" }];
  });
  return [...listed, ...estimated];
}

function itemsOfListing(
  listing: Listing,
  siteById: ReadonlyMap<string, Site>,
  flows: ReadonlyMap<string, number>,
): readonly Item[] {
  const { enterpriseId, direction, resourceCodes, layer, quantity, partOf, status } = listing;
  const site = siteById.get(enterpriseId);
  const isUsed = status === "utilised" || status === "used-in-house";
  const [code] = resourceCodes;
  if (site === undefined || code === undefined || partOf !== null) return [];
  if (!isUsed && status !== "operating") return [];
  const base = { site, direction, code, layer, unit: quantity?.perYearUnit ?? unitByLayer[layer] };
  if (quantity === null)
    return isUsed ? [] : [{ ...base, amount: [], rest: [], matched: 0, kind: "unknown" as const }];
  const { perYear, perYearUnit } = quantity;
  const carried = flows.get(keyOf(enterpriseId, direction, code, perYearUnit)) ?? 0;
  const matched = isUsed ? perYear : Math.min(perYear, carried);
  return [
    { ...base, amount: [exact(perYear)], rest: [exact(perYear - matched)], matched, kind: "stated" as const },
  ];
}

/** What the running exchanges of a site carry of a code, by side and unit. */
function flowsOf({ exchanges }: Network): ReadonlyMap<string, number> {
  const flows = new Map<string, number>();
  for (const exchange of exchanges) {
    const { supplierId, receiverId, resourceCode, status } = exchange;
    const flow = flowOf(exchange);
    if (flow === null || resourceCode === null || status !== "operating") continue;
    for (const [id, direction] of [
      [supplierId, "offer"],
      [receiverId, "need"],
    ] as const) {
      const key = keyOf(id, direction, resourceCode, flow.perYearUnit);
      flows.set(key, (flows.get(key) ?? 0) + flow.perYear);
    }
  }
  return flows;
}
