import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import { emptyDatabase } from "./empty-database.ts";
import { startNeo4j, whyNoNeo4j, type LaunchOptions, type LocalNeo4j } from "./local-neo4j.ts";

/** The Neo4j of one test file, which has it alone: files that ask for one wait for each other. */
export interface SuiteNeo4j extends AsyncDisposable {
  readonly uri: string;
  /** Null where the server was given from outside and must be left running. */
  readonly server: LocalNeo4j | null;
  /** Takes everything out of the database. */
  empty(): Promise<void>;
}

export interface SuiteOptions extends Partial<Omit<LaunchOptions, "port">> {
  /** True for suites that stop the server or need their own settings: a given one is not taken. */
  readonly own?: boolean;
}

/**
 * A Neo4j for the file that asks, or null where none can be had; the run then said why. With NEO4J_REQUIRED=1 it
 * throws instead. To be awaited at the top of a test file and disposed after all its tests.
 */
export async function neo4jForSuite({
  own = false,
  ...options
}: SuiteOptions = {}): Promise<SuiteNeo4j | null> {
  const given = process.env["NEO4J_TEST_URI"];
  if (given && !own) return suiteOf(given, null, await takeTurn());
  const reason = inject("whyNoNeo4j") ?? (given && own ? await whyNoNeo4j() : null);
  if (reason !== null) return without(reason);
  const endTurn = await takeTurn();
  try {
    const server = await startNeo4j(options);
    return suiteOf(server.uri, server, endTurn);
  } catch (error) {
    await endTurn();
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(`Neo4j suite skipped: ${reason}`);
    return without(reason);
  }
}

/** No Neo4j: nothing to test, which the gate does not allow. */
function without(reason: string): null {
  if (process.env["NEO4J_REQUIRED"] === "1")
    throw new Error(`NEO4J_REQUIRED=1 forbids skipping this suite: ${reason}`);
  return null;
}

function suiteOf(uri: string, server: LocalNeo4j | null, endTurn: () => Promise<void>): SuiteNeo4j {
  return {
    uri,
    server,
    empty: () => emptyDatabase(uri),
    async [Symbol.asyncDispose]() {
      await server?.[Symbol.asyncDispose]();
      await endTurn();
    },
  };
}

const turnFolder = join(tmpdir(), "gongsheng-neo4j-turn");

/** Waits until no other test file has a Neo4j: they are heavy, and a given one is shared. */
async function takeTurn(): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await mkdir(turnFolder);
      await writeFile(join(turnFolder, "pid"), String(process.pid));
      return () => rm(turnFolder, { recursive: true, force: true });
    } catch {
      const owner = Number(await readFile(join(turnFolder, "pid"), "utf8").catch(() => "0"));
      if (owner !== 0 && !isAlive(owner)) await rm(turnFolder, { recursive: true, force: true });
      await wait(250);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
