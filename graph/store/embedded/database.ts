import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import type BetterSqlite3 from "better-sqlite3";
import { SymbiosisError } from "#graph/errors.ts";
import { applicationId, migrations } from "./migrations.ts";
import { toStoreError } from "./error.ts";

export type Database = BetterSqlite3.Database;

/** Path of a store that lives in memory and ends with its connection. */
export const memoryPath = ":memory:";

const oldestNode = [22, 14] as const;
/** Before it, two connections could damage a store in WAL mode (sqlite.org/wal.html#walresetbug). */
const oldestSqlite = [3, 51, 3] as const;

/** Opens the file, makes or migrates its tables, and leaves a connection with safe settings. Creates missing folders. */
export async function openDatabase(path: string, busyTimeoutMs: number): Promise<Database> {
  assertAtLeast(process.versions.node, oldestNode, "Node");
  const { default: Constructor } = await import("better-sqlite3");
  const connect = (file: string) => new Constructor(file, { timeout: busyTimeoutMs });
  try {
    if (path !== memoryPath) createIfMissing(path, connect);
    return prepareDatabase(connect(path));
  } catch (error) {
    throw toStoreError(error, path);
  }
}

export interface OpenAsIsOptions {
  readonly readonly: boolean;
  readonly busyTimeoutMs?: number;
  /** Whether a store of a newer format is opened, too: its rows must then be left alone. */
  readonly anyFormat?: boolean;
}

/**
 * Opens the file of a store that must be there, as it is: nothing is migrated. Throws `store-corrupt` for a file that
 * is none of ours, `store-newer-than-program` for one this program cannot read.
 */
export async function openAsIs(
  path: string,
  { readonly, busyTimeoutMs = 5000, anyFormat = false }: OpenAsIsOptions,
): Promise<Database> {
  if (!existsSync(path))
    throw new SymbiosisError("store-unavailable", `There is no file ${path}`, { zh: `没有文件 ${path}` });
  const { default: Constructor } = await import("better-sqlite3");
  try {
    assertSqliteFile(path);
    const database = new Constructor(path, { readonly, timeout: busyTimeoutMs });
    return closedOnFailure(database, () => {
      assertOurs(database);
      if (!anyFormat) assertNotNewer(database, migrations);
    });
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/** Whether the tables are those that this program makes today. */
export function hasNewestFormat(database: Database): boolean {
  return formatOf(database) === migrations.length;
}

function closedOnFailure(database: Database, prepare: () => void): Database {
  try {
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A new store is made under another name and then linked to its own, so that a process that dies while making one
 * leaves nothing there. An empty file is therefore never a new store but a lost one, and is refused.
 */
function createIfMissing(path: string, connect: (file: string) => Database): void {
  if (existsSync(path)) return assertSqliteFile(path);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new-${process.pid}`;
  rmSync(draft, { force: true });
  try {
    prepareDatabase(connect(draft)).close();
    publish(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives the finished draft its name, unless another process was quicker: its store is as good as ours. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
    // Some file systems have no links.
    renameSync(draft, path);
  }
}

const magic = "SQLite format 3\0";

function assertSqliteFile(path: string): void {
  if (!statSync(path).isFile())
    throw new SymbiosisError("store-unavailable", `${path} is not a file; name a file for the store`, {
      zh: `${path} 不是文件：请写存储的文件名`,
    });
  const head = Buffer.alloc(magic.length);
  const file = openSync(path, "r");
  const length = readSync(file, head);
  closeSync(file);
  if (length === 0)
    throw new SymbiosisError(
      "store-corrupt",
      `The store ${path} is an empty file: restore a backup, or delete it to begin a new store`,
      { zh: `存储 ${path} 是空文件：请恢复备份，或删除它以新建存储` },
    );
  if (head.toString("latin1") !== magic)
    throw new SymbiosisError(
      "store-corrupt",
      `${path} is not a store of this program; it was left as it is, name another file or restore a backup`,
      { zh: `${path} 不是本程序的存储：文件保持原样，请换一个文件或恢复备份` },
    );
}

function prepareDatabase(database: Database): Database {
  return closedOnFailure(database, () => {
    const sqliteVersion = String(database.prepare("SELECT sqlite_version()").pluck().get());
    assertAtLeast(sqliteVersion, oldestSqlite, "SQLite");
    assertOurs(database);
    assertNotNewer(database, migrations);
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    database.pragma("cache_size = -65536");
    database.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    if (database.memory) database.pragma("temp_store = MEMORY");
    migrate(database, migrations);
  });
}

function assertOurs(database: Database): void {
  const owner = database.pragma("application_id", { simple: true });
  const empty = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
  if (owner !== applicationId && !empty)
    throw new SymbiosisError(
      "store-corrupt",
      `${database.name} is a SQLite file of another program; it was left as it is, name another file`,
      { zh: `${database.name} 是其他程序的 SQLite 文件：文件保持原样，请换一个文件` },
    );
}

function formatOf(database: Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}

function assertNotNewer(database: Database, steps: readonly string[]): void {
  if (formatOf(database) > steps.length)
    throw new SymbiosisError(
      "store-newer-than-program",
      `${database.name} has format ${formatOf(database)}, this program knows up to ${steps.length}: use a newer program`,
      {
        zh: `${database.name} 的格式为 ${formatOf(database)}，本程序只认识到 ${steps.length}：请使用新版程序`,
      },
    );
}

/** Brings a store up to the newest step, each step in one transaction; refuses a store that knows more steps. */
export function migrate(database: Database, steps: readonly string[]): void {
  assertNotNewer(database, steps);
  if (formatOf(database) === steps.length) return;
  const step = database.transaction(() => {
    // Read again under the lock: another process may have migrated in between.
    const at = formatOf(database);
    const statements = steps[at];
    if (statements === undefined) return false;
    database.exec(statements);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${at + 1}`);
    return true;
  });
  // A step may make a table anew that others refer to. Inside a transaction the pragma would do nothing.
  const enforced = database.pragma("foreign_keys", { simple: true });
  database.pragma("foreign_keys = OFF");
  try {
    while (step.immediate());
  } finally {
    database.pragma(`foreign_keys = ${String(enforced)}`);
  }
}

function assertAtLeast(version: string, oldest: readonly number[], what: string): void {
  const parts = version.split(".").map(Number);
  const first = oldest.findIndex((part, index) => part !== parts[index]);
  if (first >= 0 && (parts[first] ?? 0) < (oldest[first] ?? 0))
    throw new SymbiosisError(
      "store-unavailable",
      `The embedded store needs ${what} ${oldest.join(".")} or newer, this is ${version}`,
    );
}
