import { forEachInSteps, type Steps } from "#graph/projection/in-steps.ts";
import type { Network } from "#graph/schema/records/network.ts";

/** Turns ids that records had before into those they have now; an id in use or unknown stays as it is. */
export interface FormerIds {
  readonly enterprise: (id: string) => string;
  readonly park: (id: string) => string;
  readonly listing: (id: string) => string;
  /** A place, whose id names a park or, for a site, an enterprise: that may stand elsewhere now. */
  readonly place: (placeId: string) => string;
  /** A candidate, whose id names its two ends and a resource, joined by `~`. */
  readonly candidate: (id: string) => string;
}

export function* formerIds(
  { enterprises, parks, listings }: Network,
  placeIdByEnterprise: ReadonlyMap<string, string>,
): Steps<FormerIds> {
  const enterprise = yield* renamed(enterprises);
  const park = yield* renamed(parks);
  const listing = yield* renamed(listings);
  return {
    enterprise,
    park,
    listing,
    place: (placeId) => {
      const id = placeId.slice(placeId.indexOf(":") + 1);
      if (placeId.startsWith("park:")) return `park:${park(id)}`;
      if (!placeId.startsWith("site:")) return placeId;
      return placeIdByEnterprise.get(enterprise(id)) ?? placeId;
    },
    candidate: (id) =>
      id
        .split("~")
        .map((part) => listing(enterprise(part)))
        .join("~"),
  };
}

function* renamed(
  records: readonly { readonly id: string; readonly aliases: readonly string[] }[],
): Steps<(id: string) => string> {
  const idByAlias = new Map<string, string>();
  yield* forEachInSteps(records, ({ id, aliases }) => {
    for (const alias of aliases) idByAlias.set(alias, id);
  });
  return (id) => idByAlias.get(id) ?? id;
}
