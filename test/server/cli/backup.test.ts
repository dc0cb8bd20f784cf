import { spawn, type ChildProcess } from "node:child_process";
import { copyFile, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { seededRandom } from "#seeds/random.ts";
import { resultOf, runCli, spawnCli, startServe, temporaryFolder } from "#test/support/run-cli.ts";
import { isLongRun } from "#test/support/long-run.ts";
import { readSeed } from "#seeds/read-seed.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await runCli(["import", "seeds/shandong-jiangsu", "--store", urlOf("source")]);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const pathOf = (name: string) => join(folder.path, `${name}.sqlite`);
const urlOf = (name: string) => `sqlite:${pathOf(name)}`;
const inFolder = {
  get cwd() {
    return folder.path;
  },
};

async function hashOf(name: string): Promise<string> {
  await using store = await openStore(urlOf(name));
  return hashNetwork(await store.readNetwork());
}

async function reportOf(name: string): Promise<unknown> {
  const path = join(folder.path, `${name}.json`);
  const { code } = await runCli(["metrics", "--out", path, "--store", urlOf(name)]);
  expect(code).toBe(0);
  return JSON.parse(await readFile(path, "utf8")) as unknown;
}

describe("the restore drill", () => {
  test("backup → new place → the same network, the same version and the same metrics", async () => {
    const saved = await runCli(["backup", "drill.backup", "--store", urlOf("source")], inFolder);
    expect(saved).toMatchObject({ code: 0, stderr: "" });
    const hash = await hashOf("source");
    expect(saved.stdout).toBe(`saved in drill.backup: network version 1, content hash ${hash}\n`);
    const restored = await runCli(
      ["restore", "drill.backup", "--store", "sqlite:other/place.sqlite"],
      inFolder,
    );
    expect(restored).toMatchObject({ code: 0, stderr: "" });
    expect(restored.stdout).toContain(hash);
    await copyFile(join(folder.path, "other", "place.sqlite"), pathOf("restored"));
    expect(await hashOf("restored")).toBe(hash);
    expect(await reportOf("restored")).toEqual(await reportOf("source"));
    const { stdout } = await runCli(["check", "--store", urlOf("restored")]);
    expect(stdout.startsWith(`sound: ${readSeed().length} records`)).toBe(true);
    expect(await readdir(join(folder.path, "other"))).toEqual(["place.sqlite"]);
  });

  test("what was committed by a service that was killed is in the backup", async () => {
    const service = await startServe(["--port", "0", "--api-only", "--store", urlOf("killed")]);
    const log = await stat(`${pathOf("killed")}-wal`);
    expect(log.size).toBeGreaterThan(0);
    service.child.kill("SIGKILL");
    await service.result;
    expect((await runCli(["backup", "killed.backup", "--store", urlOf("killed")], inFolder)).code).toBe(0);
    expect((await runCli(["restore", "killed.backup", "--store", urlOf("revived")], inFolder)).code).toBe(0);
    expect(await hashOf("revived")).toBe(await hashOf("source"));
  });
});

describe("backup", () => {
  test.skipIf(!isLongRun)(
    "while another process imports holds one version of them, whole",
    async () => {
      const program = join(
        import.meta.dirname,
        "..",
        "..",
        "graph",
        "store",
        "embedded",
        "importing-process.ts",
      );
      const writer = spawn(process.execPath, [program, pathOf("busy")], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await new Promise((resolve) => writer.stdout.once("data", resolve));
      const versions: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        await waitForVersion("busy", (versions.at(-1) ?? 0) + 1);
        const { code, stdout } = await runCli(
          ["backup", `busy-${round}.backup`, "--store", urlOf("busy")],
          inFolder,
        );
        expect(code).toBe(0);
        versions.push(Number(/network version (\d+)/.exec(stdout)?.[1]));
      }
      const ended = new Promise((resolve) => writer.once("close", resolve));
      writer.kill("SIGKILL");
      await ended;
      for (const [round, version] of versions.entries()) {
        await runCli(["restore", `busy-${round}.backup`, "--store", urlOf(`busy-${round}`)], inFolder);
        await using store = await openStore(urlOf(`busy-${round}`));
        const network = await store.readNetwork();
        expect(network.version).toBe(version);
        expect(network.enterprises).toHaveLength(400 + version);
        const notes = new Set([...network.enterprises, ...network.parks].map(({ noteZh }) => noteZh));
        expect(notes).toEqual(new Set([`generation ${version}`]));
      }
      expect(versions).toEqual([...new Set(versions)].toSorted((left, right) => left - right));
    },
    600_000,
  );

  /** Waits for the first byte beside the wanted name, however slow the machine starts, then kills some moments later. */
  async function killOnceWriting(child: ChildProcess, name: string, delayMs: number): Promise<void> {
    const isWriting = async () => (await readdir(folder.path)).some((file) => file.startsWith(name));
    while (child.exitCode === null && !(await isWriting())) await sleep(1);
    await sleep(delayMs);
    child.kill("SIGKILL");
  }

  test.skipIf(!isLongRun)(
    "killed at any moment leaves the source whole and nothing that restore takes",
    async () => {
      const random = seededRandom(20261124);
      const before = await hashOf("source");
      const cut: string[] = [];
      const named: string[] = [];
      for (let round = 0; round < 12; round += 1) {
        const name = `cut-${round}.backup`;
        const child = spawnCli(["backup", name, "--store", urlOf("source")], inFolder);
        await Promise.all([resultOf(child), killOnceWriting(child, name, random() * 4)]);
        const left = (await readdir(folder.path)).filter((file) => file.startsWith(name));
        cut.push(...left.filter((file) => /partial-\d+$/.test(file)));
        named.push(...left.filter((file) => file === name));
      }
      expect(cut.length).toBeGreaterThan(0);
      for (const file of cut) {
        const refused = await runCli(["restore", file, "--store", urlOf("never")], inFolder);
        expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/^error: [^\n]+\n$/)]);
      }
      // A file that has the name of the backup is a whole one.
      for (const file of named)
        expect((await runCli(["restore", file, "--store", urlOf(file)], inFolder)).code).toBe(0);
      expect(await hashOf("source")).toBe(before);
      expect((await readdir(folder.path)).filter((file) => file.startsWith("never"))).toEqual([]);
    },
    600_000,
  );

  test.each([
    ["the store itself", "source.sqlite", ["--replace"], "is the store itself; give the backup another name"],
    ["a file that is there", "earlier.backup", [], "exists; give the backup another name, or --replace"],
    ["a file that is no backup", "letter.txt", ["--replace"], "is not an earlier backup"],
  ])("does not write over %s", async (_, file, words, sentence) => {
    await runCli(["backup", "earlier.backup", "--replace", "--store", urlOf("source")], inFolder);
    await writeFile(join(folder.path, "letter.txt"), "Dear all");
    const { size } = await stat(join(folder.path, file));
    const { code, stderr } = await runCli(["backup", file, ...words, "--store", urlOf("source")], inFolder);
    expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)]);
    expect((await stat(join(folder.path, file))).size).toBe(size);
  });

  test("of a damaged or missing store is refused and leaves no file", async () => {
    await copyFile(pathOf("source"), pathOf("torn"));
    const { size } = await stat(pathOf("torn"));
    await using file = await open(pathOf("torn"), "r+");
    await file.write(Buffer.alloc(4096, 0x55), 0, 4096, Math.floor(size / 8192) * 4096);
    const torn = await runCli(["backup", "torn.backup", "--store", urlOf("torn")], inFolder);
    expect([torn.code, torn.stderr]).toEqual([1, expect.stringMatching(/^error: .*damaged.*\n$/)]);
    const missing = await runCli(["backup", "torn.backup", "--store", urlOf("missing")], inFolder);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining("There is no store")]);
    const names = (await readdir(folder.path)).filter((name) => /^torn\.backup|^missing/.test(name));
    expect(names).toEqual([]);
  });

  test.each(["backup", "restore"])(
    "%s of a Neo4j store points at its own dump, without the password",
    async (name) => {
      const words = [name, "x.backup", "--store", "neo4j://neo4j:secr@t@db.example:7687/neo4j"];
      const { code, stdout, stderr } = await runCli(words, inFolder);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("neo4j-admin database dump");
      expect(stderr).not.toMatch(/secr|t@/);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    },
  );
});

