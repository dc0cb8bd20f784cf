import { z } from "zod";
import { filterQuery, NetworkFilter } from "#graph/schema/filter/filter.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { Analysis, AnalysisBody } from "./analysis.ts";
import { MetricReport } from "./metric-report.ts";

/** Names a job to whoever started it; it cannot be guessed. */
export const JobId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, "expected the id of a job, 22 letters and digits");

const { network, metrics, directed, weight, seed, parameters } = AnalysisBody.shape;

/** What a job is to work out: metrics of the records under a filter, or of a network that is sent along. */
export const JobBody = z
  .strictObject({
    metrics,
    filter: z
      .strictObject(filterQuery)
      .optional()
      .describe("Filter of the records, in the names and words of the query of /api/metrics/{id}"),
    seed,
    parameters,
    network: network.optional().describe("A network of your own in place of the records"),
    directed,
    weight,
  })
  .superRefine((body, context) => {
    const refuse = (name: "filter" | "directed" | "weight", message: string) => {
      if (body[name] !== undefined) context.addIssue({ code: "custom", path: [name], message });
    };
    if (body.network !== undefined) refuse("filter", "is for the records; a network of your own has none");
    else for (const name of ["directed", "weight"] as const) refuse(name, "is for a network of your own");
  })
  .meta({ id: "JobBody" });
export type JobBody = z.infer<typeof JobBody>;

export const jobStates = ["waiting", "running", "done", "cancelled", "failed", "interrupted"] as const;
const unitStates = ["waiting", "running", "done", "failed", "cancelled"] as const;

const JobProblem = z.strictObject({ code: z.string(), message: z.string() });

/** One metric of a job. */
export const JobUnit = z
  .strictObject({
    metric: z.string(),
    layer: Layer.nullable().describe(
      "The one layer it is worked out for, where all metrics were asked for under several layers and it sums quantities",
    ),
    state: z.enum(unitStates),
    problem: JobProblem.nullable().describe("Why it failed; the other metrics are worked out all the same"),
  })
  .meta({ id: "JobUnit" });
export type JobUnit = z.infer<typeof JobUnit>;

const standing = {
  state: z
    .enum(jobStates)
    .describe(
      "done: each metric has its result or its problem; failed: could not be worked on; interrupted: the service stopped",
    ),
  progress: z.number().min(0).max(1),
  done: z.int().describe("Metrics that have their result or their problem"),
  total: z.int(),
} as const;

/** A job as it stands. */
export const Job = z
  .strictObject({
    id: JobId,
    ...standing,
    problem: JobProblem.nullable().describe("Why it failed as a whole"),
    networkVersion: z.int().describe("Of the records it is worked out from, whatever is imported meanwhile"),
    filter: NetworkFilter.nullable().describe(
      "The filter applied, defaults filled in; null for a network of your own",
    ),
    units: z.array(JobUnit),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.infer<typeof Job>;

/** One event of a job's stream: how it stands, and the metric that brought the change. */
export const JobEvent = z
  .strictObject({
    ...standing,
    unit: JobUnit.extend({ position: z.int().describe("In `units` of the job") }).nullable(),
  })
  .meta({ id: "JobEvent" });
export type JobEvent = z.infer<typeof JobEvent>;

/** What a job has brought so far; complete when its state is done. */
export const JobResult = z
  .strictObject({
    job: Job,
    reports: z
      .array(MetricReport)
      .describe("Of the records: the metrics that are ready, as /api/metrics/{id} gives them"),
    analysis: Analysis.nullable().describe(
      "Of a network of your own: as /api/analyses gives it, with the metrics that are ready",
    ),
  })
  .meta({ id: "JobResult" });
export type JobResult = z.infer<typeof JobResult>;

export function isOver(state: Job["state"]): boolean {
  return state !== "waiting" && state !== "running";
}
