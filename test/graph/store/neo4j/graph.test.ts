import neo4j from "neo4j-driver";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import type { GraphStore, ImportSource } from "#graph/store/graph-store.ts";
import { parseNeo4jAddress } from "#graph/store/neo4j/address.ts";
import { storeFormat } from "#graph/store/neo4j/cypher.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { sampleRecords } from "#test/contracts/sample-records.ts";
import { makeExchange } from "#test/fixtures/small-network.ts";
import { neo4jForSuite } from "#test/support/neo4j/neo4j-for-suite.ts";

const suite = await neo4jForSuite();
const uri = suite?.uri ?? "neo4j://nowhere";
const { url, user, password, database } = parseNeo4jAddress(uri);
const driver = neo4j.driver(url, neo4j.auth.basic(user ?? "", password), { disableLosslessIntegers: true });
afterAll(async () => {
  await driver.close();
  await suite?.[Symbol.asyncDispose]();
});

const source: ImportSource = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };
const open = () => openNeo4jStore(uri, { readMs: 60_000, snapshotMs: 60_000 });

/** Rows of a statement that somebody else sends to the same database. */
async function cypher(statement: string): Promise<unknown[][]> {
  const { records } = await driver.executeQuery(statement, {}, { database });
  return records.map((record) => [...record.values()] as unknown[]);
}

/** A record whose texts stand in one language each, that in which they are written. */
function inItsLanguage({ kind, record }: TaggedRecord): TaggedRecord {
  const paired = (holder: object) =>
    Object.fromEntries(
      Object.entries(holder).map(([field, value]: [string, unknown]) => {
        const isPair =
          /(?:Zh|En)$/.test(field) && `${field.slice(0, -2)}Zh` in holder && !required.test(field);
        const isOwn = /\p{Script=Han}/u.test(String(value)) === field.endsWith("Zh");
        return [field, !isPair || isOwn ? value : Array.isArray(value) ? [] : null];
      }),
    );
  return { kind, record: { ...paired(record), evidence: paired(record.evidence) } } as TaggedRecord;
}

const required = /^(?:name|area|resource|waste|use|industry|company|replaces|targetIndustry|group)(?:Zh|En)$/;

