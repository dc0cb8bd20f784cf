import { z } from "zod";
import { Job, JobBody, JobId, JobResult } from "#graph/schema/answers/job.ts";
import { worded } from "#graph/schema/text.ts";
import { none } from "./endpoint.ts";
import { longestNetworkBytes } from "./metric-endpoints.ts";
import { viewerClasses } from "./viewer.ts";

const jobParams = z.strictObject({
  id: worded(JobId, { zh: "任务编号，由 POST /api/jobs 给出", en: "Id of the job, from POST /api/jobs" }),
});

const aboutJob = {
  params: jobParams,
  query: none,
  body: null,
  preconditions: [],
  roles: viewerClasses,
  live: true,
} as const;

/** Work that goes on after the answer: started, watched, cancelled, and its results fetched by id. */
export const jobEndpoints = {
  startJob: {
    method: "post",
    path: "/api/jobs",
    summary: {
      zh: "开始任务：在筛选条件下计算多项指标，或计算自己的网络；立即返回 202 与编号，用于耗时较长的计算",
      en: "Start a job: metrics under a filter, or of a network of your own; answers 202 with its id at once, for whatever takes long",
    },
    params: none,
    query: none,
    body: JobBody,
    longestBodyBytes: longestNetworkBytes,
    preconditions: [],
    roles: viewerClasses,
    accepted: "/api/jobs/{id}",
    response: Job,
    problems: [
      "invalid-request",
      "unknown-id",
      "metric-needs-one-layer",
      "payload-too-large",
      "work-queue-full",
      "queue-unavailable",
    ],
  },
  job: {
    ...aboutJob,
    method: "get",
    path: "/api/jobs/{id}",
    summary: { zh: "任务的状态与进度", en: "State and progress of a job" },
    response: Job,
    problems: ["invalid-request", "unknown-job", "queue-unavailable"],
  },
  cancelJob: {
    ...aboutJob,
    method: "delete",
    path: "/api/jobs/{id}",
    summary: {
      zh: "取消任务：立即停止计算，已得到的结果仍可取用",
      en: "Cancel a job: its work stops at once, results it has stay",
    },
    response: Job,
    problems: ["invalid-request", "unknown-job", "queue-unavailable"],
  },
  jobResult: {
    ...aboutJob,
    method: "get",
    path: "/api/jobs/{id}/result",
    query: z.strictObject({
      metric: worded(z.string().max(60).optional(), {
        zh: "只取这一项指标；默认全部已完成的",
        en: "This metric alone; default all that are ready",
      }),
    }),
    summary: {
      zh: "任务的结果：任务进行中也可取用已完成的部分",
      en: "Result of a job; while it runs, the part that is ready",
    },
    response: JobResult,
    problems: ["invalid-request", "unknown-job", "queue-unavailable"],
  },
  jobEvents: {
    ...aboutJob,
    method: "get",
    path: "/api/jobs/{id}/events",
    summary: {
      zh: "任务进度的事件流（SSE）：每条 data 是一个 JobEvent；断开后以 Last-Event-ID 续传；任务结束后流也结束，再次续传返回 204",
      en: "Progress as server-sent events: each `data` is a JobEvent; resumes after Last-Event-ID; ends with the job, and answers 204 to whoever has all of it",
    },
    response: { mediaTypes: { "text/event-stream": { type: "string" } } },
    problems: ["invalid-request", "unknown-job", "queue-unavailable", "too-many-requests"],
  },
} as const;
