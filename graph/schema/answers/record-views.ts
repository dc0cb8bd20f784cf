import { z } from "zod";
import { Enterprise } from "#graph/schema/records/enterprise.ts";
import { Exchange } from "#graph/schema/records/exchange.ts";
import { Listing } from "#graph/schema/records/listing.ts";
import { Park } from "#graph/schema/records/park.ts";
import { PlaceId } from "./place.ts";

/** An enterprise with the place it stands at. */
export const EnterpriseView = Enterprise.extend({
  placeId: PlaceId,
  placeNameZh: z.string(),
  placeNameEn: z.string().nullable(),
  exchangeCount: z.int(),
  listingCount: z.int(),
}).meta({ id: "EnterpriseView" });
export type EnterpriseView = z.infer<typeof EnterpriseView>;

const EndRef = z
  .strictObject({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    kind: z.enum(["plant", "pooled", "anonymised"]),
    placeId: PlaceId,
    placeNameZh: z.string(),
    placeNameEn: z.string().nullable(),
  })
  .meta({ id: "EndRef" });

/** An exchange with its ends named. */
export const ExchangeView = Exchange.extend({
  supplier: EndRef,
  receiver: EndRef,
  resourceNameZh: z.string().nullable().describe("Name of the code; null where the exchange has none"),
  resourceNameEn: z.string().nullable(),
  stale: z
    .boolean()
    .nullable()
    .describe(
      "Nothing confirmed it for longer than the filter's staleAfter years; null where no year is known",
    ),
}).meta({ id: "ExchangeView" });
export type ExchangeView = z.infer<typeof ExchangeView>;

export const ListingView = Listing.extend({
  expired: z.boolean().describe("Its last day, validUntil, is over; kept as a record, matched no more"),
  enterprise: EndRef,
}).meta({ id: "ListingView" });
export type ListingView = z.infer<typeof ListingView>;

export const ParkSummary = Park.extend({
  cityZh: z.string(),
  cityEn: z.string(),
  enterpriseCount: z.int(),
  exchangeCount: z.int().describe("Exchanges with an end here, under the filter"),
  recordedCount: z.int().describe("Exchanges with an end here, whatever the filter leaves out"),
  offerCount: z.int(),
  needCount: z.int(),
}).meta({ id: "ParkSummary" });
export type ParkSummary = z.infer<typeof ParkSummary>;
