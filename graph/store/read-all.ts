import { SymbiosisError } from "#graph/errors.ts";
import {
  recordKinds,
  type RecordByKind,
  type RecordKind,
  type TaggedRecord,
} from "#graph/schema/records/records.ts";
import type { GraphStore, Page } from "./graph-store.ts";
import { createNetworkHash } from "./records/content-hash.ts";

/** Records fetched in one go. */
const pageLength = 2000;

/**
 * All records of a store, kinds in storing order, each kind ascending by key, never more than a page of them in
 * memory. They are of `version` alone: throws `store-locked` when an import makes another one meanwhile.
 */
export async function* readRecords(store: GraphStore, version: number): AsyncGenerator<TaggedRecord> {
  for (const kind of recordKinds) yield* readKind(store, kind, version);
}

async function* readKind(store: GraphStore, kind: RecordKind, version: number): AsyncGenerator<TaggedRecord> {
  let after: string | null = null;
  do {
    const page: Page<RecordByKind[RecordKind]> = await store.readPage(kind, { after, limit: pageLength });
    if (page.networkVersion !== version)
      throw new SymbiosisError(
        "store-locked",
        `An import changed the store while it was read (network version ${version}, now ${page.networkVersion}); try again`,
      );
    for (const record of page.items) yield { kind, record } as TaggedRecord;
    after = page.next;
  } while (after !== null);
}

/** Content hash of all records of a store at `version`, as `hashNetwork` has it; `onRecord` is told how many are done. */
export async function hashStore(
  store: GraphStore,
  version: number,
  onRecord?: (done: number) => void,
): Promise<string> {
  const hash = createNetworkHash();
  let done = 0;
  for await (const tagged of readRecords(store, version)) {
    hash.add(tagged);
    onRecord?.(++done);
  }
  return hash.digest();
}
