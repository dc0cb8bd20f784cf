import * as fc from "fast-check";
import { expect } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { keyOf, recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { GraphStore, ImportSource } from "#graph/store/graph-store.ts";
import { recordArbitrary } from "./record-arbitraries.ts";
import { StoreModel, withTargets } from "./store-model.ts";

const source: ImportSource = { label: "sequence", now: new Date("2026-11-24T08:00:00.000Z") };

/** One step of somebody who uses a store. */
export type Operation =
  | { readonly kind: "import"; readonly records: readonly TaggedRecord[] }
  | { readonly kind: "import again" }
  | { readonly kind: "import that breaks"; readonly records: readonly TaggedRecord[] }
  | { readonly kind: "read a record"; readonly of: RecordKind; readonly key: string }
  | {
      readonly kind: "read a page";
      readonly of: RecordKind;
      readonly after: string | null;
      readonly limit: number;
    }
  | { readonly kind: "open anew" };

const record = recordArbitrary({
  codes: ["SW01", "SW02", "EN01"],
  parkIds: ["p1", "p2"],
  enterpriseIds: ["a", "b", "c"],
  otherIds: ["o1", "o2"],
});
const records = fc
  .uniqueArray(record, { maxLength: 12, selector: (tagged) => `${tagged.kind}/${keyOf(tagged)}` })
  .chain((plain) =>
    // Half of the imports bring what their records point at, else nearly all would be rejected.
    fc.boolean().map((whole) => (whole ? withTargets(plain) : plain)),
  );
const kind = fc.constantFrom(...recordKinds);
const key = fc.constantFrom("SW01", "EN01", "p1", "a", "b", "o1", "nobody");

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: records.map((records): Operation => ({ kind: "import", records })) },
  fc.constant<Operation>({ kind: "import again" }),
  records.map((records): Operation => ({ kind: "import that breaks", records })),
  fc.record({ kind: fc.constant("read a record" as const), of: kind, key }),
  fc.record({
    kind: fc.constant("read a page" as const),
    of: kind,
    after: fc.option(key, { nil: null }),
    limit: fc.integer({ min: 1, max: 4 }),
  }),
  fc.constant<Operation>({ kind: "open anew" }),
);

export const operations: fc.Arbitrary<readonly Operation[]> = fc.array(operation, {
  minLength: 1,
  maxLength: 10,
});

/** A store that can be closed and opened again with what it holds. */
export interface ReopenableStore {
  readonly store: GraphStore;
  reopen(): Promise<ReopenableStore>;
}

function* breaking(records: readonly TaggedRecord[]): Generator<TaggedRecord> {
  yield* records;
  throw new Error("the file ended in the middle of a row");
}

/** Runs operations on every store and on the model, and demands equal answers and equal states after each. */
export async function expectAgreement(
  steps: readonly Operation[],
  stores: readonly ReopenableStore[],
): Promise<readonly ReopenableStore[]> {
  const model = new StoreModel();
  let open = stores;
  let latest: readonly TaggedRecord[] = [];
  const given = new Map<GraphStore, Network>();
  for (const [number, step] of steps.entries()) {
    if (step.kind === "import") latest = step.records;
    if (step.kind === "open anew") open = await Promise.all(open.map((one) => one.reopen()));
    const wanted = answerOfModel(model, step, latest);
    for (const { store } of open) {
      expect([store.scheme, await answerOf(store, step, latest)]).toEqual([store.scheme, wanted]);
      expect([store.scheme, await store.readNetwork()]).toEqual([store.scheme, model.network()]);
      // Not after each step, so that what changed in several versions is also read at once.
      if (number % 2 === 1) continue;
      const network = await store.readNetwork(given.get(store));
      expect([store.scheme, network]).toEqual([store.scheme, model.network()]);
      given.set(store, network);
      expect([store.scheme, countsOf(await store.info())]).toEqual([store.scheme, countsOf(model.info())]);
    }
  }
  for (const { store } of open) expect([store.scheme, await store.check()]).toEqual([store.scheme, []]);
  return open;
}

const countsOf = ({ networkVersion, counts, syntheticCount }: ReturnType<StoreModel["info"]>) => ({
  networkVersion,
  counts,
  syntheticCount,
});

async function answerOf(
  store: GraphStore,
  step: Operation,
  latest: readonly TaggedRecord[],
): Promise<unknown> {
  const result = (work: Promise<unknown>) =>
    work.catch((error: unknown) => (error instanceof SymbiosisError ? error.code : String(error)));
  switch (step.kind) {
    case "import":
    case "import again":
      return await result(store.importRecords(latest, source));
    case "import that breaks":
      return await result(store.importRecords(breaking(step.records), source));
    case "read a record":
      return await store.readRecord(step.of, step.key);
    case "read a page":
      return await store.readPage(step.of, step);
    case "open anew":
    default:
      return null;
  }
}

function answerOfModel(model: StoreModel, step: Operation, latest: readonly TaggedRecord[]): unknown {
  switch (step.kind) {
    case "import":
    case "import again":
      return model.import(latest) ?? "import-rejected";
    case "import that breaks":
      return "Error: the file ended in the middle of a row";
    case "read a record":
      return model.read(step.of, step.key);
    case "read a page":
      return model.page(step.of, step.after, step.limit);
    case "open anew":
    default:
      return null;
  }
}
