import { z } from "zod";
import type { ErrorCode } from "#graph/errors.ts";
import { Candidate, CandidateId } from "#graph/schema/answers/candidate.ts";
import { listOf } from "#graph/schema/filter/dimension.ts";
import { filterQuery } from "#graph/schema/filter/filter.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { MaterialId } from "#graph/schema/answers/material.ts";
import { MetricDescription, MetricReport } from "#graph/schema/answers/metric-report.ts";
import { PlaceId, Place } from "#graph/schema/answers/place.ts";
import { Corridor } from "#graph/schema/answers/corridor.ts";
import {
  EnterpriseView,
  ExchangeView,
  ListingView,
  ParkSummary,
} from "#graph/schema/answers/record-views.ts";
import { Facets } from "#graph/schema/answers/facets.ts";
import { Meta } from "#graph/schema/answers/meta.ts";
import { PlaceDetail } from "#graph/schema/answers/place-detail.ts";
import { SearchHit } from "#graph/schema/answers/search-hit.ts";
import { materialEndpoint } from "./material.ts";

/** Media types of answers that are not JSON; the body is streamed. */
export interface RawResponse {
  readonly mediaType: string;
}

/** One row of the contract: Express validation, the typed client, OpenAPI and the contract tests are derived from it. */
export interface Endpoint {
  readonly method: "get";
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly response: z.ZodType | RawResponse;
  readonly problems: readonly ErrorCode[];
}

const none = z.strictObject({});