describe.skipIf(suite === null)("the graph in a real Neo4j", { timeout: 300_000 }, () => {
  beforeEach(async () => suite?.empty());

  test("has nothing but uniqueness constraints and range indexes, all online", async () => {
    await using store = open();
    await store.info();
    const constraints = await cypher("SHOW CONSTRAINTS YIELD type RETURN DISTINCT type");
    expect(constraints).toEqual([["UNIQUENESS"]]);
    const indexes = await cypher("SHOW INDEXES YIELD type, state RETURN DISTINCT type, state ORDER BY type");
    expect(indexes).toEqual([
      ["LOOKUP", "ONLINE"],
      ["RANGE", "ONLINE"],
    ]);
  });

  test("brings a store of format 1 up, each text in the language it is written in, nothing lost", async () => {
    const later = new Set<string>(["activities", "coefficients", "totals", "prices"]);
    const records = sampleRecords()
      .filter(({ kind }) => !later.has(kind))
      .map(inItsLanguage);
    await using first = open();
    await first.importRecords(records, source);
    const before = await first.readNetwork();
    // As the first program wrote it: one text, no lists of former ids and names, the format told.
    for (const name of ["note", "evidenceNote", "level", "ecoType", "coordSource", "quantityNote", "unit"])
      await cypher(`MATCH (n) WHERE n.validFrom IS NOT NULL
        SET n.${name} = coalesce(n.${name}Zh, n.${name}En) REMOVE n.${name}Zh, n.${name}En`);
    for (const name of ["titles", "mainIndustries"])
      await cypher(
        `MATCH (n:Park) SET n.${name} = n.${name}Zh + n.${name}En REMOVE n.${name}Zh, n.${name}En`,
      );
    await cypher("MATCH (n) WHERE n.validFrom IS NOT NULL REMOVE n.aliases, n.otherNames");
    await cypher(
      "MATCH (s:GongshengStore) SET s.format = 1 REMOVE s.activities, s.coefficients, s.totals, s.prices",
    );
    await using second = open();
    expect(await second.readNetwork()).toEqual(before);
    expect(await second.check()).toEqual([]);
    expect(await cypher("MATCH (s:GongshengStore) RETURN s.format")).toEqual([[storeFormat]]);
    const marked = "MATCH (n) WHERE n.format IS NOT NULL AND n.validFrom IS NOT NULL RETURN count(n)";
    expect(await cypher(marked)).toEqual([[0]]);
    expect(await second.importRecords(records, source)).toMatchObject({ inserted: 0, updated: 0 });
  });

  test("brings a store of format 2 up: what it did not have is null or empty, and counts as no change", async () => {
    const records = readSeed().map((tagged) => {
      if (tagged.kind === "listings") return { ...tagged, record: { ...tagged.record, partOf: null } };
      return tagged.kind === "rules" ? { ...tagged, record: { ...tagged.record, shownBy: [] } } : tagged;
    });
    await using first = open();
    await first.importRecords(records, source);
    const before = await first.readNetwork();
    // As the second program wrote it: neither property, and hashes without them.
    await cypher(
      "MATCH (n) WHERE n.validFrom IS NOT NULL REMOVE n.partOf, n.shownBy SET n.hash = 'of format 2'",
    );
    await cypher("MATCH (s:GongshengStore) SET s.format = 2");
    await using second = open();
    expect(await second.readNetwork()).toEqual(before);
    expect(await second.check()).toEqual([]);
    expect(await second.importRecords(records, source)).toMatchObject({ inserted: 0, updated: 0 });
  });

  test("gets back a constraint that somebody dropped, with the next start", async () => {
    await using first = open();
    await first.info();
    await cypher("DROP CONSTRAINT gongsheng_exchanges");
    await using second = open();
    await second.info();
    const [count] = await cypher(
      "SHOW CONSTRAINTS YIELD name WHERE name = 'gongsheng_exchanges' RETURN count(*)",
    );
    expect(count).toEqual([1]);
  });

  test("leads from every exchange of the seeds to its ends, places and resource, whatever the order of import", async () => {
    const records = readSeed();
    const exchanges = records.flatMap(({ kind, record }) => (kind === "exchanges" ? [record] : []));
    await using store = open();
    await store.importRecords(records.toReversed(), source);
    const ends = await cypher(`
      MATCH (x:Exchange)-[:SUPPLIER]->(:EnterpriseId)<-[:IDENTITY]-(supplier:Enterprise),
        (x)-[:RECEIVER]->(:EnterpriseId)<-[:IDENTITY]-(receiver:Enterprise)
      RETURN x.id, supplier.id, receiver.id ORDER BY x.id`);
    const wanted = exchanges.map(({ id, supplierId, receiverId }) => [id, supplierId, receiverId]);
    expect(new Set(ends.map(String))).toEqual(new Set(wanted.map(String)));
    expect(ends).toHaveLength(wanted.length);
    const [resources] = await cypher(
      "MATCH (x:Exchange)-[:OF]->(r:ResourceId) WHERE r.code = x.resourceCode RETURN count(*)",
    );
    expect(resources).toEqual([exchanges.filter(({ resourceCode }) => resourceCode !== null).length]);
    const listings = records.flatMap(({ kind, record }) => (kind === "listings" ? [record] : []));
    const [offered] = await cypher("MATCH (:Listing)-[:OF]->(:ResourceId) RETURN count(*)");
    expect(offered).toEqual([listings.flatMap(({ resourceCodes }) => resourceCodes).length]);
    const placed = records.filter(({ kind, record }) => kind === "enterprises" && record.parkId !== null);
    expect(
      await cypher("MATCH (e:Enterprise)-[:IN]->(p:ParkId) WHERE p.id = e.parkId RETURN count(*)"),
    ).toEqual([[placed.length]]);
    expect(await cypher("MATCH (n:Unlinked) RETURN count(*)")).toEqual([[0]]);
  });

  test("keeps the state before a change as a node of its own, and what points at it still leads to it", async () => {
    await using store = open();
    await store.importRecords(sampleRecords(), source);
    const exchange = makeExchange("x1", { supplierId: "c", receiverId: "b" });
    await store.importRecords([{ kind: "exchanges", record: exchange }], source);
    expect(
      await cypher(`
        MATCH (x:Exchange {id: 'x1'})-[:SUPPLIER]->(supplier:EnterpriseId)
        RETURN x.validFrom, x.validTo, supplier.id ORDER BY x.validFrom`),
    ).toEqual([
      [1, 2, "a"],
      [2, null, "c"],
    ]);
    expect(
      await cypher("MATCH (i:Import) RETURN i.version, i.label, i.inserted, i.updated ORDER BY i.version"),
    ).toEqual([
      [1, "test", 17, 0],
      [2, "test", 0, 1],
    ]);
  });

  test("is read from what was read before: only what changed comes anew, over any number of versions", async () => {
    await using store = open();
    await store.importRecords(sampleRecords(), source);
    const first = await store.readNetwork();
    expect(await store.readNetwork(first)).toEqual(first);
    const changed = makeExchange("x1", { supplierId: "c", receiverId: "b" });
    await store.importRecords([{ kind: "exchanges", record: changed }], source);
    const added = makeExchange("x0", { supplierId: "a", receiverId: "b" });
    await store.importRecords([{ kind: "exchanges", record: added }], source);
    const third = await store.readNetwork(first);
    expect(third).toEqual(await store.readNetwork());
    expect(third.version).toBe(3);
    expect(third.exchanges.slice(0, 2)).toEqual([added, changed]);
    expect(third.exchanges[2]).toBe(first.exchanges[1]);
    expect(third.parks).toBe(first.parks);
  });

  test("is read whole where another network has taken the place of the one that was read before", async () => {
    await using store = open();
    await store.importRecords(sampleRecords(), source);
    const first = await store.readNetwork();
    await suite?.empty();
    await store.importRecords(sampleRecords().slice(0, 5), source);
    const other = await store.readNetwork(first);
    expect(other.version).toBe(first.version);
    expect(other).toEqual(await store.readNetwork());
    expect(other.exchanges).toEqual([]);
  });

  test("holds years as whole numbers, flags as booleans and lists as lists", async () => {
    await using store = open();
    await store.importRecords(sampleRecords(), source);
    const types = await cypher(`
      MATCH (p:Park {id: 'north'}), (r:Resource {code: 'HW'})
      RETURN valueType(p.titlesZh), valueType(r.hazardous), valueType(p.evidenceAsOfYear), valueType(p.validFrom)`);
    expect(types).toEqual([
      ["LIST<STRING NOT NULL> NOT NULL", "BOOLEAN NOT NULL", "INTEGER NOT NULL", "INTEGER NOT NULL"],
    ]);
  });
});

