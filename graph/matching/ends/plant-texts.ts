import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { PlantTexts } from "#graph/matching/knowledge/processes.ts";
import { streamsOf } from "#graph/matching/knowledge/processes.ts";
import { substancesIn } from "#graph/matching/knowledge/substances.ts";
import type { Cover } from "./cover.ts";

/** What is written about an enterprise, for `processesOf`: on record counts what runs, and what its own listings say. */
export function plantTexts(
  enterprise: Enterprise,
  listings: readonly Listing[],
  covers: Readonly<Record<Listing["direction"], readonly Cover[]>>,
): PlantTexts {
  const { nameZh, nameEn, otherNames, noteZh, noteEn, coordSourceZh, coordSourceEn, areaZh, areaEn } =
    enterprise;
  const known = new Map<string, ReadonlySet<string>>();
  const documented: PlantTexts["documented"] = (side) => {
    const direction = side === "gives" ? "offer" : "need";
    const found = known.get(side) ?? streamsOnRecord(listings, covers[direction], direction);
    known.set(side, found);
    return found;
  };
  return {
    plant: join([nameZh, nameEn, ...otherNames, noteZh, noteEn]),
    register: join([coordSourceZh, coordSourceEn]),
    area: join([areaZh, areaEn]),
    listings: listings.map(listingText).join(" "),
    documented,
  };
}

/** What a listing says of the process behind it. */
export function listingText({
  resourceZh,
  resourceEn,
  statusNoteZh,
  quantityNoteZh,
  evidence,
}: Listing): string {
  return join([resourceZh, resourceEn, statusNoteZh, quantityNoteZh, evidence.noteZh]);
}

const join = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null).join(" ");

function streamsOnRecord(
  listings: readonly Listing[],
  covers: readonly Cover[],
  direction: Listing["direction"],
): ReadonlySet<string> {
  const traded = covers.flatMap(({ codes, substances }) =>
    codes.flatMap((code) => streamsOf(code, substances)),
  );
  const listed = listings
    .filter((listing) => listing.direction === direction)
    .flatMap(({ resourceCodes, resourceZh }) =>
      resourceCodes.flatMap((code) => streamsOf(code, substancesIn(resourceZh))),
    );
  return new Set([...traded, ...listed]);
}
