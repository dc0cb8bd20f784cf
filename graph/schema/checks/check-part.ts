import type { Listing } from "#graph/schema/records/listing.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Report } from "./check-fields.ts";

interface Lookup {
  readonly listing: (id: string) => Listing | undefined;
  /** The record that has this id among its former ones. */
  readonly renamed: (kind: "listings", id: string) => string | undefined;
}

/** A part and its total are two listings of one direction and layer, and no listing is, over its totals, part of itself. */
export function checkPart(listing: Listing, lookup: Lookup, report: Report): void {
  const { partOf } = listing;
  if (partOf === null) return;
  const total = lookup.listing(partOf);
  if (total === undefined) {
    const now = lookup.renamed("listings", partOf);
    const reason =
      now === undefined
        ? { zh: "没有该编号的供需信息", en: "no listing has this id" }
        : { zh: `该编号已并入 ${now}：请改写为 ${now}`, en: `it has the id ${now} now: write that one` };
    report({ code: "unknown-id", column: "part_of", value: partOf, reason });
    return;
  }
  const reason = mismatchOf(listing, total, lookup);
  if (reason !== null) report({ code: "part-mismatch", column: "part_of", value: partOf, reason });
}

function mismatchOf(listing: Listing, total: Listing, lookup: Pick<Lookup, "listing">): Text | null {
  if (total.direction !== listing.direction)
    return {
      zh: `合计 ${total.id} 的供需方向不同：供不能是需的一部分`,
      en: `the total ${total.id} has the other direction: an offer is no part of a need`,
    };
  if (total.layer !== listing.layer)
    return {
      zh: `合计 ${total.id} 属于另一层：不同层的数量不能相加`,
      en: `the total ${total.id} is of another layer: quantities of different layers never add`,
    };
  if (!isPartOfItself(listing, lookup)) return null;
  return {
    zh: "合计与部分互相指向：请去掉其中一个",
    en: "total and part lead to each other: take one of the links out",
  };
}

function isPartOfItself(listing: Listing, { listing: find }: Pick<Lookup, "listing">): boolean {
  const met = new Set<string>();
  for (let at: Listing | undefined = listing; at !== undefined;) {
    if (met.has(at.id)) return true;
    met.add(at.id);
    at = at.partOf === null ? undefined : find(at.partOf);
  }
  return false;
}
