import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { keyOf, recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { GraphStore, ImportSource, Page } from "#graph/store/graph-store.ts";
import { makeEnterprise, makeExchange, makePark } from "#test/fixtures/small-network.ts";
import { recordArbitrary } from "./record-arbitraries.ts";
import { changes, makeListing, makeResource, makeRule, sampleRecords } from "./sample-records.ts";
import { byCodePoint, StoreModel, withTargets } from "./store-model.ts";

const seed = 20261124;
/** Random records, and random sequences of imports, that are held against what went in. */
const effort = { records: 400, sequences: 60 };
const source: ImportSource = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };
const later: ImportSource = { label: "test again", now: new Date("2026-11-25T08:00:00.000Z") };

const enterprise = (id: string, over: Parameters<typeof makeEnterprise>[1] = {}): TaggedRecord => ({
  kind: "enterprises",
  record: makeEnterprise(id, over),
});
const exchange = (id: string, over: Parameters<typeof makeExchange>[1] = {}): TaggedRecord => ({
  kind: "exchanges",
  record: makeExchange(id, over),
});

/** Records → the network a store must return for them. */
function networkOf(version: number, records: readonly TaggedRecord[]): Record<string, unknown> {
  const kinds = recordKinds.map((kind) => {
    const ofKind = records.filter((tagged) => tagged.kind === kind);
    return [kind, ofKind.sort((a, b) => byCodePoint(keyOf(a), keyOf(b))).map(({ record }) => record)];
  });
  return { version, ...Object.fromEntries(kinds) };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof SymbiosisError ? error.code : `no SymbiosisError but ${String(error)}`;
}

