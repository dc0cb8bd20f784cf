import { withPartners } from "#graph/matching/gap-partners.ts";
import type { QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import { recordFilterOf } from "#graph/schema/filter/filter.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import { nextOf, slicePage, type PageWindow } from "./paging.ts";
import { filterOf, selectGaps, toSelection } from "./selections.ts";
import { casesTested, describeEvaluation, shownEvaluation } from "./views/evaluation.ts";
import { toWhyNotQuery } from "./why-not-query.ts";

interface CandidateOptions {
  readonly snapshot: LoadedNetwork;
  readonly pool: WorkPool;
  /** The day where the question names none. */
  readonly asOf: string;
}

/** Questions about possible links: candidates, why a link is none, gaps of cities, and how well known links are found. */
export function candidateAnswers({ snapshot, pool, asOf }: CandidateOptions) {
  const { network } = snapshot;
  return {
    gaps: async (query: QueryOf<"gaps">, window: PageWindow): Promise<ResponseOf<"gaps">> => {
      const day = query.asOf ?? asOf;
      const filter = recordFilterOf(filterOf(query, asOf));
      const { items, leftOut } = selectGaps(snapshot, filter, { resource: query.resource, asOf: day });
      const partners = await pool.run("partnersOfTotals", network, { asOf: day });
      const page = slicePage(items, window, network.version, (gap) => withPartners(gap, partners));
      return { ...page, filter, leftOut, asOf: day };
    },

    whyNot: async (query: QueryOf<"whyNot">): Promise<ResponseOf<"whyNot">> => {
      const input = { ...toWhyNotQuery(snapshot, query), asOf: query.asOf ?? asOf };
      const answer = await pool.run("whyNot", network, input);
      return { ...answer, networkVersion: network.version, asOf: input.asOf };
    },

    evaluation: (): Promise<ResponseOf<"evaluation">> =>
      snapshot.getOrCompute(`evaluation ${asOf}`, async () =>
        describeEvaluation(
          await pool.run("evaluation", network, { asOf, ...shownEvaluation, most: casesTested(network) }),
        ),
      ),

    candidates: async (
      query: QueryOf<"candidates">,
      window: PageWindow,
    ): Promise<ResponseOf<"candidates">> => {
      const { offset, limit } = window;
      const day = query.asOf ?? asOf;
      const selection = toSelection(snapshot, query);
      const input = { asOf: day, selection, offset, limit };
      const { items, total, folded, leftOut, counts, helpful } = await pool.run(
        "candidatePage",
        network,
        input,
      );
      return {
        items: [...items],
        total,
        next: nextOf(window, total),
        networkVersion: network.version,
        filter: {
          ...recordFilterOf(filterOf(query, asOf)),
          list: selection.list,
          gates: query.gates ?? "open",
          existing: query.existing ?? "no",
        },
        asOf: day,
        folded,
        leftOut,
        counts,
        helpful,
      };
    },
  };
}
