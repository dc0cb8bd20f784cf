import { randomBytes } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SymbiosisError } from "#graph/errors.ts";
import type { JobQueue, JobRequest, UnitWork } from "./job-queue.ts";
import { LocalJob } from "./local-job.ts";
import { problemOfUnit } from "./unit-problem.ts";

export interface LocalQueueOptions {
  /** Jobs worked on at the same time. */
  readonly mostRunning: number;
  /** Jobs that are not over; one more is refused with `work-queue-full`. */
  readonly mostUnfinished: number;
  /** Jobs that are over and still known, and characters of all results; the oldest go first. */
  readonly mostKept: number;
  readonly mostCharacters: number;
  readonly now: () => Date;
  /** Told of faults of our own. */
  readonly onFault: (fault: unknown) => void;
}

/** Bounds of one service. */
export const localBounds = { mostUnfinished: 32, mostKept: 200, mostCharacters: 128_000_000 } as const;

/** Nodes and edges of the networks that unfinished jobs hold together. */
const mostSent = 4_000_000;

/** Jobs in the memory of one process; they end with it. */
export function createLocalQueue(options: LocalQueueOptions): JobQueue {
  const jobs = new Map<string, LocalJob>();
  const waiting: { readonly job: LocalJob; readonly work: UnitWork }[] = [];
  let running = 0;

  const endedAt = () => options.now().toISOString();
  const startNext = () => {
    for (; running < options.mostRunning;) {
      const next = waiting.shift();
      if (next === undefined) return;
      if (next.job.isOver) continue;
      running += 1;
      void workOut(next.job, next.work, options).finally(() => {
        running -= 1;
        next.job.end("done", endedAt());
        forgetOldest(jobs, options);
        startNext();
      });
    }
  };

  return {
    async start(request, work) {
      admit(
        [...jobs.values()].filter(({ isOver }) => !isOver),
        request,
        options,
      );
      const job = new LocalJob(randomBytes(16).toString("base64url"), request, endedAt());
      jobs.set(job.id, job);
      waiting.push({ job, work });
      // The caller gets its id before the first unit keeps this thread busy.
      setImmediate(startNext);
      return job.toJob();
    },
    async read(id, viewerClass) {
      const job = jobs.get(id);
      return job?.request.viewerClass === viewerClass ? job.toJob() : null;
    },
    results: async (id) => [...(jobs.get(id)?.results ?? [])],
    cancel: async (id) => jobs.get(id)?.end("cancelled", endedAt()),
    async *follow(id, after, signal) {
      const job = jobs.get(id);
      if (job !== undefined) yield* job.follow(after, signal);
    },
    async close() {
      for (const job of jobs.values()) job.end("interrupted", endedAt());
    },
  };
}

/** Unit after unit, so that a long job and what else is asked take turns. Never throws. */
async function workOut(job: LocalJob, work: UnitWork, { mostCharacters, onFault }: LocalQueueOptions) {
  const { signal } = job.stopping;
  job.begin();
  for (const [position, unit] of job.request.units.entries()) {
    job.mark(position, "running");
    try {
      const text = await work(unit, { signal, onProgress: (share) => job.advance(share) });
      if (job.size + text.length > mostCharacters / 2) throw tooMuch();
      if (job.isOver) return;
      job.results[position] = text;
      job.mark(position, "done");
    } catch (error) {
      if (job.isOver) return;
      if (!(error instanceof SymbiosisError)) onFault(error);
      job.mark(position, "failed", problemOfUnit(error));
    }
    await nextTurn();
    if (job.isOver) return;
  }
}

function admit(unfinished: readonly LocalJob[], request: JobRequest, { mostUnfinished }: LocalQueueOptions) {
  const sizeOf = ({ network }: JobRequest) =>
    network === null ? 0 : network.nodes.length + network.edges.length;
  const sent = unfinished.reduce((sum, job) => sum + sizeOf(job.request), sizeOf(request));
  if (unfinished.length < mostUnfinished && (sent <= mostSent || unfinished.length === 0)) return;
  throw new SymbiosisError(
    "work-queue-full",
    `${unfinished.length} jobs are not finished yet; ask again when some of them are over`,
    { zh: `还有 ${unfinished.length} 个任务未结束：请待其结束后再试` },
  );
}

function tooMuch(): SymbiosisError {
  return new SymbiosisError(
    "analysis-too-big",
    "The results of this job are longer than is kept; ask for fewer metrics at a time, or narrow the filter",
    { zh: "该任务的结果超出可保存的长度：请减少每次的指标数，或缩小筛选范围" },
  );
}

function forgetOldest(jobs: Map<string, LocalJob>, { mostKept, mostCharacters }: LocalQueueOptions) {
  const over = [...jobs.values()].filter(({ isOver }) => isOver);
  let characters = over.reduce((sum, { size }) => sum + size, 0);
  let kept = over.length;
  for (const job of over) {
    if (kept <= mostKept && characters <= mostCharacters) return;
    jobs.delete(job.id);
    characters -= job.size;
    kept -= 1;
  }
}
