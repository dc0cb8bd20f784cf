import type { Network } from "#graph/schema/records/network.ts";
import { recordKinds } from "#graph/schema/records/records.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";

/** The records that come with the program: their content hash, and the month of their collection (their SOURCE.md). */
export const shippedData = {
  hash: "58e3f6806c59c63601ac24f04b7beb628e0cac6f9a34b0cf18c2f34e1a4ecefe",
  asOf: "2026-11",
} as const;

/** A network with more records is not the shipped one, and too large to be hashed in passing. */
const mostRecords = 10_000;

/** The month of the shipped records while a store holds just them, wherever it lies; null for any other network. */
export function monthOfShipped(network: Network): string | null {
  const records = recordKinds.reduce((sum, kind) => sum + network[kind].length, 0);
  return records <= mostRecords && hashNetwork(network) === shippedData.hash ? shippedData.asOf : null;
}
