import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { Job, JobEvent } from "#graph/schema/answers/job.ts";
import type { ParameterValues } from "#graph/schema/answers/metric-parameters.ts";
import type { ViewerClass } from "#graph/schema/api/viewer.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Layer } from "#graph/schema/records/layer.ts";

/** One metric to work out. */
export interface UnitRequest {
  readonly metric: string;
  /** See `JobUnit`. */
  readonly layer: Layer | null;
  /** Null for a network that was sent along. */
  readonly filter: NetworkFilter | null;
  readonly parameters: ParameterValues;
}

/** What a job is to do, in values that survive JSON. */
export interface JobRequest {
  readonly viewerClass: ViewerClass;
  readonly networkVersion: number;
  /** Stamp of the loaded network that the records are read from. */
  readonly stamp: string;
  /** The filter of the job; null for a network that was sent along. */
  readonly filter: NetworkFilter | null;
  readonly units: readonly UnitRequest[];
  readonly network: PlainNetwork | null;
}

export interface UnitOptions {
  /** Where it is given the work stops, and rejects. */
  readonly signal: AbortSignal;
  /** Told now and then which share of the unit is done. */
  readonly onProgress: (share: number) => void;
}

/** Works one unit out: its result as JSON. */
export type UnitWork = (unit: UnitRequest, options: UnitOptions) => Promise<string>;

/** An event of a job; ids ascend within the job. */
export interface NumberedEvent {
  readonly id: string;
  readonly event: JobEvent;
}

/**
 * Where jobs wait, run and keep their results. Promises of every adapter: a job that was started is seen by its id until
 * it has been over for long enough that newer ones took its place; its state only moves from waiting to running to one of
 * the others; each unit is told of once when it is over; a cancelled job's work stops; bounds are `work-queue-full`.
 */
export interface JobQueue {
  /** `work` is how this process works units out; a queue over many machines may have others do it. */
  start(request: JobRequest, work: UnitWork): Promise<Job>;
  /** Null where the job is not known, or not to this class of viewers. */
  read(id: string, viewerClass: ViewerClass): Promise<Job | null>;
  /** By position of a unit: its result as JSON, null where there is none. */
  results(id: string): Promise<readonly (string | null)[]>;
  cancel(id: string): Promise<void>;
  /**
   * Events after the one with this id (null = from the first), until the job is over or the signal is given. Yields null
   * where nothing happened for a while.
   */
  follow(id: string, after: string | null, signal: AbortSignal): AsyncIterable<NumberedEvent | null>;
  /** Ends what is unfinished as `interrupted`, and all streams. */
  close(): Promise<void>;
}
