import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from "zod-openapi";
import { z } from "zod";
import type { ErrorCode } from "#graph/errors.ts";
import { Health } from "#graph/schema/api/contract.ts";
import type { Endpoint, EndpointTable } from "#graph/schema/api/endpoint.ts";
import { Problem, problemTable } from "#graph/schema/api/problem.ts";
import { viewerClasses } from "#graph/schema/api/viewer.ts";

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** Problems that any call may meet besides those of its own row: an unknown parameter is refused everywhere. */
const commonProblems: readonly ErrorCode[] = [
  "invalid-request",
  "host-not-allowed",
  "payload-too-large",
  "method-not-allowed",
  "too-many-requests",
  "store-unavailable",
  "store-access-denied",
  "store-locked",
  "store-corrupt",
  "analysis-too-long",
  "internal",
];

/** Every problem that a call of this row may be answered with. */
export function problemsOf({ problems, body, preconditions, roles }: Endpoint): readonly ErrorCode[] {
  const further: ErrorCode[] = [];
  if (body !== null) further.push("unsupported-media-type");
  if (preconditions.includes("if-match")) further.push("precondition-required", "changed-meanwhile");
  if (viewerClasses.some((viewerClass) => !roles.includes(viewerClass))) further.push("not-permitted");
  return [...new Set([...problems, ...further, ...commonProblems])];
}

const codes = Object.keys(problemTable) as [ErrorCode, ...ErrorCode[]];

/** A problem whose code is one of these. */
const problemWith = (allowed: readonly [string, ...string[]]) => Problem.extend({ code: z.enum(allowed) });

/** OpenAPI 3.1 drawn from a contract: the document cannot say anything that the server does not check. */
export function describeApi(table: EndpointTable, productVersion: string): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [id, row] of Object.entries(table)) (paths[row.path] ??= {})[row.method] = operationOf(id, row);
  const document = createDocument({
    openapi: "3.1.0",
    info: {
      title: "Gongsheng 共生网",
      version: productVersion,
      description:
        "Inter-park industrial symbiosis of Shandong and Jiangsu. Every answer names its network version.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "The service that gives this document" }],
    // No accounts: everybody who reaches the service is the public.
    security: [],
    paths: {
      ...(paths as ZodOpenApiPathsObject),
      "/healthz": { get: healthOperation("The process answers") },
      "/readyz": { get: healthOperation("The store answers too; 503 while it does not", true) },
    },
    components: {
      responses: Object.fromEntries(codes.map((code) => [code, problemResponse([code])])),
      schemas: { Problem },
    },
  });
  for (const { parameters = [] } of Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path),
  ) as {
    parameters?: { schema?: { type?: unknown }; style?: string; explode?: boolean }[];
  }[])
    for (const parameter of parameters)
      // A list is one parameter with commas.
      if (parameter.schema?.type === "array") Object.assign(parameter, { style: "form", explode: false });
  return document;
}

function operationOf(operationId: string, row: Endpoint): ZodOpenApiOperationObject {
  const byStatus = Map.groupBy(problemsOf(row), (code) => problemTable[code].status);
  const header = headersOf(row);
  return {
    summary: row.summary.en,
    operationId,
    requestParams: { path: row.params, query: row.query, ...(header === null ? {} : { header }) },
    ...(row.body === null
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: row.body } } } }),
    responses: {
      [statusOf(row)]: successOf(row),
      ...(row.method === "get" && row.live !== true
        ? { "304": { description: "The client's copy (If-None-Match) is current" } }
        : {}),
      ...Object.fromEntries([...byStatus].map(([status, its]) => [status, problemResponse(its)])),
    },
    "x-summary-zh": row.summary.zh,
    "x-roles": [...row.roles],
  };
}

function headersOf({ preconditions }: Endpoint): z.ZodObject | null {
  if (!preconditions.includes("if-match")) return null;
  return z.object({
    "If-Match": z.string().describe("Entity tag of what a GET of the same address answered"),
  });
}

/** Status of an answer that is no problem. */
export function statusOf({ accepted }: Endpoint): 200 | 202 {
  return accepted === undefined ? 200 : 202;
}

function successOf({ response }: Endpoint): ZodOpenApiResponseObject {
  if ("mediaTypes" in response)
    return {
      description: "The file, streamed",
      content: Object.fromEntries(
        Object.entries(response.mediaTypes).map(([mediaType, schema]) => [mediaType, { schema }]),
      ),
    };
  return { description: "The answer", content: { "application/json": { schema: response } } };
}

function problemResponse(its: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const [first = "internal", ...others] = its;
  return {
    description: its.map((code) => `${code}: ${problemTable[code].title.en}`).join("; "),
    content: { "application/problem+json": { schema: problemWith([first, ...others]) } },
  };
}

function healthOperation(summary: string, mayFail = false): ZodOpenApiOperationObject {
  const content = { "application/json": { schema: Health } };
  return {
    summary,
    responses: {
      "200": { description: "ok", content },
      ...(mayFail ? { "503": { description: "degraded", content } } : {}),
    },
  };
}
