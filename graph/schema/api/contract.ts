import { z } from "zod";
import type { Endpoint, RowBody, RowParams, RowQuery, RowResponse } from "./endpoint.ts";
import { jobEndpoints } from "./job-endpoints.ts";
import { inventoryEndpoints } from "./inventory-endpoints.ts";
import { metricEndpoints } from "./metric-endpoints.ts";
import { networkEndpoints } from "./network-endpoints.ts";
import { recordEndpoints } from "./record-endpoints.ts";

/**
 * The contract: everything the service answers under /api, a file a family. What Express checks, which methods a path
 * allows, the typed client, OpenAPI, its page and the contract tests are read from these rows.
 */
export const endpoints = {
  ...networkEndpoints,
  ...recordEndpoints,
  ...metricEndpoints,
  ...inventoryEndpoints,
  ...jobEndpoints,
} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof endpoints;
export type QueryOf<K extends EndpointId> = RowQuery<(typeof endpoints)[K]>;
export type ParamsOf<K extends EndpointId> = RowParams<(typeof endpoints)[K]>;
export type BodyOf<K extends EndpointId> = RowBody<(typeof endpoints)[K]>;
export type ResponseOf<K extends EndpointId> = RowResponse<(typeof endpoints)[K]>;

/** Health answers stand outside the contract's list conventions: they are for machines that watch the process. */
export const Health = z.strictObject({
  status: z.enum(["ok", "degraded"]),
  networkVersion: z.int().nullable(),
});
