import { deserialize, serialize } from "node:v8";

/** What is worked on: records of a network, or a network from a file. Members are lists of plain objects, and values. */
export type Packable = Readonly<Record<string, unknown>>;

/** A network as bytes that all threads share: made once, sent with every task at no cost. */
export interface Packed {
  /** Tells one packed network from another inside a thread. */
  readonly token: string;
  /** Names of its lists: networks of one form have equal ones. */
  readonly lists: readonly string[];
  readonly bytes: SharedArrayBuffer;
}

/** Members a slice: a slice is written between two turns of the event loop. */
const sliceLength = 500;
/** Each slice stands behind its length in bytes. */
const lengthBytes = 4;

/** Packs slice by slice, giving way to other work after each. Structured clones: a third of the time of JSON. */
export async function pack(subject: Packable, token: string): Promise<Packed> {
  const members = Object.entries(subject);
  const lists = members.filter((member): member is [string, unknown[]] => Array.isArray(member[1]));
  const slices = [serialize(Object.fromEntries(members.filter(([, value]) => !Array.isArray(value))))];
  for (const [name, list] of lists)
    for (let start = 0; start < list.length; start += sliceLength) {
      slices.push(serialize([name, list.slice(start, start + sliceLength)]));
      await giveWay();
    }
  const bytes = new SharedArrayBuffer(slices.reduce((sum, { length }) => sum + lengthBytes + length, 0));
  const target = Buffer.from(bytes);
  let offset = 0;
  for (const slice of slices) {
    offset = target.writeUInt32LE(slice.length, offset);
    offset += slice.copy(target, offset);
  }
  return { token, lists: lists.map(([name]) => name), bytes };
}

/** The network behind the bytes; equal to the one that was packed. */
export function unpack(packed: Packed): Packable {
  const bytes = Buffer.from(packed.bytes);
  const lists = Object.fromEntries(packed.lists.map((name) => [name, [] as unknown[]]));
  let values: object = {};
  for (let start = 0; start < bytes.length;) {
    const end = start + lengthBytes + bytes.readUInt32LE(start);
    const slice = deserialize(bytes.subarray(start + lengthBytes, end)) as object | [string, unknown[]];
    if (Array.isArray(slice)) for (const each of slice[1]) lists[slice[0]]?.push(each);
    else values = slice;
    start = end;
  }
  return { ...values, ...lists };
}

function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
