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

export function formerIds(
  { enterprises, parks, listings }: Network,
  placeIdByEnterprise: ReadonlyMap<string, string>,
): FormerIds {
  const renamed = (records: readonly { readonly id: string; readonly aliases: readonly string[] }[]) => {
    const idByAlias = new Map(records.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id])));
    return (id: string) => idByAlias.get(id) ?? id;
  };
  const [enterprise, park, listing] = [renamed(enterprises), renamed(parks), renamed(listings)];
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
