import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { SymbiosisError } from "#graph/errors.ts";
import { Problem } from "#graph/schema/api/problem.ts";
import { keyOf, type TaggedRecord } from "#graph/schema/records/records.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { numberedImport } from "#test/graph/store/embedded/numbered-import.ts";
import { neo4jForSuite } from "#test/support/neo4j/neo4j-for-suite.ts";
import { runCli, startServe } from "#test/support/run-cli.ts";
import { isLongRun } from "#test/support/long-run.ts";

const neo4j = isLongRun ? await neo4jForSuite({ own: true }) : null;
afterAll(async () => neo4j?.[Symbol.asyncDispose]());

const uri = neo4j?.uri ?? "";
const source = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };
const patience = { timeout: 300_000, interval: 300 };

async function ask(url: string, path: string) {
  const answer = await fetch(`${url}${path}`);
  return { status: answer.status, answer };
}

/** A problem with 503 and the time to come back. That it takes no longer than promised is tested beside the store. */
async function expectUnavailable(url: string): Promise<void> {
  const { status, answer } = await ask(url, "/api/parks");
  const problem = Problem.parse(await answer.json());
  expect([status, problem.code]).toEqual([503, "store-unavailable"]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(JSON.stringify(problem)).not.toContain(new URL(uri).password);
}

async function versionAt(url: string): Promise<number> {
  const { status, answer } = await ask(url, "/api/meta");
  const body: unknown = await answer.json();
  return status === 200 ? z.looseObject({ networkVersion: z.int() }).parse(body).networkVersion : -status;
}

describe.skipIf(neo4j?.server === undefined || neo4j.server === null)(
  "a service whose Neo4j goes and comes back",
  { timeout: 1_200_000 },
  () => {
    const server = neo4j?.server;

    test("starts without it, says 503 to everything but its own health, and fills it once it is there", async () => {
      await server?.kill();
      await using service = await startServe(["--port", "0", "--api-only", "--store", uri]);
      expect((await ask(service.url, "/healthz")).status).toBe(200);
      expect((await ask(service.url, "/readyz")).status).toBe(503);
      await expectUnavailable(service.url);
      await server?.restart();
      await expect.poll(async () => (await ask(service.url, "/readyz")).status, patience).toBe(200);
      expect(await versionAt(service.url)).toBe(1);
      service.child.kill("SIGTERM");
      const { code, stderr } = await service.result;
      expect([code, stderr.includes(new URL(uri).password)]).toEqual([0, false]);
    });

    test("answers 503 while it hangs or is dead, and goes on by itself", async () => {
      await using service = await startServe(["--port", "0", "--api-only", "--store", uri]);
      expect(await versionAt(service.url)).toBe(1);
      server?.pause();
      await expectUnavailable(service.url);
      await Promise.all(Array.from({ length: 20 }, () => expectUnavailable(service.url)));
      server?.resume();
      await expect.poll(() => versionAt(service.url), patience).toBe(1);
      await server?.kill();
      await expectUnavailable(service.url);
      expect((await ask(service.url, "/readyz")).status).toBe(503);
      expect((await ask(service.url, "/healthz")).status).toBe(200);
      await server?.restart();
      await expect.poll(() => versionAt(service.url), patience).toBe(1);
    });

    test("ends at once where the password is wrong or the database is not there", async () => {
      const wrong = uri.replace(/:[^:@]+@/, ":another-word@");
      const refused = await runCli(["serve", "--port", "0", "--api-only", "--store", wrong]);
      expect([refused.code, refused.stderr.includes("another-word")]).toEqual([1, false]);
      expect(refused.stderr).toContain("refuses our user name or password");
      const nowhere = await runCli(["serve", "--port", "0", "--api-only", "--store", `${uri}-other`]);
      expect(nowhere.code).toBe(2);
      expect(nowhere.stderr).toContain("There is no database");
    });

    test("an import during which it dies is not there afterwards, and the same import then works", async () => {
      await neo4j?.empty();
      // A server that has just begun to run is slow, and this test is about what it holds.
      await using store = openNeo4jStore(uri, { readMs: 60_000, snapshotMs: 60_000 });
      await store.importRecords(numberedImport(1), source);
      const before = hashNetwork(await store.readNetwork());
      async function* withAPowerCut(): AsyncGenerator<TaggedRecord> {
        // More than one batch goes in before.
        const many = [
          ...numberedImport(2),
          ...numberedImport(3).filter((tagged) => keyOf(tagged).startsWith("x")),
        ];
        yield* many;
        await wait(200);
        await server?.kill();
        yield* numberedImport(4);
      }
      const failure = await store.importRecords(withAPowerCut(), source).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SymbiosisError);
      expect((failure as SymbiosisError).code).toBe("store-unavailable");
      await server?.restart();
      await expect.poll(async () => (await store.info().catch(() => null))?.networkVersion, patience).toBe(1);
      expect(hashNetwork(await store.readNetwork())).toBe(before);
      const result = await store.importRecords(numberedImport(2), source);
      expect(result).toEqual({ networkVersion: 2, inserted: 1, updated: 2021, unchanged: 0 });
      expect(await store.check()).toEqual([]);
    });
  },
);
