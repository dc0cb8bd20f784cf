import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { Confidentiality } from "./confidentiality.ts";
import { Evidence } from "./evidence.ts";
import { Year } from "./exchange.ts";
import { Aliases, Identifier } from "./identifier.ts";
import { Layer } from "./layer.ts";
import { Quantity } from "./quantity.ts";
import { ResourceCode } from "./resource.ts";
import { ListingStatus } from "./status.ts";

/** 供需信息. An offer (供) or a need (需) of one enterprise for one resource. */
export const Listing = z
  .strictObject({
    id: Identifier,
    aliases: Aliases,
    enterpriseId: Identifier,
    direction: z.enum(["offer", "need"]),
    resourceCodes: z
      .array(ResourceCode)
      .max(8)
      .describe("Usually one; several where the source named a mix; empty where none fits"),
    resourceZh: z.string().min(1).max(200),
    resourceEn: z.string().max(300).nullable(),
    layer: Layer,
    quantity: Quantity.nullable(),
    ...bilingual("quantityNote", 1000, "What the source says of the quantity besides the number"),
    partOf: Identifier.nullable().describe(
      "Listing whose total holds this one's quantity; matching leaves to the total what no part covers",
    ),
    ...bilingual("quality", 1000, "Quality offered or wanted"),
    hazardous: z.boolean().nullable(),
    status: ListingStatus,
    ...bilingual("statusNote", 600, "State as the source puts it"),
    yearFrom: Year.nullable(),
    yearTo: Year.nullable(),
    validUntil: z.iso.date().nullable(),
    confidentiality: Confidentiality,
    evidence: Evidence,
  })
  .meta({ id: "Listing" });
export type Listing = z.infer<typeof Listing>;
