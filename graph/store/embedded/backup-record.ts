import { createHash } from "node:crypto";
import { SymbiosisError } from "#graph/errors.ts";
import { openAsIs, type Database } from "./database.ts";
import { toStoreError } from "./error.ts";

/** What a backup says about itself. */
export interface BackupRecord {
  /** ISO time. */
  readonly madeAt: string;
  readonly networkVersion: number;
  /** Content hash of the network; null where the store was of an older format than the program that saved it. */
  readonly networkHash: string | null;
  /** SHA-256 over every row of every table: finds a backup that was cut off or changed. */
  readonly tablesHash: string;
}

const names = ["madeAt", "networkVersion", "networkHash", "tablesHash"] as const;

/** Writes the record into a finished copy, as the last thing that happens to it. */
export function writeRecord(database: Database, record: BackupRecord): void {
  database.transaction(() => {
    dropRecord(database);
    database.exec("CREATE TABLE backup (name TEXT NOT NULL PRIMARY KEY, value TEXT) STRICT");
    const insert = database.prepare("INSERT INTO backup VALUES (?, ?)");
    for (const name of names) insert.run(name, record[name] === null ? null : String(record[name]));
  })();
}

/** Takes the record away: what is left is a store. */
export function dropRecord(database: Database): void {
  database.exec("DROP TABLE IF EXISTS backup");
}

/** The record of a file, null where it has none: it is a store, or a copy that was never finished. */
export function findRecord(database: Database): BackupRecord | null {
  const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup'").get() !== undefined;
  if (!isThere) return null;
  const rows = database.prepare<[], [string, string | null]>("SELECT name, value FROM backup").raw().all();
  const values = new Map(rows);
  const [madeAt, networkVersion, networkHash = null, tablesHash] = names.map((name) => values.get(name));
  if (typeof madeAt !== "string" || typeof networkVersion !== "string" || typeof tablesHash !== "string")
    return null;
  return { madeAt, networkVersion: Number(networkVersion), networkHash, tablesHash };
}

/** SHA-256 over every row of every table but the record itself, whatever the format of the store. */
export function hashTables(database: Database): string {
  const hash = createHash("sha256");
  const tables = database
    .prepare<[], [string, string]>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'backup' ORDER BY name",
    )
    .raw()
    .all();
  for (const [name, sql] of tables) {
    hash.update(`${JSON.stringify([name, sql])}\n`);
    const rows = database.prepare<[], unknown[]>(`SELECT * FROM "${name}" ORDER BY rowid`).raw().iterate();
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest("hex");
}

/**
 * Reads a backup from end to end. Throws `store-corrupt` where it is cut off, changed or no backup at all. `shown` is
 * the name messages have for it.
 */
export async function readBackup(path: string, shown: string): Promise<BackupRecord> {
  try {
    const database = await openAsIs(path, { readonly: true });
    try {
      return readChecked(database);
    } finally {
      database.close();
    }
  } catch (error) {
    const cause = toStoreError(error, shown);
    if (!(cause instanceof SymbiosisError) || cause.code !== "store-corrupt") throw cause;
    const why = error instanceof Finding ? error.message : "it is no sound SQLite file";
    throw new SymbiosisError(
      "store-corrupt",
      `${shown} is not a whole backup: ${why}; nothing was restored`,
      { cause, zh: `${shown} 不是完整的备份，未恢复任何内容` },
    );
  }
}

/** What speaks against a backup. */
class Finding extends SymbiosisError {
  constructor(what: string) {
    super("store-corrupt", what);
  }
}

function readChecked(database: Database): BackupRecord {
  const record = findRecord(database);
  if (record === null) throw new Finding("it does not say what it holds, as a finished one does");
  const [finding] = database.pragma("integrity_check(1)") as { integrity_check: string }[];
  if (finding?.integrity_check !== "ok") throw new Finding("its pages are damaged");
  if (hashTables(database) !== record.tablesHash) throw new Finding("its content differs from its checksum");
  return record;
}
