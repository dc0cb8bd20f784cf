import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openStore } from "#graph/store/open-store.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { neo4jForSuite } from "#test/support/neo4j/neo4j-for-suite.ts";
import { repositoryRoot } from "#test/support/source-files.ts";
import { runCli, startServe, temporaryFolder, type RunningCli } from "#test/support/run-cli.ts";
import { isLongRun } from "#test/support/long-run.ts";

const neo4j = isLongRun ? await neo4jForSuite() : null;
afterAll(async () => neo4j?.[Symbol.asyncDispose]());

const Meta = z.object({
  networkVersion: z.int(),
  importedAt: z.string(),
  asOf: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
});

describe.skipIf(neo4j === null)("three services on one Neo4j", () => {
  const uri = neo4j?.uri ?? "";
  const replicas: RunningCli[] = [];
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  /** The address without its password, which stands in the environment: a list of processes shows none. */
  const password = new URL(uri === "" ? "neo4j://x" : uri).password;
  const words = ["--store", uri.replace(`:${password}@`, "@")];
  const options = { env: { GONGSHENG_STORE_PASSWORD: decodeURIComponent(password) } };

  beforeAll(async () => {
    folder = await temporaryFolder();
    await neo4j?.empty();
    const service = ["--port", "0", "--api-only", ...words];
    const start = async () => void replicas.push(await startServe(service, options));
    await Promise.all([start(), start(), start()]);
    // On a machine with much else to do the database may keep them waiting at first; then they wait for it.
    for (const { url } of replicas) while ((await fetch(`${url}/readyz`)).status !== 200) await wait(200);
  }, 600_000);
  afterAll(async () => {
    for (const replica of replicas) await replica[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  async function metaOf({ url }: RunningCli) {
    const answer = await fetch(`${url}/api/meta`);
    const meta = Meta.parse(await answer.json());
    expect(answer.headers.get("x-network-version")).toBe(String(meta.networkVersion));
    return { meta, etag: answer.headers.get("etag") };
  }

  /** One enterprise more, by a process of its own. */
  async function importEnterprise(id: string): Promise<void> {
    await using store = await openStore(uri);
    const record = makeEnterprise(id, { nameZh: `测试企业${id}` });
    const source = { label: "test", now: new Date() };
    await store.importRecords([{ kind: "enterprises", record }], source);
  }

  const holds = async ({ url }: RunningCli, id: string) =>
    (await (await fetch(`${url}/api/export/node-link`)).text()).includes(JSON.stringify(id));

  /** A file with one enterprise more, in the columns of the shipped ones. */
  async function writeEnterprise(id: string): Promise<string> {
    const shipped = await readFile(join(repositoryRoot, "seeds/shandong-jiangsu/enterprises.csv"), "utf8");
    const [header = "", row = ""] = shipped.split("\n");
    const file = join(folder.path, id, "enterprises.csv");
    await mkdir(join(folder.path, id));
    await writeFile(file, `${header}\n${row.replace(/^[^,]+/, id)}\n`);
    return file;
  }

  test("started at once on an empty database they fill it once", async () => {
    const metas = await Promise.all(replicas.map(metaOf));
    for (const { meta, etag } of metas) {
      expect(meta).toMatchObject({
        networkVersion: 1,
        asOf: "2026-11",
        counts: { parks: 269, exchanges: 390 },
      });
      expect(etag).toBe(metas[0]?.etag);
    }
    await using store = await openStore(uri);
    expect(await store.check()).toEqual([]);
  });

  test("a version imported by another process is read through all of them with the next question", async () => {
    const before = await Promise.all(replicas.map(metaOf));
    const file = await writeEnterprise("replicated");
    const { code, stdout } = await runCli(["import", file, ...words], options);
    expect([code, stdout]).toEqual([0, "inserted 1, updated 0, unchanged 0; network version 2\n"]);
    const after = await Promise.all(replicas.map(metaOf));
    for (const [index, { meta, etag }] of after.entries()) {
      const enterprises = 1 + (before[index]?.meta.counts["enterprises"] ?? 0);
      expect(meta).toMatchObject({ networkVersion: 2, asOf: null, counts: { enterprises } });
      expect(etag).not.toBe(before[index]?.etag);
    }
    expect(await Promise.all(replicas.map((replica) => holds(replica, "replicated")))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("a tag of the old version gets the new answer, one of the new version a 304, from each of them", async () => {
    const [first] = replicas;
    if (first === undefined) throw new Error("no replica");
    const old = (await fetch(`${first.url}/api/parks`)).headers.get("etag") ?? "";
    await importEnterprise("tagged");
    const answers = await Promise.all(
      replicas.map(({ url }) => fetch(`${url}/api/parks`, { headers: { "If-None-Match": old } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const tags = new Set(answers.map(({ headers }) => headers.get("etag") ?? ""));
    expect(tags.size).toBe(1);
    const again = await Promise.all(
      replicas.map(({ url }) =>
        fetch(`${url}/api/parks`, { headers: { "If-None-Match": [...tags].join() } }),
      ),
    );
    expect(again.map(({ status }) => status)).toEqual([304, 304, 304]);
  });

  test("one killed under load: the others answer everything, and nothing acknowledged is lost", async () => {
    const [, killed] = replicas;
    if (killed === undefined) throw new Error("no replica");
    const paths = ["/api/meta", "/api/parks?limit=5", "/api/corridors?limit=5", "/api/candidates?limit=3"];
    const seen: { readonly from: RunningCli; readonly status: number | "no connection" }[] = [];
    const load = { isOver: false };
    const client = (async () => {
      for (let turn = 0; !load.isOver; turn += 1) {
        const from = replicas[turn % replicas.length] ?? killed;
        const status = await fetch(`${from.url}${paths[turn % paths.length]}`).then(
          async (answer) => {
            await answer.arrayBuffer();
            return answer.status;
          },
          () => "no connection" as const,
        );
        seen.push({ from, status });
      }
    })();
    const acknowledged: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      if (round === 3) killed.child.kill("SIGKILL");
      await importEnterprise(`load-${round}`);
      acknowledged.push(`load-${round}`);
      // Each version is asked about, twice at each of them.
      const turns = seen.length + 2 * replicas.length;
      while (seen.length < turns) await wait(20);
    }
    load.isOver = true;
    await client;
    const others = seen.filter(({ from }) => from !== killed).map(({ status }) => status);
    expect(new Set(others)).toEqual(new Set([200]));
    expect(others.length).toBeGreaterThan(20);
    const ofKilled = new Set(seen.filter(({ from }) => from === killed).map(({ status }) => status));
    expect(ofKilled).toEqual(new Set([200, "no connection"]));
    const left = replicas.filter((replica) => replica !== killed);
    for (const id of acknowledged)
      expect(await Promise.all(left.map((replica) => holds(replica, id)))).toEqual([true, true]);
  }, 600_000);

  test("none of them wrote the password anywhere, and the database copies into a file with the same hash", async () => {
    const target = `sqlite:${join(folder.path, "copied.sqlite")}`;
    const copied = await runCli(["copy", words[1] ?? "", target], options);
    expect(copied).toMatchObject({ code: 0, stderr: "" });
    await using file = await openStore(target);
    await using database = await openStore(uri);
    const hash = hashNetwork(await database.readNetwork());
    expect(hashNetwork(await file.readNetwork())).toBe(hash);
    expect(copied.stdout).toContain(hash);
    const back = await runCli(["copy", target, words[1] ?? ""], options);
    expect(back).toMatchObject({ code: 1, stdout: "" });
    await neo4j?.empty();
    expect(await runCli(["copy", target, words[1] ?? ""], options)).toMatchObject({ code: 0 });
    for (const replica of replicas) replica.child.kill("SIGTERM");
    for (const said of [...(await Promise.all(replicas.map(({ result }) => result))), copied, back])
      expect(said.stdout + said.stderr).not.toContain(password);
  }, 600_000);
});
