import { spawn, spawnSync } from "node:child_process";
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { migrate, openDatabase } from "#graph/store/embedded/database.ts";
import { migrations } from "#graph/store/embedded/migrations.ts";
import { openEmbeddedStore } from "#graph/store/embedded/store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { sampleRecords } from "#test/contracts/sample-records.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { numberedImport } from "./numbered-import.ts";

const source = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };
const folder = await mkdtemp(join(tmpdir(), "gongsheng-broken-"));
const sound = join(folder, "sound.sqlite");

beforeAll(async () => {
  await using store = await openStore(`sqlite:${sound}`);
  await store.importRecords(numberedImport(1), source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function failureOf(work: Promise<unknown>): Promise<SymbiosisError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SymbiosisError) return error;
  throw new Error("expected a SymbiosisError", { cause: error });
}

async function copyOfSound(name: string): Promise<string> {
  const path = join(folder, name);
  await copyFile(sound, path);
  return path;
}

describe("opening a file that is no sound store", () => {
  test("of a newer program is refused and leaves the file as it is", async () => {
    const path = await copyOfSound("newer.sqlite");
    const database = new Database(path);
    database.pragma(`user_version = ${migrations.length + 1}`);
    database.close();
    const before = await readFile(path);
    const { code, message } = await failureOf(openStore(`sqlite:${path}`));
    expect(code).toBe("store-newer-than-program");
    expect(message).toContain(path);
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  test.each([
    ["empty", Buffer.alloc(0)],
    ["of text", Buffer.from("这不是数据库,只是一段普通的文字。".repeat(50))],
    ["of zeros", Buffer.alloc(8192)],
    ["shorter than a header", Buffer.from("SQLite format 3")],
  ])("that is %s is refused and kept", async (name, content) => {
    const path = join(folder, `${name.replaceAll(" ", "-")}.sqlite`);
    await writeFile(path, content);
    expect((await failureOf(openStore(`sqlite:${path}`))).code).toBe("store-corrupt");
    expect((await readFile(path)).equals(content)).toBe(true);
    expect((await readdir(folder)).filter((file) => file.includes(".new-"))).toEqual([]);
  });

  test("that belongs to another program is refused and kept", async () => {
    const path = join(folder, "other.sqlite");
    const database = new Database(path);
    database.exec("CREATE TABLE bookmarks (url TEXT)");
    database.close();
    const before = await readFile(path);
    expect((await failureOf(openStore(`sqlite:${path}`))).code).toBe("store-corrupt");
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  test("that is a folder, or lies under a file, is refused in one sentence", async () => {
    expect((await failureOf(openStore(`sqlite:${folder}`))).code).toBe("store-unavailable");
    const { code, message } = await failureOf(openStore(`sqlite:${join(sound, "store.sqlite")}`));
    expect(code).toBe("store-unavailable");
    expect(message).not.toContain("\n");
  });
});

/** Opens, reads and checks: the first word of trouble, an error's code or the code of an issue. */
async function troubleOf(path: string): Promise<string> {
  try {
    await using store = await openStore(`sqlite:${path}`);
    const issues = await store.check();
    return issues[0]?.code ?? "none";
  } catch (error) {
    return error instanceof SymbiosisError ? error.code : String(error);
  }
}

describe("a damaged store", () => {
  test("cut short is found out, and reading it says so", async () => {
    const path = await copyOfSound("cut.sqlite");
    await truncate(path, 40_960);
    expect(await troubleOf(path)).toMatch(/^store-(?:corrupt|damaged)$/);
  });

  test("with pages overwritten is found by its check, and reading never gives a plain error", async () => {
    const whole = await readFile(sound);
    const pages = whole.length / 4096;
    const found = new Set<string>();
    for (let page = 0; page < pages; page += Math.ceil(pages / 12)) {
      const path = join(folder, `page-${page}.sqlite`);
      await writeFile(path, whole);
      const damaged = Buffer.from(whole);
      damaged.fill(0xa5, page * 4096, page * 4096 + 200);
      await writeFile(path, damaged);
      const trouble = await troubleOf(path);
      expect([page, trouble]).toEqual([page, expect.stringMatching(/^store-(?:corrupt|damaged)$/)]);
      found.add(trouble);
      expect((await readFile(path)).equals(damaged)).toBe(true);
    }
    expect(found.size).toBeGreaterThan(0);
  });

  test("with references that lead nowhere has an issue for each", async () => {
    const path = await copyOfSound("dangling.sqlite");
    const database = new Database(path);
    database.pragma("foreign_keys = OFF");
    database.exec(`DELETE FROM parks WHERE id = 'p3';
      UPDATE exchanges SET resourceCode = 'SW99' WHERE id = 'x5';
      UPDATE parks SET overlaps = '["p1","gone"]' WHERE id = 'p2';`);
    database.close();
    await using store = await openStore(`sqlite:${path}`);
    const issues = await store.check();
    const summary = issues.map(({ code, recordId, column, value }) =>
      [code, recordId, column, value].join(" "),
    );
    expect(summary).toContain("unknown-code x5 resourceCode SW99");
    expect(summary).toContain("unknown-id p2 overlaps gone");
    expect(summary.filter((line) => line.endsWith(" parkId p3"))).toHaveLength(20);
    // Parks and exchanges are not those that were imported, besides.
    expect(issues.filter(({ code }) => code === "store-damaged")).toHaveLength(2);
    expect(issues).toHaveLength(24);
  });
});

describe("what each import left", () => {
  const rename = "UPDATE enterprises SET nameZh = nameZh || '?' WHERE id = (SELECT min(id) FROM enterprises)";

  async function changedBy(name: string, statement: string) {
    const path = join(folder, `${name}.sqlite`);
    await copyFile(sound, path);
    const database = new Database(path);
    database.exec(statement);
    database.close();
    await using store = await openStore(`sqlite:${path}`);
    return (await store.check()).map(({ code, recordKind, value }) => ({ code, recordKind, value }));
  }

  test("one changed letter in a text, which SQLite does not mind, is found", async () => {
    expect(await changedBy("letter", rename)).toEqual([
      { code: "store-damaged", recordKind: "enterprises", value: "checksum" },
    ]);
  });

  test("a row too few is found, and a sound store is sound after any number of imports", async () => {
    const one = "DELETE FROM factors WHERE id = (SELECT min(id) FROM factors)";
    const path = join(folder, "often.sqlite");
    await using store = await openStore(`sqlite:${path}`);
    for (const records of [sampleRecords(), sampleRecords(), [...sampleRecords(), ...sampleRecords()]])
      await store.importRecords(records, source);
    await store.importRecords(
      sampleRecords().map((tagged) =>
        tagged.kind === "enterprises"
          ? { kind: tagged.kind, record: { ...tagged.record, note: "changed" } }
          : tagged,
      ),
      source,
    );
    await store.importRecords([{ kind: "enterprises", record: makeEnterprise("newcomer") }], source);
    expect(await store.check()).toEqual([]);
    const database = new Database(path);
    expect(database.prepare(one).run().changes).toBe(1);
    database.close();
    expect(await store.check()).toMatchObject([{ code: "store-damaged", recordKind: "factors" }]);
  });

  test("a store from before there were sums has none to compare, and gets one with its next import", async () => {
    const path = join(folder, "older.sqlite");
    await copyFile(sound, path);
    const database = new Database(path);
    database.exec(`DELETE FROM checksums; ${rename}`);
    database.close();
    await using store = await openStore(`sqlite:${path}`);
    expect(await store.check()).toEqual([]);
    await store.importRecords([{ kind: "enterprises", record: makeEnterprise("newcomer") }], source);
    expect(await store.check()).toEqual([]);
  });

  test("a plain copy of the file beside an open store has every record", async () => {
    const path = join(folder, "open.sqlite");
    const copy = join(folder, "plain-copy.sqlite");
    await using store = await openStore(`sqlite:${path}`);
    await store.importRecords(sampleRecords(), source);
    await copyFile(path, copy);
    await using copied = await openStore(`sqlite:${copy}`);
    expect((await copied.info()).counts).toEqual((await store.info()).counts);
  });
});

describe("a migration", () => {
  const steps = ["CREATE TABLE a (x TEXT) STRICT", "CREATE TABLE b (y TEXT) STRICT"];

  test("brings an older store up, step after step, and keeps its rows", () => {
    const database = new Database(":memory:");
    migrate(database, steps.slice(0, 1));
    database.exec("INSERT INTO a VALUES ('kept')");
    migrate(database, steps);
    expect(database.pragma("user_version", { simple: true })).toBe(2);
    expect(database.prepare("SELECT x FROM a, (SELECT count(*) FROM b)").pluck().get()).toBe("kept");
    database.close();
  });

  test("that fails in its middle leaves the format before it, and succeeds when run again", () => {
    const database = new Database(":memory:");
    const faulty = [...steps, "CREATE TABLE c (z TEXT) STRICT; INSERT INTO nowhere VALUES (1)"];
    expect(() => migrate(database, faulty)).toThrow("nowhere");
    expect(database.pragma("user_version", { simple: true })).toBe(2);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'c'").get()).toBeUndefined();
    migrate(database, [...steps, "CREATE TABLE c (z TEXT) STRICT"]);
    expect(database.pragma("user_version", { simple: true })).toBe(3);
    database.close();
  });
});

describe("a store that another process holds", () => {
  test("says so when it wants to import, imports nothing, and goes on reading", async () => {
    const path = await copyOfSound("held.sqlite");
    await using store = await openEmbeddedStore(path, { busyTimeoutMs: 50 });
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    const { code, message } = await failureOf(store.importRecords(sampleRecords(), source));
    expect([code, message]).toEqual(["store-locked", expect.stringContaining("another process")]);
    expect((await store.info()).networkVersion).toBe(1);
    other.exec("COMMIT");
    other.close();
    expect((await store.importRecords(sampleRecords(), source)).networkVersion).toBe(2);
  });

  test("exclusively cannot be opened, and says so", async () => {
    const path = await copyOfSound("exclusive.sqlite");
    const other = new Database(path);
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE; UPDATE parks SET noteZh = 'held'; COMMIT");
    expect((await failureOf(openEmbeddedStore(path, { busyTimeoutMs: 50 }))).code).toBe("store-locked");
    other.close();
    await (await openEmbeddedStore(path)).close();
  });

  test("for a moment only is waited for", async () => {
    const path = await copyOfSound("moment.sqlite");
    await using store = await openEmbeddedStore(path, { busyTimeoutMs: 4000 });
    const script = `
      const database = new (require("better-sqlite3"))(${JSON.stringify(path)});
      database.exec("BEGIN IMMEDIATE");
      console.log("held");
      setTimeout(() => { database.exec("COMMIT"); database.close(); }, 300);`;
    const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect((await store.importRecords(sampleRecords(), source)).networkVersion).toBe(2);
    await ended;
  });
});

const canMount = process.platform === "linux" && process.getuid?.() === 0 && tryMount();

function tryMount(): boolean {
  const probe = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
  if (probe.status !== 0) return false;
  return spawnSync("umount", [folder]).status === 0;
}

describe.skipIf(!canMount)("a full disk (SKIPPED unless a tmpfs can be mounted)", () => {
  const disk = join(tmpdir(), `gongsheng-full-${process.pid}`);
  beforeAll(async () => {
    await mkdir(disk);
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]);
  });
  afterAll(async () => {
    spawnSync("umount", [disk]);
    await rm(disk, { recursive: true, force: true });
  });

  test("fails the import with store-full, keeps what was there, and recovers without a restart", async () => {
    await using store = await openStore(`sqlite:${join(disk, "store.sqlite")}`);
    await store.importRecords(sampleRecords(), source);
    const before = await store.readNetwork();
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      kind: "enterprises" as const,
      record: makeEnterprise(`e${index}`, { noteZh: "x".repeat(200) }),
    }));
    expect((await failureOf(store.importRecords(many, source))).code).toBe("store-full");
    expect(await store.readNetwork()).toEqual(before);
    expect(await store.check()).toEqual([]);
    spawnSync("mount", ["-o", "remount,size=64m", disk]);
    expect((await store.importRecords(many, source)).networkVersion).toBe(2);
    expect((await store.readNetwork()).enterprises).toHaveLength(20_003);
  });

  test("cannot take a new store, and leaves no half of one", async () => {
    const path = join(disk, "second.sqlite");
    await writeFile(join(disk, "filler"), Buffer.alloc(70_000_000)).catch(() => null);
    expect((await failureOf(openStore(`sqlite:${path}`))).code).toBe("store-full");
    expect((await readdir(disk)).filter((name) => name.startsWith("second"))).toEqual([]);
    await rm(join(disk, "filler"));
    await (await openStore(`sqlite:${path}`)).close();
  });
});