async function waitForVersion(name: string, wanted: number): Promise<void> {
  await using store = await openStore(urlOf(name));
  while ((await store.info()).networkVersion < wanted)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("restore", () => {
  beforeAll(async () => {
    await runCli(["backup", "whole.backup", "--store", urlOf("source")], inFolder);
  });

  /** A name in the middle of a page: SQLite itself cannot know that it was another one. */
  const withChangedLetter = (bytes: Buffer) => {
    const changed = Buffer.from(bytes);
    changed.write("Xhandong Lubei", bytes.indexOf("Shandong Lubei"));
    return changed;
  };

  test.each<[string, (bytes: Buffer) => Buffer | Promise<Buffer>]>([
    ["half", (bytes) => bytes.subarray(0, Math.floor(bytes.length / 8192) * 4096)],
    ["all but its last byte", (bytes) => bytes.subarray(0, -1)],
    ["an empty file", () => Buffer.alloc(0)],
    ["a text", () => Buffer.from("Dear all")],
    ["a store that is no backup", () => readFile(pathOf("source"))],
    ["one with a changed letter", withChangedLetter],
  ])("refuses %s and touches nothing", async (_, damage) => {
    const bytes = await readFile(join(folder.path, "whole.backup"));
    const damaged = await damage(bytes);
    expect(damaged.equals(bytes)).toBe(false);
    await writeFile(join(folder.path, "bad.backup"), damaged);
    for (const target of ["target", "source"]) {
      const before = await readdir(folder.path);
      const words = ["restore", "bad.backup", "--replace", "--store", urlOf(target)];
      const { code, stdout, stderr } = await runCli(words, inFolder);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/^error: [^\n]*bad\.backup is not a whole backup: [^\n]*\n$/);
      expect((await readdir(folder.path)).filter((name) => !before.includes(name))).toEqual([]);
    }
  });

  test("puts a store with records aside only when told, and keeps it whole", async () => {
    await copyFile(pathOf("source"), pathOf("kept"));
    await using kept = await openStore(urlOf("kept"));
    const [park] = (await kept.readNetwork()).parks;
    if (park === undefined) throw new Error("no park");
    const changed = { kind: "parks" as const, record: { ...park, noteZh: "newer" } };
    await kept.importRecords([changed], { label: "test", now: new Date() });
    await kept.close();
    const newer = await hashOf("kept");
    const words = ["restore", "whole.backup", "--store", urlOf("kept")];
    const refused = await runCli(words, inFolder);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("give --replace")]);
    expect(await hashOf("kept")).toBe(newer);
    const { code, stderr } = await runCli([...words, "--replace"], inFolder);
    expect(code).toBe(0);
    const [, aside = ""] = /^the old store is kept as (\S+)\n$/.exec(stderr) ?? [];
    expect(await hashOf("kept")).toBe(await hashOf("source"));
    await copyFile(join(folder.path, aside), pathOf("aside"));
    expect(await hashOf("aside")).toBe(newer);
  });

  test("brings a store back that can no longer be opened, whose log is kept with it", async () => {
    await writeFile(pathOf("ruined"), Buffer.alloc(8192, "SQLite format 3\0ruined"));
    await writeFile(`${pathOf("ruined")}-wal`, Buffer.alloc(4096, 1));
    const words = ["restore", "whole.backup", "--store", urlOf("ruined")];
    expect((await runCli(words, inFolder)).stderr).toContain("cannot be read; give --replace");
    expect((await runCli([...words, "--replace"], inFolder)).code).toBe(0);
    expect(await hashOf("ruined")).toBe(await hashOf("source"));
    const kept = (await readdir(folder.path)).filter((name) => name.startsWith("ruined.sqlite.replaced-"));
    expect(kept).toHaveLength(2);
  });

  test("refuses while a service has the store open, which goes on with it", async () => {
    await copyFile(pathOf("source"), pathOf("served"));
    await using service = await startServe(["--port", "0", "--api-only", "--store", urlOf("served")]);
    const words = ["restore", "whole.backup", "--replace", "--store", urlOf("served")];
    const { code, stderr } = await runCli(words, inFolder);
    expect([code, stderr]).toEqual([1, expect.stringContaining("stop the service that has it open")]);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    service.child.kill("SIGTERM");
    await service.result;
    expect((await runCli(words, inFolder)).code).toBe(0);
  });
});
