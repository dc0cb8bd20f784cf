import type { Viewer, ViewerClass } from "#graph/schema/api/viewer.ts";
import type { Confidentiality } from "#graph/schema/records/confidentiality.ts";
import type { RecordByKind, RecordKind } from "#graph/schema/records/records.ts";

/** Kinds whose records carry a confidentiality; records of the other kinds are public. */
export type ConfidentialKind = {
  [K in RecordKind]: RecordByKind[K] extends { confidentiality: Confidentiality } ? K : never;
}[RecordKind];

/**
 * Which viewer classes see a record, by its kind and confidentiality. A class that is not named does not see it.
 * Between `public` and `secret` nothing differs yet: without accounts nobody is known to be registered or a partner.
 */
export const policy: Readonly<
  Record<ConfidentialKind, Readonly<Record<Confidentiality, readonly ViewerClass[]>>>
> = {
  listings: {
    public: ["public", "owner"],
    registered: ["owner"],
    partners: ["owner"],
    "own-park": ["owner"],
    secret: ["owner"],
  },
};

export const confidentialKinds = Object.keys(policy) as readonly ConfidentialKind[];

/** Whether the viewer may see records of this kind and confidentiality. */
export function maySee(
  { viewerClass }: Viewer,
  kind: ConfidentialKind,
  confidentiality: Confidentiality,
): boolean {
  return policy[kind][confidentiality].includes(viewerClass);
}
