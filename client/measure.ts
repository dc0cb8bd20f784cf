import { toQuery, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { isOver } from "#graph/schema/answers/job.ts";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { AskedMetric } from "./model/view/asked-metric.ts";
import { ApiFailure, request } from "./api.ts";

/** How long an answer is waited for before the measure goes on as a job, whose progress can be shown, ms. */
const patienceMs = 2_500;
const pauseMs = 500;

interface Watch {
  /** Aborted when nobody wants the measure any more: its job is then cancelled. */
  readonly signal: AbortSignal;
  /** Told the share that is done, 0 to 1, once it goes on as a job. */
  readonly onProgress: (share: number) => void;
}

/** A measure under a filter: answered at once, or worked out as a job and watched. Throws ApiFailure, or the abort's reason. */
export async function measure(
  { id, parameters }: AskedMetric,
  filter: NetworkFilter,
  { signal, onProgress }: Watch,
): Promise<MetricReport> {
  const impatience = new AbortController();
  const query = { ...toQuery(filter), ...parameters };
  const answer = request("metric", {
    params: { id },
    query,
    signal: AbortSignal.any([signal, impatience.signal]),
  });
  const first = await Promise.race([answer, pause(patienceMs, signal)]);
  if (first !== undefined) return first;
  impatience.abort();
  answer.catch(() => undefined);
  return await measureAsJob({ id, parameters }, filter, { signal, onProgress });
}

async function measureAsJob(
  { id, parameters }: AskedMetric,
  filter: NetworkFilter,
  { signal, onProgress }: Watch,
): Promise<MetricReport> {
  onProgress(0);
  const values = Object.entries(parameters).map(([name, text]) => [name, valueOf(text)] as const);
  let job = await request("startJob", {
    body: { metrics: [id], filter: toQuery(filter), parameters: Object.fromEntries(values) },
    signal,
  });
  const params = { id: job.id };
  const cancel = () => void request("cancelJob", { params }).catch(() => undefined);
  signal.addEventListener("abort", cancel);
  try {
    while (!isOver(job.state)) {
      await pause(pauseMs, signal);
      job = await request("job", { params, signal });
      onProgress(job.progress);
    }
    const [report] = (await request("jobResult", { params, signal })).reports;
    if (report !== undefined) return report;
  } finally {
    signal.removeEventListener("abort", cancel);
  }
  const problem = job.problem ?? job.units[0]?.problem;
  throw new ApiFailure("unreadable", `job ${job.id}: ${problem?.message ?? job.state}`);
}

/** Numbers as numbers, words of a choice as they are. */
const valueOf = (text: string) => (/^-?\d/.test(text) ? Number(text) : text);

/** Nothing, after a while; rejects as soon as the signal is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve(undefined);
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
