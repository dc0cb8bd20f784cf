import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { RecordByKind, RecordKind, TaggedRecord } from "#graph/schema/records/records.ts";

/** What a store holds right now. */
export interface StoreInfo {
  readonly networkVersion: number;
  /** ISO time of the import that made this version; null for an empty store. */
  readonly importedAt: string | null;
  readonly counts: Readonly<Record<RecordKind, number>>;
  readonly syntheticCount: number;
}

/** Where an import comes from. `now` is given, never read from a clock. */
export interface ImportSource {
  /** Names of the files, or what else made the records. */
  readonly label: string;
  readonly now: Date;
  /** Called every few thousand records with the number stored so far. */
  readonly onProgress?: (stored: number) => void;
}

export interface ImportResult {
  /** Unchanged where every record was already there with the same content. */
  readonly networkVersion: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Key to pass as `after` for the following page; null on the last one. */
  readonly next: string | null;
  readonly networkVersion: number;
}

export interface PageRequest {
  readonly after: string | null;
  readonly limit: number;
}

/**
 * A place that keeps one network. Promises, held by `test/contracts/graph-store.ts` on every adapter:
 *
 * - An import is all or nothing, also when the process dies in the middle: readers see the old version or the new one.
 * - Records are merged by key: a known key is replaced, others stay. Records may come in any order of kinds.
 * - The version grows by exactly one with an import that changed something, and stays with one that did not:
 *   importing the same records again is a no-op.
 * - A record that points at a missing one makes the whole import fail with `import-rejected` and details.
 * - Reads are one consistent snapshot in stable order: ascending by key in code-point order.
 * - Records come back exactly as they went in (deep equality), nulls included.
 * - Failures are `SymbiosisError`s: `store-locked`, `store-full`, `store-corrupt`, `store-newer-than-program`,
 *   `store-unavailable`.
 */
export interface GraphStore extends AsyncDisposable {
  /** `sqlite`, `neo4j`, … */
  readonly scheme: string;
  info(): Promise<StoreInfo>;
  importRecords(
    records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
    source: ImportSource,
  ): Promise<ImportResult>;
  /**
   * The whole network as one snapshot. `since`: a network this store gave before; a store that can reads only what came
   * after it, and the two snapshots then share the records that did not change, so nobody may alter them.
   */
  readNetwork(since?: Network): Promise<Network>;
  /** One record by key, or null. */
  readRecord<K extends RecordKind>(kind: K, key: string): Promise<RecordByKind[K] | null>;
  /** A page of one kind, ascending by key. */
  readPage<K extends RecordKind>(kind: K, request: PageRequest): Promise<Page<RecordByKind[K]>>;
  /** Faults of the store itself (broken pages, dangling references); empty when sound. */
  check(): Promise<readonly Issue[]>;
  close(): Promise<void>;
}
