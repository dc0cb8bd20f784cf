import { EventEmitter, once, setMaxListeners } from "node:events";
import { isOver, type Job, type JobEvent, type JobUnit } from "#graph/schema/answers/job.ts";
import type { JobRequest, NumberedEvent } from "./job-queue.ts";

/** After so long without an event a stream says that it is still there, ms. */
const quietMs = 15_000;

/** A job in the memory of this process: how it stands, what it has brought, and everything that happened to it. */
export class LocalJob {
  readonly id: string;
  readonly request: JobRequest;
  readonly results: (string | null)[];
  readonly stopping = new AbortController();
  readonly #createdAt: string;
  readonly #units: JobUnit[];
  readonly #events: NumberedEvent[] = [];
  readonly #changes = new EventEmitter();
  #state: Job["state"] = "waiting";
  #finishedAt: string | null = null;
  /** Of the unit that is worked on. */
  #share = 0;

  constructor(id: string, request: JobRequest, createdAt: string) {
    this.id = id;
    this.request = request;
    this.#createdAt = createdAt;
    this.#units = request.units.map(({ metric, layer }) => ({
      metric,
      layer,
      state: "waiting",
      problem: null,
    }));
    this.results = request.units.map(() => null);
    setMaxListeners(0, this.#changes);
    this.#tell(null);
  }

  get isOver(): boolean {
    return isOver(this.#state);
  }

  /** Characters of the results that are kept. */
  get size(): number {
    return this.results.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  }

  /** Streams that wait for the next event. */
  get listeners(): number {
    return this.#changes.listenerCount("change");
  }

  toJob(): Job {
    const { networkVersion, filter } = this.request;
    return {
      id: this.id,
      ...this.#standing(),
      problem: null,
      networkVersion,
      filter,
      units: this.#units.map((unit) => ({ ...unit })),
      createdAt: this.#createdAt,
      finishedAt: this.#finishedAt,
    };
  }

  begin(): void {
    this.#state = "running";
    this.#tell(null);
  }

  /** A unit has begun, or is over. Nothing changes once the job is over. */
  mark(position: number, state: JobUnit["state"], problem: JobUnit["problem"] = null): void {
    const unit = this.#units[position];
    if (unit === undefined || this.isOver) return;
    Object.assign(unit, { state, problem });
    this.#share = 0;
    this.#tell(position);
  }

  /** The unit that is worked on is so far, 0 to 1; it never goes back. */
  advance(share: number): void {
    if (this.isOver || share <= this.#share) return;
    this.#share = Math.min(1, share);
    this.#tell(null);
  }

  /** The end, and the stop of what is still worked on; a job that is over stays as it is. */
  end(state: Job["state"], at: string): void {
    if (this.isOver) return;
    this.#state = state;
    this.#finishedAt = at;
    for (const unit of this.#units)
      if (unit.state === "waiting" || unit.state === "running") unit.state = "cancelled";
    this.stopping.abort();
    this.#tell(null);
  }

  async *follow(after: string | null, signal: AbortSignal): AsyncGenerator<NumberedEvent | null> {
    let next = after === null ? 0 : Number(after);
    while (!signal.aborted) {
      for (const numbered of this.#events.slice(next)) {
        next = Number(numbered.id);
        yield numbered;
      }
      if (next < this.#events.length) continue;
      if (this.isOver) return;
      const quiet = AbortSignal.timeout(quietMs);
      await once(this.#changes, "change", { signal: AbortSignal.any([signal, quiet]) }).catch(() => {});
      if (quiet.aborted) yield null;
    }
  }

  #standing(): Pick<JobEvent, "state" | "progress" | "done" | "total"> {
    const total = this.#units.length;
    const done = this.#units.filter(({ state }) => state === "done" || state === "failed").length;
    return { state: this.#state, progress: done === total ? 1 : (done + this.#share) / total, done, total };
  }

  #tell(position: number | null): void {
    const unit = position === null ? undefined : this.#units[position];
    const event = {
      ...this.#standing(),
      unit: unit === undefined || position === null ? null : { ...unit, position },
    };
    this.#events.push({ id: String(this.#events.length + 1), event });
    this.#changes.emit("change");
  }
}
