import type { End } from "#graph/matching/ends/end.ts";

/** What shows that a by-product is no waste, in the supplier's own words. */
export interface ProductProof {
  /** A product standard that the supplier names, or null. */
  readonly standard: string | null;
  /** GB without /T: the law speaks of mandatory standards. */
  readonly mandatory: boolean;
  /** The supplier states an identification result. */
  readonly identified: boolean;
}

const standards = /\b(?:GB|HG|YB|YS|NY|SH|JB|JC|QB|DB\d{2}|T)(?:\/T)?\s?\d{3,6}(?:\.\d+)?(?:[-—]\d{4})?/;
const identified =
  /(?:鉴别|鉴定)[^。；]{0,12}(?:不属于|不是|非)(?:固体废物|危险废物)|identified as not (?:solid )?waste/i;

/** The proof in the words of the supplier's listing; null where it names none, and for every inferred supplier. */
export function productProofOf({ listing }: End): ProductProof | null {
  if (listing === null) return null;
  const words = [
    listing.resourceZh,
    listing.qualityZh,
    listing.qualityEn,
    listing.quantityNoteZh,
    listing.statusNoteZh,
  ].join(" ");
  const standard = standards.exec(words)?.[0] ?? null;
  const isIdentified = identified.test(words);
  if (standard === null && !isIdentified) return null;
  return { standard, mandatory: /^GB\s?\d/.test(standard ?? ""), identified: isIdentified };
}