/** The super-user may write anywhere; another user id is needed to meet a read-only folder. */
const canChangeUser = process.platform === "linux" && process.getuid?.() === 0;

describe.skipIf(!canChangeUser)("a read-only folder (SKIPPED unless run by root)", () => {
  test("makes opening fail in one sentence, writing nothing", async () => {
    const closed = join(folder, "closed");
    await mkdir(closed);
    await copyFile(sound, join(closed, "store.sqlite"));
    await chmod(closed, 0o555);
    await chmod(join(closed, "store.sqlite"), 0o444);
    await chmod(folder, 0o755);
    for (const name of ["store.sqlite", "new.sqlite"]) {
      const script = `
        process.setgid(65534);
        process.setuid(65534);
        openStore("sqlite:${join(closed, name)}").catch((error) => console.log(error.code + "|" + error.message));`;
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [
          "--input-type=module-typescript",
          "-e",
          `import { openStore } from "#graph/store/open-store.ts";
         // Loads everything while the folder of the program, perhaps the super-user's own, may still be read.
         await (await openStore("sqlite::memory:")).close();${script}`,
        ],
        { encoding: "utf8" },
      );
      expect([name, stderr, stdout.trim()]).toEqual([
        name,
        "",
        expect.stringMatching(/^store-unavailable\|[^\n]+(?:read-only|may be written)[^\n]+$/),
      ]);
    }
    expect(await readdir(closed)).toEqual(["store.sqlite"]);
  });
});

describe("the address of a store", () => {
  test.each(["", "data.sqlite", "mysql://root:secret@host/db", "sqlite:", "constructor:x", "/tmp/x.sqlite"])(
    "%j is refused, naming what is known and no password",
    async (url) => {
      const { code, message } = await failureOf(openStore(url));
      expect(code).toBe("unsupported-store-url");
      expect(message).toContain("sqlite:");
      expect(message).not.toContain("secret");
    },
  );
});

describe("the connection", () => {
  test("refuses a Node that better-sqlite3 would crash", async () => {
    const pretend = (version: string) =>
      Object.defineProperty(process, "versions", {
        value: { ...process.versions, node: version },
        configurable: true,
      });
    const real = process.versions;
    try {
      pretend("20.20.1");
      expect((await failureOf(openDatabase(":memory:", 1))).message).toContain("Node 22.14");
      pretend("22.13.9");
      expect((await failureOf(openDatabase(":memory:", 1))).code).toBe("store-unavailable");
      pretend("22.14.0");
      (await openDatabase(":memory:", 1)).close();
    } finally {
      Object.defineProperty(process, "versions", { value: real, configurable: true });
    }
  });
});
