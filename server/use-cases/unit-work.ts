import { SymbiosisError } from "#graph/errors.ts";
import type { FileFindings } from "#graph/metrics/analyse.ts";
import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricFindings, MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import type { JobRequest, UnitWork } from "#server/jobs/job-queue.ts";
import { keyOf, type LoadedNetwork, type Loader } from "./loaded-network.ts";
import { originOf } from "./origin.ts";
import type { Release } from "./views/meta.ts";

/** Longest time that one metric of a job may take, waiting for a thread included. */
const longestUnitMs = 3_600_000;

/** Under this key of a version the findings of a metric are kept. */
export function metricKey(id: string, parameters: ParameterValues, filter: NetworkFilter): string {
  return keyOf(`metric ${id} ${JSON.stringify(parameters)}`, filter);
}

/** Works units out from the records: what somebody asked before is not worked out again. */
export function workOnRecords(snapshot: LoadedNetwork, pool: WorkPool, release: Release): UnitWork {
  return async ({ metric: id, filter, parameters }, { signal, onProgress }) => {
    if (filter === null) throw new Error("a unit of the records has a filter");
    const key = metricKey(id, parameters, filter);
    const findings =
      (await knownFindings(snapshot, key, signal)) ??
      (await pool.run(
        "metric",
        snapshot.network,
        { id, filter, parameters },
        { signal, onProgress, timeoutMs: longestUnitMs },
      ));
    snapshot.keep(key, Promise.resolve(findings));
    const report: MetricReport = { ...findings, ...(await originOf(snapshot, release)) };
    return JSON.stringify(report);
  };
}

/** What is kept, or being worked out for somebody else, unless that fails. */
async function knownFindings(
  snapshot: LoadedNetwork,
  key: string,
  signal: AbortSignal,
): Promise<MetricFindings | null> {
  const known = snapshot.known(key) as Promise<MetricFindings> | undefined;
  if (known === undefined) return null;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
  return await Promise.race([known.catch(() => null), stopped]);
}

/** Works units of any job out, whichever process started it: from the records as they are, or from what was sent along. */
export function workFrom(load: Loader, pool: WorkPool, release: Release) {
  return async (request: JobRequest): Promise<UnitWork> => {
    if (request.network !== null) return workOnFile(request.network, pool);
    const snapshot = await load({ viewerClass: request.viewerClass });
    if (snapshot.stamp === request.stamp) return workOnRecords(snapshot, pool, release);
    throw new SymbiosisError(
      "changed-meanwhile",
      `The records are no longer those of version ${request.networkVersion}, with which the job began, or this worker has another store; start the job again`,
    );
  };
}

/** Works units out from a network that was sent along. */
export function workOnFile(network: PlainNetwork, pool: WorkPool): UnitWork {
  return async ({ metric, parameters }, { signal, onProgress }) => {
    const request = { ids: [metric], parameters };
    const findings: FileFindings = await pool.run("analyse", network, request, {
      signal,
      onProgress,
      timeoutMs: longestUnitMs,
    });
    return JSON.stringify(findings);
  };
}
