import { z } from "zod";

export const ExchangeStatus = z
  .enum(["operating", "under-construction", "planned", "historic"])
  .describe(
    "State of an exchange; commissioning counts as under construction, the source's words stay in statusNote",
  );
export type ExchangeStatus = z.infer<typeof ExchangeStatus>;

export const ListingStatus = z
  .enum(["operating", "under-construction", "planned", "historic", "used-in-house", "utilised", "stock"])
  .describe(
    "State of an offer or need; stock = a heap, not a yearly flow. Not open: historic, used-in-house (by the firm itself) and utilised (all of it is taken or met already)",
  );
export type ListingStatus = z.infer<typeof ListingStatus>;

/** Whether something is on offer or wanted, now or later. */
export function isOpenListing(status: ListingStatus): boolean {
  return status !== "historic" && status !== "used-in-house" && status !== "utilised";
}

export const LinkKind = z
  .enum(["by-product", "utility", "product", "water-supply"])
  .describe(
    "by-product (material) and utility (energy, water) make symbiosis; product and shared raw-water links do not",
  );
export type LinkKind = z.infer<typeof LinkKind>;
