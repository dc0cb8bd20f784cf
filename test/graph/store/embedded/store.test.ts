import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { recordKinds } from "#graph/schema/records/records.ts";
import { openDatabase } from "#graph/store/embedded/database.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import { graphStoreContract } from "#test/contracts/graph-store.ts";
import { expectAgreement, operations, type ReopenableStore } from "#test/contracts/operation-sequences.ts";
import { sampleRecords } from "#test/contracts/sample-records.ts";
import { sequences } from "#test/support/long-run.ts";

const folder = await mkdtemp(join(tmpdir(), "gongsheng-store-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
graphStoreContract("sqlite::memory:", () => openStore("sqlite::memory:"));
graphStoreContract("sqlite:<path>", () => openStore(`sqlite:${join(folder, `contract-${++files}.sqlite`)}`));

const source = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };

test(
  `${sequences.embedded} sequences of operations leave it and the model in one state`,
  { timeout: 600_000 },
  async () => {
    const file = join(folder, "sequences.sqlite");
    const reopenable = (store: GraphStore): ReopenableStore => ({
      store,
      async reopen() {
        await store.close();
        return reopenable(await openStore(`sqlite:${file}`));
      },
    });
    let agreed = 0;
    await fc.assert(
      fc.asyncProperty(operations, async (steps) => {
        for (const ending of ["", "-wal", "-shm"]) await rm(`${file}${ending}`, { force: true });
        const last = await expectAgreement(steps, [reopenable(await openStore(`sqlite:${file}`))]);
        for (const { store } of last) await store.close();
        agreed += 1;
      }),
      { seed: 20261124, numRuns: sequences.embedded },
    );
    expect(agreed).toBe(sequences.embedded);
  },
);

describe("the tables the migrations build", () => {
  test.each(recordKinds)("have the columns and references of the record table of %s", async (kind) => {
    const database = await openDatabase(":memory:", 100);
    const columns = database.pragma(`table_info(${kind})`) as { name: string; pk: number }[];
    expect(columns.map(({ name }) => name)).toEqual(recordTables[kind].columns);
    expect(columns.filter(({ pk }) => pk > 0).map(({ name }) => name)).toEqual([recordTables[kind].key]);
    const foreign = database.pragma(`foreign_key_list(${kind})`) as { from: string; table: string }[];
    const declared = recordTables[kind].references.filter(({ list }) => !list);
    expect(new Map(foreign.map(({ from, table }) => [from, table]))).toEqual(
      new Map(declared.map(({ column, target }) => [column, target])),
    );
    database.close();
  });
});

describe("a store file", () => {
  test("keeps its network when it is closed and opened again, in folders it makes itself", async () => {
    const url = `sqlite:${join(folder, "deep", "er", "network.sqlite")}`;
    const first = await openStore(url);
    await first.importRecords(sampleRecords(), source);
    const written = await first.readNetwork();
    await first.close();
    await using second = await openStore(url);
    expect(await second.readNetwork()).toEqual(written);
    expect((await second.info()).importedAt).toBe("2026-11-24T08:00:00.000Z");
  });

  test("shows one connection the versions another makes, whole", async () => {
    const url = `sqlite:${join(folder, "shared.sqlite")}`;
    await using writer = await openStore(url);
    await using reader = await openStore(url);
    expect((await reader.info()).networkVersion).toBe(0);
    await writer.importRecords(sampleRecords(), source);
    expect((await reader.info()).counts.enterprises).toBe(3);
    expect(await reader.readNetwork()).toEqual(await writer.readNetwork());
  });

  test("is safe against power loss: write-ahead log, full synchronisation, foreign keys", async () => {
    const database = await openDatabase(join(folder, "safe.sqlite"), 100);
    const setting = (name: string) => database.pragma(name, { simple: true });
    expect([setting("journal_mode"), setting("synchronous"), setting("foreign_keys")]).toEqual(["wal", 2, 1]);
    database.close();
  });
});
