import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Network } from "#graph/schema/records/network.ts";
import { recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { RecordTable } from "./record-table.ts";
import { recordTables } from "./record-tables.ts";

/** Takes in the records of a network one by one: kinds in storing order, each ascending by key. */
export interface NetworkHash {
  add(tagged: TaggedRecord): void;
  /** 64 hexadecimal digits. */
  digest(): string;
}

/**
 * A hash of content that is equal for equal records whatever store they lie in: SHA-256 over the kind and the cells of
 * each record. Neither the version nor the order of properties enters it.
 */
export function createNetworkHash(): NetworkHash {
  const hash = createHash("sha256");
  return {
    add: ({ kind, record }) => hash.update(`${kind}${rowText(recordTables[kind], record)}\n`),
    digest: () => hash.digest("hex"),
  };
}

/** Hash of a whole network, 64 hexadecimal digits; see `createNetworkHash`. */
export function hashNetwork(network: Network): string {
  const hash = createNetworkHash();
  for (const kind of recordKinds)
    for (const record of network[kind]) hash.add({ kind, record } as TaggedRecord);
  return hash.digest();
}

/** Time of one step between two turns of the event loop, ms. */
const stepMs = 10;

/** The same, in steps that let the event loop turn: a million records take seconds. */
export async function hashNetworkInSteps(network: Network): Promise<string> {
  const hash = createNetworkHash();
  let stepStarted = performance.now();
  for (const kind of recordKinds)
    for (const [position, record] of network[kind].entries()) {
      hash.add({ kind, record } as TaggedRecord);
      if (position % 64 !== 0 || performance.now() - stepStarted < stepMs) continue;
      await nextTurn();
      stepStarted = performance.now();
    }
  return hash.digest();
}

function rowText(table: Pick<RecordTable<never>, "toRow">, record: object): string {
  return JSON.stringify(table.toRow(record as never));
}
