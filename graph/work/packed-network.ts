import { emptyNetwork, type Network } from "#graph/schema/network.ts";
import { recordKinds, type RecordByKind, type RecordKind } from "#graph/schema/records.ts";

/** A network as bytes that all threads share: made once a version, sent with every task at no cost. */
export interface PackedNetwork {
  /** Tells one packed network from another inside a thread. */
  readonly token: string;
  readonly version: number;
  readonly bytes: SharedArrayBuffer;
}

/** Records a slice: a slice is stringified between two turns of the event loop. */
const sliceLength = 500;

/** Packs as one JSON line a slice, giving way to other work after each. */
export async function packNetwork(network: Network, token: string): Promise<PackedNetwork> {
  const encoder = new TextEncoder();
  const lines: Uint8Array[] = [];
  for (const kind of recordKinds)
    for (let start = 0; start < network[kind].length; start += sliceLength) {
      const records = network[kind].slice(start, start + sliceLength);
      lines.push(encoder.encode(`${JSON.stringify([kind, records])}\n`));
      await giveWay();
    }
  const bytes = new SharedArrayBuffer(lines.reduce((sum, line) => sum + line.length, 0));
  const target = new Uint8Array(bytes);
  let offset = 0;
  for (const line of lines) {
    target.set(line, offset);
    offset += line.length;
  }
  return { token, version: network.version, bytes };
}

/** The network behind the bytes; equal to the one that was packed. */
export function unpackNetwork(packed: PackedNetwork): Network {
  const bytes = Buffer.from(packed.bytes);
  const network: Network = { ...emptyNetwork, version: packed.version };
  const records = Object.fromEntries(recordKinds.map((kind) => [kind, [] as unknown[]]));
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    const [kind, slice] = JSON.parse(bytes.toString("utf8", start, end)) as [
      RecordKind,
      RecordByKind[RecordKind][],
    ];
    for (const record of slice) records[kind]?.push(record);
    start = end + 1;
  }
  return Object.assign(network, records);
}

function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
