import { metrics } from "#graph/metrics/catalogue.ts";
import { metricOf } from "#graph/metrics/compute.ts";
import { fillIn } from "#graph/metrics/parameters.ts";
import { parametersOf } from "#graph/schema/answers/metric-parameters.ts";
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import { analyseFile } from "./file-analysis.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import { originOf } from "./origin.ts";
import { wholePage } from "./paging.ts";
import { filterOf } from "./selections.ts";
import { metricKey } from "./unit-work.ts";
import type { Release } from "./views/meta.ts";
import { toWhatIfRequest } from "./what-if-request.ts";

interface MetricOptions {
  readonly snapshot: LoadedNetwork;
  readonly pool: WorkPool;
  readonly release: Release;
  readonly asOf: string;
}

/** Questions that cost: computed once a version and filter, in worker threads where the network is big. */
export function metricAnswers({ snapshot, pool, release, asOf }: MetricOptions) {
  const { network } = snapshot;
  return {
    metricCatalogue: (): ResponseOf<"metricCatalogue"> =>
      wholePage(
        metrics.map(({ description }) => description),
        network.version,
      ),

    metric: async ({ id }: ParamsOf<"metric">, query: QueryOf<"metric">): Promise<ResponseOf<"metric">> => {
      const filter = filterOf(query, asOf);
      const parameters = fillIn(metricOf(id).description, parametersOf(query));
      const [findings, origin] = await Promise.all([
        snapshot.getOrCompute(metricKey(id, parameters, filter), () =>
          pool.run("metric", network, { id, filter, parameters }),
        ),
        originOf(snapshot, release),
      ]);
      return { ...findings, ...origin };
    },

    whatIf: async (body: BodyOf<"whatIf">): Promise<ResponseOf<"whatIf">> => {
      const filter = filterOf(body.filter ?? {}, asOf);
      const findings = await pool.run("whatIf", network, { ...toWhatIfRequest(body), filter });
      return { networkVersion: network.version, filter, ...findings };
    },

    analyse: (body: BodyOf<"analyse">): Promise<ResponseOf<"analyse">> =>
      analyseFile(body, pool, release.productVersion),
  };
}
