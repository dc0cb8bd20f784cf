import type { Network } from "#graph/schema/records/network.ts";
import { recordKinds } from "#graph/schema/records/records.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";

/** The records that come with the program: their content hash, and the month of their collection (their SOURCE.md). */
export const shippedData = {
  hash: "1ae1a0e08cfe76a6ebfac37a2cc5d8735236171ea117b345ef546daf64b9a874",
  asOf: "2026-11",
} as const;

/** A network with more records is not the shipped one, and too large to be hashed in passing. */
const mostRecords = 10_000;

/** The month of the shipped records while a store holds just them, wherever it lies; null for any other network. */
export function monthOfShipped(network: Network): string | null {
  const records = recordKinds.reduce((sum, kind) => sum + network[kind].length, 0);
  return records <= mostRecords && hashNetwork(network) === shippedData.hash ? shippedData.asOf : null;
}
