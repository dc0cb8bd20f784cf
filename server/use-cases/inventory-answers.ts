import { checkTotals } from "#graph/inventory/totals.ts";
import { truthOf } from "#graph/inventory/truth.ts";
import type { BodyOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import { estimatesUnder, selectEstimates, selectPotential, withInputs } from "./inventory-selections.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import { slicePage, wholePage, type PageWindow } from "./paging.ts";
import { countEstimates, viewEstimate } from "./views/estimates.ts";

/** Questions about what plants give and take by their capacity. */
export function inventoryAnswers({ snapshot }: { readonly snapshot: LoadedNetwork }) {
  const { network } = snapshot;
  return {
    estimates: (query: QueryOf<"estimates">, window: PageWindow): ResponseOf<"estimates"> => {
      const items = selectEstimates(snapshot, estimatesUnder(snapshot), query);
      const page = slicePage(items, window, network.version, (each) => viewEstimate(snapshot, each));
      return { ...page, counts: countEstimates(items) };
    },

    estimateAnew: (
      body: BodyOf<"estimateAnew">,
      query: QueryOf<"estimateAnew">,
      window: PageWindow,
    ): ResponseOf<"estimateAnew"> => {
      const items = selectEstimates(snapshot, withInputs(snapshot, body), query);
      const page = slicePage(items, window, network.version, (each) => viewEstimate(snapshot, each));
      return { ...page, counts: countEstimates(items) };
    },

    totals: (): ResponseOf<"totals"> =>
      snapshot.getOrCompute("totals", () => {
        const { estimates } = estimatesUnder(snapshot);
        const checks = checkTotals(network, estimates);
        const { all, heldOut } = truthOf(network, estimates, checks);
        return { ...wholePage(checks, network.version), truth: { all, heldOut } };
      }),

    potential: (query: QueryOf<"potential">, window: PageWindow): ResponseOf<"potential"> =>
      slicePage(selectPotential(snapshot, query), window, network.version, (row) => row),
  };
}
