import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { z } from "zod";
import type { ErrorCode } from "#graph/errors.ts";
import { endpoints, Health, type Endpoint } from "#graph/schema/api/contract.ts";
import { Problem, problemTable } from "#graph/schema/api/problem.ts";

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** Problems that any call may meet besides those of its own row: an unknown parameter is refused everywhere. */
export const commonProblems: readonly ErrorCode[] = [
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

const codes = Object.keys(problemTable) as [ErrorCode, ...ErrorCode[]];

/** A problem whose code is one of these. */
const problemWith = (allowed: readonly [string, ...string[]]) => Problem.extend({ code: z.enum(allowed) });

/** OpenAPI 3.1 drawn from the contract: the document cannot say anything that the server does not check. */
export function describeApi(productVersion: string): OpenApiDocument {
  const rows: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints);
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Gongsheng 共生网",
      version: productVersion,
      description:
        "Inter-park industrial symbiosis of Shandong and Jiangsu. Every answer names its network version.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: {
      ...Object.fromEntries(rows.map(([id, row]) => [row.path, { get: operationOf(id, row) }])),
      "/healthz": { get: healthOperation("The process answers") },
      "/readyz": { get: healthOperation("The store answers too; 503 while it does not") },
    },
    components: {
      responses: Object.fromEntries(codes.map((code) => [code, problemResponse([code])])),
      schemas: { Problem },
    },
  });
}

function operationOf(operationId: string, row: Endpoint): ZodOpenApiOperationObject {
  const byStatus = Map.groupBy(
    [...new Set([...row.problems, ...commonProblems])],
    (code) => problemTable[code].status,
  );
  return {
    summary: row.summary,
    operationId,
    requestParams: { path: row.params, query: row.query },
    responses: {
      "200": successOf(row),
      "304": { description: "The client's copy (If-None-Match) is current" },
      ...Object.fromEntries([...byStatus].map(([status, its]) => [status, problemResponse(its)])),
    },
  };
}

function successOf({ response }: Endpoint): ZodOpenApiResponseObject {
  if ("mediaType" in response)
    return {
      description: "The file, streamed",
      content: Object.fromEntries(
        ["text/csv", "application/graphml+xml", "application/json"].map((type) => [
          type,
          { schema: { type: "string" } },
        ]),
      ),
    };
  return { description: "The answer", content: { "application/json": { schema: response } } };
}

function problemResponse(its: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const [first = "internal", ...others] = its;
  return {
    description: its.map((code) => `${code}: ${problemTable[code].title}`).join("; "),
    content: { "application/problem+json": { schema: problemWith([first, ...others]) } },
  };
}

function healthOperation(summary: string): ZodOpenApiOperationObject {
  const content = { "application/json": { schema: Health } };
  return { summary, responses: { "200": { description: "ok", content } } };
}
