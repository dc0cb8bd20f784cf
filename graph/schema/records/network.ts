import type { RecordByKind, RecordKind } from "./records.ts";

/** 网络. One consistent snapshot of all records. `version` grows by one with each import that changed something. */
export type Network = { readonly version: number } & {
  readonly [K in RecordKind]: readonly RecordByKind[K][];
};

export const emptyNetwork: Network = {
  version: 0,
  resources: [],
  parks: [],
  enterprises: [],
  exchanges: [],
  listings: [],
  rules: [],
  factors: [],
};
