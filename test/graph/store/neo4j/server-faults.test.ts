import neo4j from "neo4j-driver";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { parseNeo4jAddress } from "#graph/store/neo4j/address.ts";
import { Neo4jConnection, usualTimes, type Neo4jTimes } from "#graph/store/neo4j/connection.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import { sampleRecords } from "#test/contracts/sample-records.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { neo4jForSuite } from "#test/support/neo4j/neo4j-for-suite.ts";
import { isLongRun } from "#test/support/long-run.ts";

const suite = isLongRun ? await neo4jForSuite() : null;
const uri = suite?.uri ?? "neo4j://nowhere";
const address = parseNeo4jAddress(uri);
const driver = neo4j.driver(address.url, neo4j.auth.basic(address.user ?? "", address.password), {
  disableLosslessIntegers: true,
});
afterAll(async () => {
  await driver.close();
  await suite?.[Symbol.asyncDispose]();
});

const { database } = address;
const source = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };
const connect = (times: Partial<Neo4jTimes> = {}) =>
  new Neo4jConnection(address, { ...usualTimes, readMs: 60_000, ...times });

/** Values of a statement that somebody else sends to the same database. */
async function cypher(statement: string): Promise<unknown[][]> {
  const { records } = await driver.executeQuery(statement, {}, { database });
  return records.map((record) => [...record.values()] as unknown[]);
}

/** Connections of the product that the server knows of. */
async function ourConnections(): Promise<unknown[]> {
  const rows = await cypher("CALL dbms.listConnections() YIELD connectionId, userAgent RETURN *");
  return rows.filter((row) => row.includes("gongsheng")).map(([id]) => id);
}

describe.skipIf(suite === null)("a real Neo4j", { timeout: 600_000 }, () => {
  beforeEach(async () => {
    await suite?.empty();
    await cypher("CREATE (:Thing {id: 'a', by: []}), (:Thing {id: 'b', by: []})");
  });

  test("that breaks a deadlock of two writers: both are done, once each", async () => {
    const { promise: bothHoldOne, resolve: meet } = Promise.withResolvers<void>();
    let holding = 0;
    let attempts = 0;
    const touch = "MATCH (t:Thing {id: $id}) SET t.by = t.by + $name";
    const writer = async (name: string, first: string, second: string) => {
      const connection = connect({ retryMs: 30_000 });
      await connection.write(async (transaction) => {
        attempts += 1;
        await transaction.run(touch, { id: first, name });
        holding += 1;
        if (holding === 2) meet();
        await bothHoldOne;
        await transaction.run(touch, { id: second, name });
      });
      await connection.close();
    };
    await Promise.all([writer("left", "a", "b"), writer("right", "b", "a")]);
    expect(attempts).toBeGreaterThan(2);
    const things = await cypher("MATCH (t:Thing) UNWIND t.by AS name RETURN t.id, name ORDER BY t.id, name");
    expect(things).toEqual([
      ["a", "left"],
      ["a", "right"],
      ["b", "left"],
      ["b", "right"],
    ]);
  });

  test("that ends a write for its length: nothing is written, it is told as such, and the connection serves on", async () => {
    const others = new Set(await ourConnections());
    const own = async () => (await ourConnections()).filter((id) => !others.has(id));
    const connection = connect({ writeMs: 500 });
    await connection.read((transaction) => transaction.run("RETURN 1"));
    const before = await own();
    expect(before).toHaveLength(1);
    await using session = driver.session({ database });
    const holder = await session.beginTransaction();
    await holder.run("MATCH (t:Thing {id: 'a'}) SET t.held = true");
    const write = () =>
      connection.write((transaction) =>
        transaction.run("MATCH (t:Thing {id: 'a'}) SET t.by = t.by + 'late'"),
      );
    const error: unknown = await write().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SymbiosisError);
    expect((error as SymbiosisError).code).toBe("analysis-too-long");
    await holder.rollback();
    expect(await cypher("MATCH (t:Thing {id: 'a'}) RETURN t.by")).toEqual([[[]]]);
    await write();
    expect(await cypher("MATCH (t:Thing {id: 'a'}) RETURN t.by")).toEqual([[["late"]]]);
    expect(await own()).toEqual(before);
    await connection.close();
  });

  test("whose store node is locked by a process that froze: an import is told that the store is in use, then works", async () => {
    await using store = openNeo4jStore(uri, { readMs: 60_000, snapshotMs: 60_000, waitMs: 4000 });
    await store.importRecords(sampleRecords(), source);
    await using session = driver.session({ database });
    const frozen = await session.beginTransaction();
    await frozen.run("MATCH (s:GongshengStore) SET s.touchedAt = 0");
    const more = [{ kind: "enterprises" as const, record: makeEnterprise("more") }];
    const refused: unknown = await store.importRecords(more, source).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(SymbiosisError);
    expect((refused as SymbiosisError).code).toBe("store-locked");
    await frozen.rollback();
    expect((await store.importRecords(more, source)).networkVersion).toBe(2);
  });
});
