import type { QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import { recordFilterOf } from "#graph/schema/filter/filter.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import { slicePage, wholePage, type PageWindow } from "./paging.ts";
import { filterOf, selectEnterprises, selectExchanges, selectListings } from "./selections.ts";
import { viewEnterprise, viewExchange, viewListing } from "./views/records.ts";

interface RecordOptions {
  readonly snapshot: LoadedNetwork;
  /** The day, which decides which listings are still open. */
  readonly asOf: string;
}

/** Questions for records: chosen, named and paged. */
export function recordAnswers({ snapshot, asOf }: RecordOptions) {
  const { version } = snapshot.network;
  return {
    enterprises: (query: QueryOf<"enterprises">, window: PageWindow): ResponseOf<"enterprises"> =>
      slicePage(selectEnterprises(snapshot, query), window, version, (enterprise) =>
        viewEnterprise(snapshot, enterprise),
      ),

    exchanges: (query: QueryOf<"exchanges">, window: PageWindow): ResponseOf<"exchanges"> => {
      const filter = filterOf(query, asOf);
      const { items, leftOut } = selectExchanges(snapshot, filter, query);
      const page = slicePage(items, window, version, (exchange) => viewExchange(snapshot, exchange, filter));
      return { ...page, filter, leftOut };
    },

    listings: (query: QueryOf<"listings">, window: PageWindow): ResponseOf<"listings"> => {
      const filter = recordFilterOf(filterOf(query, asOf));
      const { items, leftOut } = selectListings(snapshot, filter, query);
      const page = slicePage(items, window, version, (listing) => viewListing(snapshot, listing, asOf));
      return { ...page, filter, leftOut, withheld: snapshot.withheld.listings };
    },

    search: async ({ q, limit = 100 }: QueryOf<"search">): Promise<ResponseOf<"search">> => {
      const { items, total } = (await snapshot.searchIndex()).search(q, limit);
      return { ...wholePage(items, version), total };
    },
  };
}
