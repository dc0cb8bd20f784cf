import type { Price } from "#graph/schema/records/price.ts";
import type { PriceBook, Triple } from "./price-book.ts";

/** What a haul costs by one mode. */
export interface Freight {
  /** Yuan a tonne and km. */
  readonly rate: Price;
  /** Yuan a tonne, both ends together. */
  readonly loading: Price;
}

/** Freight by truck or by ship; null where the book has no rate or no loading for it. */
export function freightBy(mode: "truck" | "ship", book: PriceBook): Freight | null {
  const [rate, loading] = [book.find(`${mode}-freight`), book.find(`${mode}-loading`)];
  return rate === null || loading === null ? null : { rate, loading };
}

/** How far a tonne that can bear so much carriage goes, km: likely, and at most. */
export function haulBorneBy({ best, high }: Triple, freight: Freight) {
  return {
    likelyKm: Math.max(0, (best - freight.loading.best) / freight.rate.best),
    mostKm: haulOfYuan(high, freight),
  };
}

/** The farthest haul that `yuan` a tonne pays, km. */
export function haulOfYuan(yuan: number, { rate, loading }: Freight): number {
  return Math.max(0, (yuan - loading.low) / rate.low);
}
