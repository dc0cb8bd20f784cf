import { recordKinds, type RecordByKind, type RecordKind } from "./records.ts";

/** Records by kind. */
export type RecordsByKind = { readonly [K in RecordKind]: readonly RecordByKind[K][] };

/** 网络. One consistent snapshot of all records. `version` grows by one with each import that changed something. */
export type Network = { readonly version: number } & RecordsByKind;

/** Something for each kind of record, in storing order. */
export function forEachKind<T>(make: (kind: RecordKind) => T): Record<RecordKind, T> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, make(kind)])) as Record<RecordKind, T>;
}

export const emptyNetwork: Network = { version: 0, ...(forEachKind(() => []) as RecordsByKind) };
