import type { Viewer } from "#graph/schema/api/viewer.ts";
import { Confidentiality } from "#graph/schema/records/confidentiality.ts";
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
  const network: Network = isWhole ? whole : { ...whole, ...Object.fromEntries(visible) };
  return { network, withheld: countWithheld(whole, network) };
}
