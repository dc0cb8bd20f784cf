import { metrics } from "#graph/metrics/catalogue.ts";
import type { ParamsOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import { recordFilterOf, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import { assertKnown, filterOf } from "./selections.ts";
import { keyOf, type LoadedNetwork } from "./loaded-network.ts";
import { describePlace } from "./views/place-detail.ts";

interface AskPlaceOptions {
  readonly snapshot: LoadedNetwork;
  readonly pool: WorkPool;
  /** Today, the day of a question that names none. */
  readonly asOf: string;
}

/** What the panel of a place tells: the table of metrics has all of them. */
const panelMetrics: ReadonlySet<string> = new Set([
  "park.inDegree",
  "park.outDegree",
  "park.degree",
  "park.inStrength",
  "park.outStrength",
  "park.betweenness",
  "park.closeness",
  "park.outwardCloseness",
  "park.pagerank",
]);

/** Everything about one place, park or not. */
export function placeAnswers({ snapshot, pool, asOf: today }: AskPlaceOptions) {
  const { network } = snapshot;
  const countCandidates = (placeId: string, filter: NetworkFilter, asOf: string) =>
    snapshot.getOrCompute(keyOf(`candidate count ${asOf} ${placeId}`, filter), () =>
      pool.run("candidateCount", network, { asOf, placeId, filter: recordFilterOf(filter) }),
    );

  /** The metrics of the panel that say something under the filter, all in one task. */
  const reportMetrics = (filter: NetworkFilter) => {
    const applicable = metrics.filter(
      ({ description: { id, needsOneLayer } }) =>
        panelMetrics.has(id) && (!needsOneLayer || filter.layers.length === 1),
    );
    const ids = applicable.map(({ description }) => description.id);
    return snapshot.getOrCompute(keyOf("place metrics", filter), () =>
      pool.run("metrics", network, { ids, filter }),
    );
  };

  const place = async (asked: ParamsOf<"place">, query: QueryOf<"place">): Promise<ResponseOf<"place">> => {
    const filter = filterOf(query, today);
    const { asOf = today } = query;
    const id = snapshot.formerIds.place(asked.id);
    assertKnown(snapshot.placeById, id, "id");
    const [candidateCount, reports] = await Promise.all([
      countCandidates(id, filter, asOf),
      reportMetrics(filter),
    ]);
    return describePlace(snapshot, id, filter, { reports, candidateCount, asOf });
  };
  return {
    place,
    park: ({ id }: ParamsOf<"park">, query: QueryOf<"park">) => place({ id: `park:${id}` }, query),
  };
}