/** Every promise of `graph-store.ts`, held on one adapter. `open` returns an empty store that nobody else uses. */
export function graphStoreContract(name: string, open: () => Promise<GraphStore>, timeoutMs = 30_000): void {
  describe(`${name} keeps the promises of a graph store`, { timeout: timeoutMs }, () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe("when nothing was imported", () => {
      test("it is version 0 and empty, and sound", async () => {
        const counts = Object.fromEntries(recordKinds.map((kind) => [kind, 0]));
        expect(await store.info()).toEqual({
          networkVersion: 0,
          importedAt: null,
          counts,
          syntheticCount: 0,
        });
        expect(await store.readNetwork()).toEqual(emptyNetwork);
        expect(await store.readRecord("parks", "north")).toBeNull();
        expect(await store.readPage("parks", { after: null, limit: 10 })).toEqual({
          items: [],
          total: 0,
          next: null,
          networkVersion: 0,
        });
        expect(await store.check()).toEqual([]);
      });

      test("an import without records changes nothing", async () => {
        const nothing = { networkVersion: 0, inserted: 0, updated: 0, unchanged: 0 };
        expect(await store.importRecords([], source)).toEqual(nothing);
        expect((await store.info()).importedAt).toBeNull();
      });
    });

    describe("import", () => {
      test("returns every record as it went in, and counts it", async () => {
        const result = await store.importRecords(sampleRecords(), source);
        expect(result).toEqual({ networkVersion: 1, inserted: 17, updated: 0, unchanged: 0 });
        expect(await store.readNetwork()).toEqual(networkOf(1, sampleRecords()));
        for (const tagged of sampleRecords())
          expect(await store.readRecord(tagged.kind, keyOf(tagged))).toEqual(tagged.record);
      });

      test("tells version, time, counts and how many records are synthetic", async () => {
        const synthetic = enterprise("s", { evidence: { ...makeEnterprise("s").evidence, synthetic: true } });
        await store.importRecords([...sampleRecords(), synthetic], source);
        expect(await store.info()).toEqual({
          networkVersion: 1,
          importedAt: "2026-11-24T08:00:00.000Z",
          counts: {
            resources: 3,
            parks: 2,
            enterprises: 4,
            exchanges: 2,
            listings: 1,
            rules: 1,
            factors: 1,
            activities: 1,
            coefficients: 1,
            totals: 1,
            prices: 1,
          },
          syntheticCount: 1,
        });
      });

      test("of the same records again is a no-op, whatever their order", async () => {
        await store.importRecords(sampleRecords(), source);
        const result = await store.importRecords(sampleRecords().reverse(), later);
        expect(result).toEqual({ networkVersion: 1, inserted: 0, updated: 0, unchanged: 17 });
        expect((await store.info()).importedAt).toBe("2026-11-24T08:00:00.000Z");
        expect(await store.readNetwork()).toEqual(networkOf(1, sampleRecords()));
      });

      test("replaces a known key, keeps the others and moves the version on by one", async () => {
        await store.importRecords(sampleRecords(), source);
        const result = await store.importRecords([enterprise("c", { nameZh: "丙" }), enterprise("d")], later);
        expect(result).toEqual({ networkVersion: 2, inserted: 1, updated: 1, unchanged: 0 });
        const others = sampleRecords().filter((tagged) => keyOf(tagged) !== "c");
        const expected = networkOf(2, [...others, enterprise("c", { nameZh: "丙" }), enterprise("d")]);
        expect(await store.readNetwork()).toEqual(expected);
        const info = await store.info();
        expect(info.importedAt).toBe("2026-11-25T08:00:00.000Z");
        expect(info.counts.enterprises).toBe(4);
      });

      test.each(recordKinds)(
        "notices a change of any single property of %s, and its return",
        async (kind) => {
          await store.importRecords(sampleRecords(), source);
          const first = sampleRecords().find((tagged) => tagged.kind === kind);
          let version = 1;
          for (const [property, value] of Object.entries(changes[kind])) {
            const changed = { kind, record: { ...first?.record, [property]: value } } as TaggedRecord;
            const result = await store.importRecords([changed], later);
            version += 1;
            expect([property, result.updated, result.networkVersion]).toEqual([property, 1, version]);
            expect(await store.readRecord(kind, keyOf(changed))).toEqual(changed.record);
            await store.importRecords(sampleRecords(), source);
            version += 1;
            expect(await store.readNetwork()).toEqual(networkOf(version, sampleRecords()));
          }
        },
      );

      test("takes the last of several records with one key", async () => {
        await store.importRecords(
          [enterprise("a", { noteZh: "first" }), enterprise("a", { noteZh: "last" })],
          source,
        );
        expect((await store.readNetwork()).enterprises).toEqual([makeEnterprise("a", { noteZh: "last" })]);
      });

      test("takes kinds in any order: exchanges before their ends, parks after their enterprises", async () => {
        const result = await store.importRecords(sampleRecords().reverse(), source);
        expect(result.inserted).toBe(17);
        expect(await store.readNetwork()).toEqual(networkOf(1, sampleRecords()));
      });

      test("takes an asynchronous source", async () => {
        async function* slowly(): AsyncGenerator<TaggedRecord> {
          for (const record of sampleRecords()) yield await Promise.resolve(record);
        }
        expect((await store.importRecords(slowly(), source)).inserted).toBe(17);
      });

      test("reports progress that only grows and ends with the number of records", async () => {
        const seen: number[] = [];
        const many = Array.from({ length: 12_345 }, (_, index) => enterprise(`e${index}`));
        await store.importRecords(many, { ...source, onProgress: (stored) => seen.push(stored) });
        expect(seen.length).toBeGreaterThan(1);
        expect(seen).toEqual(seen.toSorted((a, b) => a - b));
        expect(seen.at(-1)).toBe(12_345);
      });
    });

    describe("a record that points at a missing one", () => {
      const cases: readonly [string, TaggedRecord, string][] = [
        ["supplier", exchange("bad", { supplierId: "nobody" }), "nobody"],
        ["receiver", exchange("bad", { receiverId: "nobody" }), "nobody"],
        ["resource of an exchange", exchange("bad", { resourceCode: "SW99" }), "SW99"],
        ["park of an enterprise", enterprise("bad", { parkId: "nowhere" }), "nowhere"],
        [
          "enterprise of a listing",
          { kind: "listings", record: makeListing("bad", { enterpriseId: "n" }) },
          "n",
        ],
        [
          "one resource of a listing",
          { kind: "listings", record: makeListing("bad", { resourceCodes: ["SW02", "SW99"] }) },
          "SW99",
        ],
        [
          "one resource of a rule",
          { kind: "rules", record: makeRule("bad", { resourceCodes: ["SW99"] }) },
          "SW99",
        ],
        [
          "parent of a resource",
          { kind: "resources", record: makeResource("SW03", { parentCode: "SW99" }) },
          "SW99",
        ],
        [
          "park that overlaps",
          { kind: "parks", record: makePark("bad", { overlaps: ["nowhere"] }) },
          "nowhere",
        ],
      ];

      test.each(cases)("(%s) fails the whole import and is named", async (_, bad, missing) => {
        await store.importRecords(sampleRecords(), source);
        const work = store.importRecords([enterprise("new"), bad, enterprise("c", { noteZh: "new" })], later);
        const error = await work.then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(SymbiosisError);
        const { code, details } = error as SymbiosisError;
        expect(code).toBe("import-rejected");
        expect(details).toHaveLength(1);
        expect(details[0]?.pointer).toContain(keyOf(bad));
        expect(details[0]?.message).toContain(missing);
        expect(await store.readNetwork()).toEqual(networkOf(1, sampleRecords()));
        expect((await store.info()).counts.enterprises).toBe(3);
      });

      test("is also found when it replaces a sound record", async () => {
        await store.importRecords(sampleRecords(), source);
        expect(await codeOf(store.importRecords([enterprise("a", { parkId: "nowhere" })], later))).toBe(
          "import-rejected",
        );
        expect(await store.readRecord("enterprises", "a")).toEqual(makeEnterprise("a", { parkId: "north" }));
      });

      test("is named with all others of the import", async () => {
        const bad = [
          exchange("x1"),
          exchange("x2", { resourceCode: "SW02" }),
          enterprise("e", { parkId: "p" }),
        ];
        const error = await store.importRecords(bad, source).catch((thrown: unknown) => thrown);
        const pointers = (error as SymbiosisError).details.map(({ pointer }) => pointer);
        expect(pointers.toSorted()).toEqual([
          "enterprises/e/parkId",
          "exchanges/x1/receiverId",
          "exchanges/x1/supplierId",
          "exchanges/x2/receiverId",
          "exchanges/x2/resourceCode",
          "exchanges/x2/supplierId",
        ]);
      });

      test("at the end of a long import takes everything before it along", async () => {
        const many = Array.from({ length: 9000 }, (_, index) => enterprise(`e${index}`));
        expect(await codeOf(store.importRecords([...many, exchange("x")], source))).toBe("import-rejected");
        expect(await store.readNetwork()).toEqual(emptyNetwork);
      });
    });

    describe("a source that throws", () => {
      test("leaves nothing behind, and the next import works", async () => {
        function* breaking(): Generator<TaggedRecord> {
          for (let index = 0; index < 9000; index += 1) yield enterprise(`e${index}`);
          throw new Error("the file ended in the middle of a row");
        }
        const work = store.importRecords(breaking(), source);
        await expect(work).rejects.toThrow("the file ended in the middle of a row");
        expect(await store.readNetwork()).toEqual(emptyNetwork);
        const result = await store.importRecords(sampleRecords(), source);
        expect(result).toEqual({ networkVersion: 1, inserted: 17, updated: 0, unchanged: 0 });
      });

      test("asynchronously does the same", async () => {
        async function* breaking(): AsyncGenerator<TaggedRecord> {
          yield* sampleRecords();
          await Promise.reject(new Error("the client hung up"));
        }
        await expect(store.importRecords(breaking(), source)).rejects.toThrow("the client hung up");
        expect(await store.readNetwork()).toEqual(emptyNetwork);
      });
    });

    describe("while an import runs", () => {
      test("readers see the old version whole, then the new one", async () => {
        await store.importRecords(sampleRecords(), source);
        const before = networkOf(1, sampleRecords());
        let looks = 0;
        async function* watched(): AsyncGenerator<TaggedRecord> {
          for (let index = 0; index < 6000; index += 1) {
            yield enterprise(`e${index}`);
            if (index % 1500 !== 0) continue;
            looks += 1;
            expect(await store.readNetwork()).toEqual(before);
            expect((await store.info()).counts.enterprises).toBe(3);
            expect(await store.readRecord("enterprises", "e0")).toBeNull();
            expect((await store.readPage("enterprises", { after: null, limit: 9 })).total).toBe(3);
          }
        }
        await store.importRecords(watched(), later);
        expect(looks).toBe(4);
        expect((await store.readNetwork()).enterprises).toHaveLength(6003);
        expect((await store.info()).networkVersion).toBe(2);
      });

      test("another import of the same store lands whole too", async () => {
        async function* slowly(records: readonly TaggedRecord[]): AsyncGenerator<TaggedRecord> {
          for (const record of records) yield await Promise.resolve(record);
        }
        const left = Array.from({ length: 3000 }, (_, index) => enterprise(`l${index}`));
        const right = Array.from({ length: 2000 }, (_, index) => enterprise(`r${index}`));
        const results = await Promise.all([
          store.importRecords(slowly(left), source),
          store.importRecords(slowly(right), source),
        ]);
        expect(results.map(({ inserted }) => inserted)).toEqual([3000, 2000]);
        expect(new Set(results.map(({ networkVersion }) => networkVersion))).toEqual(new Set([1, 2]));
        expect((await store.info()).counts.enterprises).toBe(5000);
      });
    });

    describe("order", () => {
      const ids = ["a", "B", "b", "a-1", "a.1", "a1", "A", "a_1", "a:1", "Z9", "z10", "z9", "0"];

      test("is ascending by code points, in snapshots and across pages of any size", async () => {
        await store.importRecords(
          ids.map((id) => enterprise(id)),
          source,
        );
        const sorted = ["0", "A", "B", "Z9", "a", "a-1", "a.1", "a1", "a:1", "a_1", "b", "z10", "z9"];
        expect((await store.readNetwork()).enterprises.map(({ id }) => id)).toEqual(sorted);
        for (const limit of [1, 2, 5, 12, 13, 14, 500]) {
          const walked: string[] = [];
          let after: string | null = null;
          do {
            const page: Page<Enterprise> = await store.readPage("enterprises", { after, limit });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            expect([page.total, page.networkVersion]).toEqual([13, 1]);
            walked.push(...page.items.map(({ id }) => id));
            after = page.next;
          } while (after !== null);
          expect(walked).toEqual(sorted);
        }
      });

      test("lets a page begin after a key that is not there", async () => {
        await store.importRecords(
          ids.map((id) => enterprise(id)),
          source,
        );
        const page = await store.readPage("enterprises", { after: "a2", limit: 2 });
        expect([page.items.map(({ id }) => id), page.next]).toEqual([["a:1", "a_1"], "a_1"]);
        expect((await store.readPage("enterprises", { after: "zz", limit: 2 })).next).toBeNull();
      });

      test.each([0, -1, 1.5, Number.NaN])("refuses a page of %d records", async (limit) => {
        expect(await codeOf(store.readPage("parks", { after: null, limit }))).toBe("invalid-request");
      });
    });

    describe("content", () => {
      test(`comes back equal for any record, nulls and all of Unicode (seed ${seed})`, async () => {
        const anything = recordArbitrary({
          codes: ["SW02", "HW", "900-041-49"],
          parkIds: ["north", "south"],
          enterpriseIds: ["a", "b"],
          otherIds: ["o1"],
        });
        await store.importRecords(sampleRecords(), source);
        await fc.assert(
          fc.asyncProperty(anything, async (tagged) => {
            await store.importRecords([tagged], later);
            expect(await store.readRecord(tagged.kind, keyOf(tagged))).toEqual(tagged.record);
          }),
          { seed, numRuns: effort.records },
        );
        expect(await store.check()).toEqual([]);
      });

      test("a text with half a character is refused rather than changed", async () => {
        for (const half of ["\ud83d", "灰\udc00", "\udc00\ud83d"]) {
          const record = enterprise("a", { nameZh: half });
          expect(await codeOf(store.importRecords([record], source))).toBe("import-rejected");
        }
        expect(await store.readNetwork()).toEqual(emptyNetwork);
      });

      test("that a caller changes after reading stays as it is in the store", async () => {
        await store.importRecords(sampleRecords(), source);
        const first = await store.readNetwork();
        first.parks[0]?.titlesZh.push("changed");
        Object.assign(first.enterprises[0] ?? {}, { nameZh: "changed" });
        expect(await store.readNetwork()).toEqual(networkOf(1, sampleRecords()));
      });
    });

    test(`any sequence of imports and reads agrees with the model (seed ${seed})`, async () => {
      const record = recordArbitrary({
        codes: ["SW01", "SW02", "EN01"],
        parkIds: ["p1", "p2"],
        enterpriseIds: ["a", "b", "c"],
        otherIds: ["o1", "o2"],
      });
      const batch = fc.uniqueArray(record, {
        maxLength: 12,
        selector: (tagged) => `${tagged.kind}/${keyOf(tagged)}`,
      });
      let accepted = 0;
      let rejected = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(batch, { minLength: 1, maxLength: 8 }),
          fc.boolean(),
          async (batches, closed) => {
            const model = new StoreModel();
            await using fresh = await open();
            for (const records of batches) {
              // Half of the sequences bring what their records point at, else nearly all would be rejected.
              const whole = closed ? withTargets(records) : records;
              const expected = model.import(whole);
              if (expected === null) rejected += 1;
              else accepted += 1;
              const outcome = await fresh
                .importRecords(whole, source)
                .catch((error: unknown) => (error instanceof SymbiosisError ? error.code : error));
              expect(outcome).toEqual(expected ?? "import-rejected");
              expect(await fresh.readNetwork()).toEqual(model.network());
              const page = await fresh.readPage("enterprises", { after: "a", limit: 1 });
              const rest = (await fresh.readNetwork()).enterprises.filter(({ id }) => id > "a");
              expect(page.items).toEqual(rest.slice(0, 1));
            }
            expect(await fresh.check()).toEqual([]);
          },
        ),
        { seed, numRuns: effort.sequences },
      );
      expect(Math.min(accepted, rejected)).toBeGreaterThan(effort.sequences / 5);
    });

    describe("close", () => {
      test("may be called twice, and everything after it says that the store is not there", async () => {
        await store.importRecords(sampleRecords(), source);
        await store.close();
        await store.close();
        expect(await codeOf(store.info())).toBe("store-unavailable");
        expect(await codeOf(store.readNetwork())).toBe("store-unavailable");
        expect(await codeOf(store.readRecord("parks", "north"))).toBe("store-unavailable");
        expect(await codeOf(store.check())).toBe("store-unavailable");
        expect(await codeOf(store.importRecords(sampleRecords(), source))).toBe("store-unavailable");
      });

      test("during an import ends that import", async () => {
        async function* closing(): AsyncGenerator<TaggedRecord> {
          yield enterprise("a");
          await store.close();
          yield enterprise("b");
        }
        expect(await codeOf(store.importRecords(closing(), source))).toBe("store-unavailable");
      });
    });
  });
}