/** A page of a list. `next` is the cursor of the following page, null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    total: z.int().describe("All items under the filter, not only this page"),
    next: z.string().nullable(),
    networkVersion: z.int(),
  });
}

const paging = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "expected a whole number from 1 to 500")
    .transform(Number)
    .refine((limit) => limit <= 500, "expected a whole number from 1 to 500")
    .optional()
    .describe("Items a page, 1 to 500; default 100"),
  cursor: z.string().max(400).optional().describe("`next` of the page before"),
} as const;

const shortText = z.string().trim().min(1).max(80);
const listProblems = ["invalid-request", "invalid-cursor"] as const satisfies readonly ErrorCode[];

export const exportFormats = ["nodes.csv", "edges.csv", "graphml", "node-link"] as const;
export const ExportFormat = z.enum(exportFormats).describe("nodes.csv, edges.csv, graphml or node-link");

export const endpoints = {
  meta: {
    method: "get",
    path: "/api/meta",
    summary: "Data version, counts, units, provinces, cities and credits",
    params: none,
    query: none,
    response: Meta,
    problems: [],
  },
  parks: {
    method: "get",
    path: "/api/parks",
    summary: "Parks with their counts under the filter",
    params: none,
    query: z.strictObject({
      ...filterQuery,
      ...paging,
      city: z
        .string()
        .regex(/^\d{6}$/)
        .optional()
        .describe("City code"),
    }),
    response: pageOf(ParkSummary),
    problems: listProblems,
  },
  park: {
    method: "get",
    path: "/api/parks/{id}",
    summary: "One park: totals in and out per layer, partners, metrics, evidence",
    params: z.strictObject({ id: Identifier }),
    query: z.strictObject({ ...filterQuery }),
    response: PlaceDetail,
    problems: ["invalid-request", "unknown-id", "work-queue-full", "analysis-too-long"],
  },
  places: {
    method: "get",
    path: "/api/places",
    summary:
      "All places of the map: parks, plants at their own point, and counties, cities or provinces for enterprises of which no more is known",
    params: none,
    query: z.strictObject({ ...filterQuery }),
    response: pageOf(Place),
    problems: ["invalid-request"],
  },
  place: {
    method: "get",
    path: "/api/places/{id}",
    summary: "One place, park or not",
    params: z.strictObject({ id: PlaceId }),
    query: z.strictObject({ ...filterQuery }),
    response: PlaceDetail,
    problems: ["invalid-request", "unknown-id", "work-queue-full", "analysis-too-long"],
  },
  enterprises: {
    method: "get",
    path: "/api/enterprises",
    summary: "Enterprises, all or those of one park or place",
    params: none,
    query: z.strictObject({
      ...paging,
      id: Identifier.optional().describe("This one alone; an empty list where it is gone"),
      park: Identifier.optional(),
      place: PlaceId.optional(),
      q: shortText.optional().describe("Part of the name"),
    }),
    response: pageOf(EnterpriseView),
    problems: [...listProblems, "unknown-id"],
  },
  exchanges: {
    method: "get",
    path: "/api/exchanges",
    summary: "Exchanges under the filter, with source and evidence",
    params: none,
    query: z.strictObject({
      ...filterQuery,
      ...paging,
      from: PlaceId.optional().describe("Place of the supplier"),
      to: PlaceId.optional().describe("Place of the receiver"),
      place: PlaceId.optional().describe("Place of either end"),
      enterprise: Identifier.optional().describe("Either end"),
      resource: MaterialId.optional(),
      ends: z
        .enum(["unknown"])
        .optional()
        .describe("unknown: only exchanges with an end of which no park, plant point or county is known"),
    }),
    response: pageOf(ExchangeView),
    problems: [...listProblems, "unknown-id"],
  },
  listings: {
    method: "get",
    path: "/api/listings",
    summary: "Offers and needs that are public",
    params: none,
    query: z.strictObject({
      ...paging,
      park: Identifier.optional(),
      place: PlaceId.optional(),
      enterprise: Identifier.optional(),
      direction: z.enum(["offer", "need"]).optional(),
      layer: listOf(Layer.options, "Layers").optional(),
      resource: MaterialId.optional(),
    }),
    response: pageOf(ListingView).extend({
      withheld: z
        .int()
        .describe(
          "Listings of the whole network that are not public and stand in no answer; not of this selection",
        ),
    }),
    problems: [...listProblems, "unknown-id"],
  },
  corridors: {
    method: "get",
    path: "/api/corridors",
    summary: "Exchanges summed per from, to and layer; the widest first, with the total",
    params: none,
    query: z.strictObject({
      ...filterQuery,
      ...paging,
      scope: z
        .enum(["between", "inside", "all"])
        .optional()
        .describe("between places (default), inside places, or both"),
      sort: z
        .enum(["exchanges", "flow"])
        .optional()
        .describe("Order: number of exchanges (default), or flow (needs one layer)"),
    }),
    response: pageOf(Corridor),
    problems: [...listProblems, "metric-needs-one-layer"],
  },
  facets: {
    method: "get",
    path: "/api/facets",
    summary: "Counts behind each control of the filter panel",
    params: none,
    query: z.strictObject({ ...filterQuery }),
    response: Facets,
    problems: ["invalid-request"],
  },
  candidates: {
    method: "get",
    path: "/api/candidates",
    summary: "Possible inter-park links, best first, with score parts, gates and reasons",
    params: none,
    query: z.strictObject({
      ...paging,
      id: CandidateId.optional().describe(
        "This one alone; with `from` and `to` it is found where the list of all is cut; an empty list where it is gone",
      ),
      park: Identifier.optional().describe(
        "Either end in this park; searched by itself where the list of all is cut at 20,000",
      ),
      place: PlaceId.optional().describe("Either end at this place"),
      from: PlaceId.optional().describe("With `to`: candidates of one pair of places, either direction"),
      to: PlaceId.optional(),
      listing: Identifier.optional().describe("This offer or need"),
      layer: listOf(Layer.options, "Layers").optional(),
      resource: MaterialId.optional(),
      crossProvince: z.enum(["yes", "no"]).optional(),
      inferred: z.enum(["yes", "no"]).optional().describe("no = only where both ends are listed"),
      pooled: z.enum(["yes", "no"]).optional().describe("no = without pooled ends"),
      existing: z
        .enum(["yes", "no"])
        .optional()
        .describe("yes = also pairs that already exchange; default no"),
      gates: z
        .enum(["open", "blocked", "all"])
        .optional()
        .describe("open (default) = no gate fails; blocked = at least one fails"),
    }),
    response: pageOf(Candidate),
    problems: [...listProblems, "unknown-id", "work-queue-full", "analysis-too-long"],
  },
  material: materialEndpoint,
  metricCatalogue: {
    method: "get",
    path: "/api/metrics",
    summary: "Catalogue of metrics: definition, unit, range, source",
    params: none,
    query: none,
    response: pageOf(MetricDescription),
    problems: [],
  },
  metric: {
    method: "get",
    path: "/api/metrics/{id}",
    summary: "One metric computed under the filter, with coverage",
    params: z.strictObject({ id: z.string().max(60) }),
    query: z.strictObject({ ...filterQuery }),
    response: MetricReport,
    problems: [
      "invalid-request",
      "unknown-id",
      "metric-needs-one-layer",
      "work-queue-full",
      "analysis-too-long",
    ],
  },
  search: {
    method: "get",
    path: "/api/search",
    summary: "Parks, enterprises, resources and cities by Chinese fragment, pinyin initials, English or code",
    params: none,
    query: z.strictObject({
      q: shortText,
      limit: paging.limit,
    }),
    response: pageOf(SearchHit),
    problems: ["invalid-request"],
  },
  export: {
    method: "get",
    path: "/api/export/{format}",
    summary: "The network under the filter as CSV nodes, CSV edges, GraphML or node-link JSON, streamed",
    params: z.strictObject({ format: ExportFormat }),
    query: z.strictObject({ ...filterQuery }),
    response: { mediaType: "application/octet-stream" },
    problems: ["invalid-request"],
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof endpoints;
export type QueryOf<K extends EndpointId> = z.output<(typeof endpoints)[K]["query"]>;
export type ParamsOf<K extends EndpointId> = z.output<(typeof endpoints)[K]["params"]>;
export type ResponseOf<K extends EndpointId> = (typeof endpoints)[K]["response"] extends z.ZodType
  ? z.output<(typeof endpoints)[K]["response"]>
  : never;

/** Health answers stand outside the contract's list conventions: they are for machines that watch the process. */
export const Health = z.strictObject({
  status: z.enum(["ok", "degraded"]),
  networkVersion: z.int().nullable(),
});
