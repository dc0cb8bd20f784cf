import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Aliases, Identifier } from "./identifier.ts";
import { Layer } from "./layer.ts";
import { Quantity } from "./quantity.ts";
import { ResourceCode } from "./resource.ts";
import { ExchangeStatus, LinkKind } from "./status.ts";

export const Year = z.int().min(1900).max(2100);

/** 交换. A real, documented directed link: supplier → receiver, one resource. */
export const Exchange = z
  .strictObject({
    id: Identifier,
    aliases: Aliases,
    supplierId: Identifier,
    receiverId: Identifier,
    resourceCode: ResourceCode.nullable().describe("Null where the source's wording fits no code"),
    resourceZh: z.string().min(1).max(200).describe("Resource as the source named it"),
    resourceEn: z.string().max(300).nullable(),
    layer: Layer,
    linkKind: LinkKind,
    quantity: Quantity.nullable().describe("Null = not known: neither 0 nor 1"),
    ...bilingual("quantityNote", 1000, "What the source says of the quantity besides the number"),
    hazardous: z.boolean().nullable().describe("Hazardous waste; null = not known"),
    status: ExchangeStatus,
    ...bilingual("statusNote", 600, "State as the source puts it"),
    yearFrom: Year.nullable(),
    yearTo: Year.nullable(),
    sameCompany: z
      .boolean()
      .nullable()
      .describe("True = internal reuse inside one company; null = not known"),
    evidence: Evidence,
  })
  .meta({ id: "Exchange" });
export type Exchange = z.infer<typeof Exchange>;

/**
 * The yearly flow of an exchange that may enter a sum of flows, or null when it is not known.
 * A capacity is never a flow; a planned amount counts only for an exchange that is itself not yet running.
 */
export function flowOf(exchange: Exchange): Quantity | null {
  const { quantity, status } = exchange;
  if (quantity === null || quantity.kind === "capacity") return null;
  if (quantity.kind === "planned")
    return status === "planned" || status === "under-construction" ? quantity : null;
  return quantity;
}
