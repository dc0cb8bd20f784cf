import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { readRecords } from "#graph/store/read-all.ts";
import { shownAddress, withPassword } from "#graph/store/store-address.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { runCli, temporaryFolder } from "#test/support/run-cli.ts";
import { readSeed } from "#seeds/read-seed.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await runCli(["import", "seeds/shandong-jiangsu", "--store", urlOf("from")]);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const urlOf = (name: string) => `sqlite:${join(folder.path, `${name}.sqlite`)}`;

describe("copy", () => {
  test("takes every record into an empty store and says the hash that both have", async () => {
    const { code, stdout } = await runCli(["copy", urlOf("from"), urlOf("to")]);
    expect(code).toBe(0);
    await using from = await openStore(urlOf("from"));
    await using to = await openStore(urlOf("to"));
    const network = await from.readNetwork();
    expect(await to.readNetwork()).toEqual({ ...network, version: 1 });
    expect(stdout).toBe(
      `copied ${readSeed().length} records, network version 1 → 1, both ends have the content hash ${hashNetwork(network)}\n`,
    );
  });

  test.each([
    ["a store that holds records", "filled"],
    ["its own source", "from"],
  ])("refuses to write into %s and says what to do", async (_, to) => {
    await runCli(["import", "seeds/shandong-jiangsu", "--store", urlOf(to)]);
    const { code, stdout, stderr } = await runCli(["copy", urlOf("from"), urlOf(to)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(
      "holds records already (network version 1): name an empty store, or delete that one first",
    );
  });

  test("from a store that is not there, or holds nothing, fails and makes none", async () => {
    const missing = await runCli(["copy", urlOf("missing"), urlOf("never")]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining("there is no store")]);
    await (await openStore(urlOf("hollow"))).close();
    const hollow = await runCli(["copy", urlOf("hollow"), urlOf("never")]);
    expect([hollow.code, hollow.stderr]).toEqual([1, expect.stringContaining("there is nothing to copy")]);
    expect(["missing", "never"].map((name) => existsSync(join(folder.path, `${name}.sqlite`)))).toEqual([
      false,
      false,
    ]);
  });

  test("to a store that does not answer fails in one sentence without its password", async () => {
    const { code, stderr } = await runCli([
      "copy",
      urlOf("from"),
      "neo4j://neo4j:secret-word@127.0.0.1:9/neo4j",
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: neo4j:\/\/127\.0\.0\.1:9\/neo4j (?:does not answer|has said nothing)[^\n]*\n$/,
    );
    expect(stderr).not.toContain("secret-word");
  });
});

test("reading a store page by page stops when an import comes between, instead of mixing two versions", async () => {
  await using store = await openStore("sqlite::memory:");
  const enterprises = Array.from({ length: 5000 }, (_, index) => ({
    kind: "enterprises" as const,
    record: makeEnterprise(`e${index}`),
  }));
  await store.importRecords(enterprises, { label: "test", now: new Date(0) });
  const reading = readRecords(store, 1);
  for (let index = 0; index < 100; index += 1) await reading.next();
  const late = { kind: "enterprises" as const, record: makeEnterprise("late") };
  await store.importRecords([late], { label: "test", now: new Date(0) });
  const readRest = async () => {
    for await (const _ of reading);
  };
  await expect(readRest()).rejects.toMatchObject({ code: "store-locked" });
});

describe("an address", () => {
  test.each([
    ["neo4j://neo4j@db/network", "neo4j://neo4j:p%40ss%2F%3A%23@db/network"],
    ["bolt+s://reader@db:7687", "bolt+s://reader:p%40ss%2F%3A%23@db:7687"],
    ["neo4j://neo4j:own@db/network", "neo4j://neo4j:own@db/network"],
    ["neo4j://db/network", "neo4j://db/network"],
    ["sqlite:a@b.sqlite", "sqlite:a@b.sqlite"],
  ])("%s takes the password of the environment only where it names a user without one", (given, expected) => {
    expect(withPassword(given, "p@ss/:#")).toBe(expected);
  });

  test.each(["neo4j://u:secret@db/n", "neo4j://u:sec@ret@db/n", "bolt://secret@db", "x://u:sec/ret@db"])(
    "%s is shown without what stands before the host",
    (url) => {
      expect(shownAddress(url)).toMatch(/^\w+:\/\/…@db/);
      expect(shownAddress(url)).not.toMatch(/sec|ret/);
    },
  );
});