describe.skipIf(suite === null)("a graph that somebody else changed", { timeout: 300_000 }, () => {
  let store: GraphStore;
  beforeEach(async () => {
    await suite?.empty();
    store = open();
    await store.importRecords(sampleRecords(), source);
    return () => store.close();
  });
  const findings = async () =>
    (await store.check()).map(({ code, severity, recordKind, recordId }) => [
      code,
      severity,
      recordKind,
      recordId,
    ]);

  test("nodes of others under our labels are skipped and counted", async () => {
    const before = await store.readNetwork();
    await cypher(
      "CREATE (:Park {name: 'Hyde Park'}), (:Park {id: 'foreign', validFrom: 1}), (:Somewhere {id: 'north'})",
    );
    expect(await store.readNetwork()).toEqual(before);
    expect(await findings()).toEqual([
      ["store-damaged", "error", "parks", "foreign"],
      ["store-damaged", "error", "parks", null],
      ["store-damaged", "warning", "parks", null],
    ]);
  });

  test("a changed property is found", async () => {
    await cypher("MATCH (p:Park {id: 'north'}) SET p.nameZh = 'other'");
    expect(await findings()).toEqual([["store-damaged", "error", "parks", "north"]]);
  });

  test("a deleted record is found, and what pointed at it", async () => {
    await cypher("MATCH (e:Enterprise {id: 'c'}) DETACH DELETE e");
    expect(await findings()).toEqual([
      ["store-damaged", "error", "enterprises", null],
      ["unknown-id", "error", "exchanges", "x2"],
    ]);
  });

  test.each(["2 ^ 63 - 1", "9007199254740993", "'text'", "1.5"])(
    "a year of %s is refused, not read",
    async (year) => {
      await cypher(
        `MATCH (x:Exchange {id: 'x1'}) SET x.yearFrom = ${year.replace("2 ^ 63 - 1", "9223372036854775807")}`,
      );
      const error = await store.readNetwork().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SymbiosisError);
      expect((error as SymbiosisError).code).toBe("store-corrupt");
      expect(await findings()).toEqual([["store-damaged", "error", "exchanges", "x1"]]);
    },
  );

  test("a format of the future is refused", async () => {
    await cypher(`MATCH (s:GongshengStore) SET s.format = ${storeFormat + 1}`);
    const error = await store.info().catch((thrown: unknown) => thrown);
    expect((error as SymbiosisError).code).toBe("store-newer-than-program");
    const again = await store.importRecords(sampleRecords(), source).catch((thrown: unknown) => thrown);
    expect((again as SymbiosisError).code).toBe("store-newer-than-program");
  });
});
