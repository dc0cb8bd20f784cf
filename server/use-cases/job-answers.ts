import { SymbiosisError } from "#graph/errors.ts";
import { assertUsed, chooseMetrics, ownParameters, type FileFindings } from "#graph/metrics/analyse.ts";
import { metrics } from "#graph/metrics/catalogue.ts";
import { metricOf } from "#graph/metrics/compute.ts";
import type { Metric } from "#graph/metrics/metric.ts";
import type { Analysis } from "#graph/schema/answers/analysis.ts";
import type { Job } from "#graph/schema/answers/job.ts";
import { parametersOf, type ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import type { JobQueue, JobRequest, NumberedEvent, UnitRequest } from "#server/jobs/job-queue.ts";
import { readSentNetwork } from "./file-analysis.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import { filterOf } from "./selections.ts";
import { workOnFile, workOnRecords } from "./unit-work.ts";
import type { Release } from "./views/meta.ts";

/** Where jobs are kept, and the threads they have to themselves: a long one must not hold up what people wait for. */
export interface Jobs {
  readonly queue: JobQueue;
  readonly pool: WorkPool;
}

interface JobOptions {
  readonly snapshot: LoadedNetwork;
  readonly jobs: Jobs;
  readonly release: Release;
  readonly asOf: string;
}

/** Questions about work that goes on after the answer. */
export function jobAnswers({ snapshot, jobs: { queue, pool }, release, asOf }: JobOptions) {
  const known = async (id: string): Promise<Job> => {
    const job = await queue.read(id, snapshot.viewerClass);
    if (job === null) throw unknownJob(id);
    return job;
  };
  const common = {
    viewerClass: snapshot.viewerClass,
    networkVersion: snapshot.network.version,
    stamp: snapshot.stamp,
  };
  return {
    startJob: async (body: BodyOf<"startJob">): Promise<ResponseOf<"startJob">> => {
      if (body.network === undefined) {
        const filter = filterOf(body.filter ?? {}, asOf);
        const request: JobRequest = { ...common, filter, units: unitsOfRecords(body, filter), network: null };
        return await queue.start(request, workOnRecords(snapshot, pool, release));
      }
      const network = readSentNetwork(body.network, body);
      const request: JobRequest = { ...common, filter: null, units: unitsOfFile(body), network };
      return await queue.start(request, workOnFile(network, pool));
    },

    job: ({ id }: ParamsOf<"job">): Promise<ResponseOf<"job">> => known(id),

    cancelJob: async ({ id }: ParamsOf<"cancelJob">): Promise<ResponseOf<"cancelJob">> => {
      await known(id);
      await queue.cancel(id);
      return await known(id);
    },

    jobResult: async (
      { id }: ParamsOf<"jobResult">,
      { metric }: QueryOf<"jobResult">,
    ): Promise<ResponseOf<"jobResult">> => {
      const job = await known(id);
      const results = await queue.results(id);
      const texts = results.filter(
        (text, position): text is string =>
          text !== null && (metric === undefined || job.units[position]?.metric === metric),
      );
      if (job.filter === null)
        return { job, reports: [], analysis: mergeFindings(texts, release.productVersion) };
      return { job, reports: texts.map((text) => JSON.parse(text) as MetricReport), analysis: null };
    },

    jobEvents: async ({ id }: ParamsOf<"jobEvents">, after: string | null) => {
      await known(id);
      return (signal: AbortSignal): AsyncIterable<NumberedEvent | null> => queue.follow(id, after, signal);
    },
  };
}

type Asked = Pick<BodyOf<"startJob">, "metrics" | "parameters" | "seed">;

const givenBy = ({ parameters = {}, seed }: Asked): ParameterValues =>
  parametersOf(seed === undefined ? parameters : { ...parameters, seed });

function unitsOfFile(body: Asked): UnitRequest[] {
  const { metrics: asked = "all" } = body;
  const chosen = chooseMetrics(asked === "all" ? null : asked);
  const given = givenBy(body);
  assertUsed(chosen, given);
  return chosen.map((metric) => ({
    metric: metric.description.id,
    layer: null,
    filter: null,
    parameters: ownParameters(metric, given),
  }));
}

/** Without ids every metric, those that sum quantities once for each layer: quantities of two layers never add. */
function unitsOfRecords(body: Asked, filter: NetworkFilter): UnitRequest[] {
  const { metrics: asked = "all" } = body;
  const chosen: readonly Metric[] = asked === "all" ? metrics : [...new Set(asked)].map(metricOf);
  const given = givenBy(body);
  assertUsed(chosen, given);
  return chosen.flatMap((metric): UnitRequest[] => {
    const { id, needsOneLayer } = metric.description;
    const unit = { metric: id, layer: null, filter, parameters: ownParameters(metric, given) };
    if (!needsOneLayer || filter.layers.length === 1) return [unit];
    if (asked !== "all") throw severalLayers(id);
    return filter.layers.map((layer) => ({ ...unit, layer, filter: { ...filter, layers: [layer] } }));
  });
}

function severalLayers(id: string): SymbiosisError {
  return new SymbiosisError("metric-needs-one-layer", `${id} sums quantities: choose exactly one layer`, {
    zh: `${id} 需要汇总数量，筛选必须只有一层`,
    details: [{ pointer: "/filter/layer", message: "expected exactly one of material, energy, water" }],
  });
}

/** What single metrics of one network brought, as one analysis; null before the first. */
function mergeFindings(texts: readonly string[], productVersion: string): Analysis | null {
  const parts = texts.map((text) => JSON.parse(text) as FileFindings);
  const [first] = parts;
  if (first === undefined) return null;
  const libraries = parts
    .flatMap((part) => Object.entries(part.libraries))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    network: first.network,
    parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Analysis["parameters"],
    versions: { gongsheng: productVersion, ...Object.fromEntries(libraries) },
    metrics: Object.assign({}, ...parts.map((part) => part.metrics)) as Analysis["metrics"],
  };
}

function unknownJob(id: string): SymbiosisError {
  return new SymbiosisError(
    "unknown-job",
    `There is no job ${id} here, or it has been over for so long that newer ones took its place; start it again, what was worked out is not worked out twice`,
    { zh: `没有任务 ${id}，或其结果已过期：请重新开始，已算过的不会重算` },
  );
}
