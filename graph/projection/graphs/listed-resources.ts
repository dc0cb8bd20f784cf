import { recordConditions } from "#graph/projection/filter/conditions.ts";
import { isNode, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { subjectOfListing } from "#graph/projection/filter/record-subject.ts";
import { unitByLayer } from "#graph/schema/records/layer.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { isOpenListing } from "#graph/schema/records/status.ts";

/** One side of a resource: the sum of what is known, in the unit of the layer, and how many listings are behind it. */
export interface ListedSide {
  perYear: number;
  known: number;
  unknown: number;
}

/** What is openly offered and wanted of a resource. */
export interface ListedResource {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  /** The code names a family at most: an offer and a need of it may be of different things. */
  readonly familyOnly: boolean;
  readonly offer: ListedSide;
  readonly need: ListedSide;
}

/**
 * The open offers and needs that the filter leaves, by class of the resource, in order of the codes. A listing that is part
 * of another one's total, or has no code, is left out; a mix stands under its first code.
 */
export function listResources(filtered: FilteredNetwork): readonly ListedResource[] {
  const { network, filter, index } = filtered;
  const resourceByCode = new Map(network.resources.map((resource) => [resource.code, resource]));
  const conditions = recordConditions(filter);
  const byCode = new Map<string, ListedResource>();
  for (const listing of network.listings) {
    const enterprise = index.enterpriseById.get(listing.enterpriseId);
    const [code] = listing.resourceCodes;
    if (code === undefined || listing.partOf !== null || !isOpenListing(listing.status)) continue;
    if (enterprise === undefined || !isNode(enterprise, filter)) continue;
    const subject = subjectOfListing(listing, index);
    if (!conditions.every((meets) => meets(subject))) continue;
    const id = classOf(code, resourceByCode);
    const listed = byCode.get(id) ?? nothingListed(id, resourceByCode.get(id));
    byCode.set(id, listed);
    count(listed[listing.direction], listing);
  }
  return [...byCode.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** A heap is no yearly flow, and steam by mass no heat: their quantities are not known. */
function count(side: ListedSide, { quantity, status, layer }: Listing): void {
  if (quantity === null || status === "stock" || quantity.perYearUnit !== unitByLayer[layer]) side.unknown++;
  else {
    side.known++;
    side.perYear += quantity.perYear;
  }
}

function nothingListed(id: string, resource: Resource | undefined): ListedResource {
  const side = () => ({ perYear: 0, known: 0, unknown: 0 });
  return {
    id,
    nameZh: resource?.nameZh ?? id,
    nameEn: resource?.nameEn ?? null,
    familyOnly: resource?.familyOnly ?? isBare(id),
    offer: side(),
    need: side(),
  };
}

/** The broadest code above a code that still names a class: EN41 → EN40, 900-249-08 → HW08, but never the bare EN or HW. */
function classOf(code: string, resourceByCode: ReadonlyMap<string, Resource>): string {
  const parent = resourceByCode.get(code)?.parentCode ?? /^\d{3}-\d{3}-(\d{2})$/.exec(code)?.[1] ?? null;
  const broader = parent !== null && /^\d{2}$/.test(parent) ? `HW${parent}` : parent;
  return broader === null || isBare(broader) || broader === code ? code : classOf(broader, resourceByCode);
}

const isBare = (code: string) => /^[A-Z]{2}$/.test(code);
