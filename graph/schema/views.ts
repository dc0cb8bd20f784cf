import { z } from "zod";
import { Enterprise } from "./enterprise.ts";
import { Exchange } from "./exchange.ts";
import { NetworkFilter } from "./filter.ts";
import { Layer } from "./layer.ts";
import { Listing } from "./listing.ts";
import { Park } from "./park.ts";
import { Place, PlaceId } from "./place.ts";

/** Sum of flows in one layer, with what it does not contain. */
export const FlowSum = z
  .strictObject({
    layer: Layer,
    exchangeCount: z.int(),
    quantifiedCount: z.int().describe("Exchanges with a flow in the layer's own unit"),
    perYear: z
      .number()
      .nullable()
      .describe("Sum in the layer's unit (t/a, GJ/a, m3/a); null where no flow is known"),
    steamTonnesPerYear: z
      .number()
      .nullable()
      .describe("Energy layer: sum of flows known only as mass of steam"),
    steamCount: z.int(),
    assumedCount: z.int().describe("Flows converted to a year by an assumption"),
  })
  .meta({ id: "FlowSum" });
export type FlowSum = z.infer<typeof FlowSum>;

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
}).meta({ id: "ExchangeView" });
export type ExchangeView = z.infer<typeof ExchangeView>;

export const ListingView = Listing.extend({ enterprise: EndRef }).meta({ id: "ListingView" });
export type ListingView = z.infer<typeof ListingView>;

export const ParkSummary = Park.extend({
  cityZh: z.string(),
  cityEn: z.string(),
  enterpriseCount: z.int(),
  exchangeCount: z.int().describe("Exchanges with an end here, under the filter"),
  offerCount: z.int(),
  needCount: z.int(),
}).meta({ id: "ParkSummary" });
export type ParkSummary = z.infer<typeof ParkSummary>;

/** Everything the panel of one park shows. */
export const PlaceDetail = z
  .strictObject({
    place: Place,
    park: Park.nullable().describe("Null for a place that is not a park"),
    overlapping: z.array(
      z.strictObject({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }),
    ),
    filter: NetworkFilter,
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
    networkVersion: z.int(),
  })
  .meta({ id: "PlaceDetail" });
export type PlaceDetail = z.infer<typeof PlaceDetail>;

/** 通道. All exchanges from one place to another in one layer. `from` = `to` for exchanges inside a place. */
export const Corridor = z
  .strictObject({
    from: PlaceId,
    to: PlaceId,
    fromNameZh: z.string(),
    fromNameEn: z.string().nullable(),
    toNameZh: z.string(),
    toNameEn: z.string().nullable(),
    crossProvince: z.boolean(),
    flow: FlowSum,
  })
  .meta({ id: "Corridor" });
export type Corridor = z.infer<typeof Corridor>;

const Count = z.strictObject({ value: z.string(), count: z.int() });

/** Counts behind each control of the filter panel: each dimension counted under all other dimensions' filters. */
export const Facets = z
  .strictObject({
    filter: NetworkFilter,
    total: z.int().describe("All exchanges in the store"),
    matching: z.int().describe("Exchanges left by the filter"),
    layer: z.array(Count),
    status: z.array(Count),
    linkKind: z.array(Count),
    province: z.array(Count),
    source: z.array(Count),
    pooled: z.array(Count),
    internal: z.array(Count),
    synthetic: z.array(Count),
    years: z.array(z.strictObject({ year: z.int(), count: z.int() })),
    undatedCount: z.int(),
    parksByProvince: z.array(Count),
    networkVersion: z.int(),
  })
  .meta({ id: "Facets" });
export type Facets = z.infer<typeof Facets>;

export const SearchHit = z
  .strictObject({
    kind: z.enum(["park", "enterprise", "resource", "city"]),
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    contextZh: z.string().nullable().describe("Where it is or what it belongs to"),
    contextEn: z.string().nullable(),
    placeId: PlaceId.nullable(),
  })
  .meta({ id: "SearchHit" });
export type SearchHit = z.infer<typeof SearchHit>;

export const Meta = z
  .strictObject({
    product: z.literal("gongsheng"),
    productVersion: z.string(),
    networkVersion: z.int(),
    importedAt: z.string().nullable().describe("ISO time of the last import that changed something"),
    asOf: z.string().nullable().describe("Month to which the data speaks, YYYY-MM"),
    counts: z.record(z.string(), z.int()),
    syntheticCount: z.int(),
    units: z.record(z.string(), z.string()),
    provinces: z.array(z.strictObject({ code: z.string(), nameZh: z.string(), nameEn: z.string() })),
    cities: z.array(
      z.strictObject({
        code: z.string(),
        provinceCode: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        lon: z.number(),
        lat: z.number(),
      }),
    ),
    resources: z.array(
      z.strictObject({ code: z.string(), layer: Layer, nameZh: z.string(), nameEn: z.string() }),
    ),
    credits: z.array(z.string()),
    coordinateSystem: z.literal("WGS-84"),
  })
  .meta({ id: "Meta" });
export type Meta = z.infer<typeof Meta>;
