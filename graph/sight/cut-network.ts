import type { Viewer } from "#graph/schema/api/viewer.ts";
import { Confidentiality } from "#graph/schema/records/confidentiality.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { confidentialKinds, maySee } from "./policy.ts";
import { countWithheld, type Withheld } from "./withhold.ts";

/** A network as one class of viewers sees it. */
export interface SeenNetwork {
  readonly network: Network;
  readonly withheld: Withheld;
}

/**
 * The network without the records that the viewer may not see, in the same order and version. Counts, paths, candidates
 * and files made from it cannot tell of what was taken out. The same object where nothing is.
 */
export function cutNetwork(whole: Network, viewer: Viewer): SeenNetwork {
  const visible = confidentialKinds.map((kind) => {
    // Looked up once a class and not once a record.
    const seen = new Set(Confidentiality.options.filter((each) => maySee(viewer, kind, each)));
    return [kind, whole[kind].filter(({ confidentiality }) => seen.has(confidentiality))] as const;
  });
  const isWhole = visible.every(([kind, records]) => records.length === whole[kind].length);
  const cut: Network = { ...whole, ...Object.fromEntries(visible) };
  const network = isWhole ? whole : { ...cut, listings: withoutHiddenTotals(cut.listings) };
  return { network, withheld: countWithheld(whole, network) };
}

/** A part names its total: the id of one that the viewer may not see would tell that there is one. */
function withoutHiddenTotals(listings: readonly Listing[]): readonly Listing[] {
  const seen = new Set(listings.map(({ id }) => id));
  return listings.map((listing) =>
    listing.partOf === null || seen.has(listing.partOf) ? listing : { ...listing, partOf: null },
  );
}
