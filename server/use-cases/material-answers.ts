import { countFacets } from "#graph/projection/filter/facets.ts";
import {
  mentionOfExchange,
  mentionOfListing,
  mentionOfRule,
  speaksOf,
  type Material,
} from "#graph/projection/materials.ts";
import type { ParamsOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import { isOpenListing } from "#graph/schema/records/status.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { keyOf, type LoadedNetwork } from "./loaded-network.ts";
import { filterOf, materialOf } from "./selections.ts";

interface MaterialOptions {
  readonly snapshot: LoadedNetwork;
  /** Today, the day of a question that names none. */
  readonly asOf: string;
}

/** Everything about one material but the lists of its records. */
export function materialAnswers({ snapshot, asOf: today }: MaterialOptions) {
  return {
    material: ({ id }: ParamsOf<"material">, query: QueryOf<"material">): ResponseOf<"material"> => {
      const filter = filterOf(query, today);
      const { asOf = today } = query;
      return snapshot.getOrCompute(keyOf(`material ${asOf} ${id}`, filter), () => {
        const material = materialOf(snapshot, id, "id");
        const records = recordsOf(snapshot.network, material);
        return {
          ...nameOf(material),
          id: material.id,
          resource: material.resource,
          codes: material.codes.flatMap((code) => {
            const entry = snapshot.resourceByCode.get(code);
            return entry === undefined ? [] : [{ ...nameOf(entry), code }];
          }),
          names: otherNames(snapshot, material),
          ...countListings(records.listings, asOf),
          asOf,
          facets: countFacets(records, filter),
          rules: [...records.rules],
          networkVersion: snapshot.network.version,
        };
      });
    },
  };
}

const nameOf = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string | null }) => ({
  nameZh,
  nameEn,
});

/** The network with the records of the material alone; parks and enterprises stay. */
function recordsOf(network: Network, material: Material): Network {
  return {
    ...network,
    exchanges: network.exchanges.filter((exchange) => speaksOf(material, mentionOfExchange(exchange))),
    listings: network.listings.filter((listing) => speaksOf(material, mentionOfListing(listing))),
    rules: network.rules.filter((rule) => speaksOf(material, mentionOfRule(rule))),
  };
}

function countListings(listings: Network["listings"], asOf: string) {
  const open = listings.filter(
    ({ status, validUntil }) => isOpenListing(status) && (validUntil === null || validUntil >= asOf),
  );
  const offerCount = open.filter(({ direction }) => direction === "offer").length;
  return {
    offerCount,
    needCount: open.length - offerCount,
    notOpenCount: listings.length - open.length,
  };
}

function otherNames(snapshot: LoadedNetwork, material: Material) {
  return [...snapshot.materialNames().values()]
    .filter((name) => name.nameZh !== material.nameZh && speaksOf(material, name))
    .sort((left, right) => right.records - left.records)
    .map((name) => ({ ...nameOf(name), records: name.records }));
}
