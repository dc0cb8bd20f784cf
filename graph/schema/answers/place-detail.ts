import { z } from "zod";
import { NetworkFilter } from "#graph/schema/filter/filter.ts";
import { Park } from "#graph/schema/records/park.ts";
import { Place, PlaceId } from "./place.ts";
import { FlowSum } from "./corridor.ts";

/** Everything the panel of one park shows. */
export const PlaceDetail = z
  .strictObject({
    place: Place,
    park: Park.nullable().describe("Null for a place that is not a park"),
    overlapping: z.array(
      z.strictObject({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }),
    ),
    filter: NetworkFilter,
    recordedCount: z.int().describe("Exchanges with an end here, whatever the filter leaves out"),
    outgoing: z.array(FlowSum).describe("To other places, one row a layer"),
    incoming: z.array(FlowSum).describe("From other places, one row a layer"),
    inside: z.array(FlowSum).describe("Both ends here, one row a layer"),
    internalReuse: z.array(FlowSum).describe("Inside one company, kept apart whatever the filter says"),
    partners: z.array(
      z.strictObject({
        placeId: PlaceId,
        nameZh: z.string(),
        nameEn: z.string().nullable(),
        outgoingCount: z.int(),
        incomingCount: z.int(),
      }),
    ),
    metrics: z.array(
      z.strictObject({
        metricId: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        value: z.number().nullable(),
        rank: z.int().nullable(),
        of: z.int(),
      }),
    ),
    enterpriseCount: z.int(),
    offerCount: z.int(),
    needCount: z.int(),
    candidateCount: z.int(),
    asOf: z.iso.date().describe("The day the candidates were judged by"),
    networkVersion: z.int(),
  })
  .meta({ id: "PlaceDetail" });
export type PlaceDetail = z.infer<typeof PlaceDetail>;
