import type { Network } from "#graph/schema/records/network.ts";
import { confidentialKinds, type ConfidentialKind } from "./policy.ts";

/**
 * Records of the whole network that the viewer may not see, by kind: the only thing that is said about them. Never a
 * count under a condition: "one more at this enterprise" would tell who keeps something back, and the difference of two
 * overlapping questions would single out one record.
 */
export type Withheld = Readonly<Record<ConfidentialKind, number>>;

export function countWithheld(whole: Network, seen: Network): Withheld {
  return Object.fromEntries(
    confidentialKinds.map((kind) => [kind, whole[kind].length - seen[kind].length]),
  ) as Record<ConfidentialKind, number>;
}
