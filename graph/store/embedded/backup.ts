import { existsSync, realpathSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname } from "node:path";
import { SymbiosisError } from "#graph/errors.ts";
import { findRecord, hashTables, writeRecord, type BackupRecord } from "./backup-record.ts";
import { draftOf, removeDraft, removeStaleDrafts, syncFolder } from "./partial-file.ts";
import { hasNewestFormat, openAsIs } from "./database.ts";
import { openEmbeddedStore } from "./store.ts";
import { hashStore } from "#graph/store/read-all.ts";
import { toStoreError } from "./error.ts";

export interface BackupOrder {
  readonly storePath: string;
  readonly targetPath: string;
  readonly now: Date;
  /** Whether the new backup may take the place of an earlier one. */
  readonly replace: boolean;
  readonly onProgress?: (donePages: number, totalPages: number) => void;
}

/** Pages copied before others of this process get their turn. */
const pagesPerStep = 500;

/**
 * Saves the store in a SQLite file while others read and write it: one version, whole, in one file that carries its
 * own checksums. The backup gets its name only when it was read back and found sound. The folder must be there.
 */
export async function backUpStore(order: BackupOrder): Promise<BackupRecord> {
  const { storePath, targetPath, now } = order;
  await assertFreeTarget(order);
  const draft = draftOf(targetPath);
  try {
    await removeStaleDrafts(targetPath);
    await removeDraft(draft);
    await copyPages(order, draft);
    const record = await completeDraft(draft, now, storePath);
    await rename(draft, targetPath);
    await syncFolder(dirname(targetPath));
    return record;
  } catch (error) {
    await removeDraft(draft);
    throw toStoreError(error, targetPath);
  }
}

async function assertFreeTarget({ storePath, targetPath, replace }: BackupOrder): Promise<void> {
  if (!existsSync(storePath))
    throw new SymbiosisError("store-unavailable", `There is no store ${storePath}`, {
      zh: `没有存储 ${storePath}`,
    });
  if (!existsSync(targetPath)) return;
  const refuse = (zh: string, en: string) =>
    new SymbiosisError("invalid-request", `${targetPath} ${en}`, { zh: `${targetPath} ${zh}` });
  if (realpathSync(targetPath) === realpathSync(storePath))
    throw refuse("就是存储本身：请给备份另取名字", "is the store itself; give the backup another name");
  if (!replace)
    throw refuse(
      "已存在：请给备份另取名字，或用 --replace 替换它",
      "exists; give the backup another name, or --replace to put it in the place of that one",
    );
  const isBackup = await openAsIs(targetPath, { readonly: true }).then(
    (database) => {
      const record = findRecord(database);
      database.close();
      return record !== null;
    },
    () => false,
  );
  if (!isBackup)
    throw refuse(
      "不是以前的备份，不能替换：请给备份另取名字",
      "is not an earlier backup, which alone may be replaced; give the backup another name",
    );
}

/** Whether copying failed where it writes: a full or read-only disk is never that of the source, which is only read. */
function isOfTarget(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^SQLITE_(?:FULL|READONLY|CANTOPEN|IOERR_(?:WRITE|FSYNC|TRUNCATE|DELETE|SHM|DIR))/.test(code);
}

/** One snapshot of the source is held open meanwhile, else each write of another process would begin the copy anew. */
async function copyPages({ storePath, targetPath, onProgress }: BackupOrder, draft: string): Promise<void> {
  const source = await openAsIs(storePath, { readonly: true });
  try {
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_schema").get();
    await source
      .backup(draft, {
        progress: ({ totalPages, remainingPages }) => {
          onProgress?.(totalPages - remainingPages, totalPages);
          return pagesPerStep;
        },
      })
      .catch((error: unknown) => {
        throw isOfTarget(error) ? toStoreError(error, targetPath) : error;
      });
  } catch (error) {
    throw toStoreError(error, storePath);
  } finally {
    source.close();
  }
}

/** Reads the copy back, checks it, and writes into it what it holds. */
async function completeDraft(draft: string, now: Date, storePath: string): Promise<BackupRecord> {
  const isNewest = await asksOf(draft, hasNewestFormat);
  const networkHash = isNewest ? await hashNetworkOf(draft) : null;
  return await asksOf(draft, (database) => {
    // One file, without a log beside it that could be forgotten.
    database.pragma("journal_mode = DELETE");
    const [finding] = database.pragma("quick_check(1)") as { quick_check: string }[];
    if (finding?.quick_check !== "ok")
      throw new SymbiosisError(
        "store-corrupt",
        `The store ${storePath} is damaged, so that no backup was made: keep it and restore an earlier backup (${finding?.quick_check})`,
        { zh: `存储 ${storePath} 已损坏，未作备份：请保留它并恢复以前的备份` },
      );
    const networkVersion = Number(
      database.prepare("SELECT coalesce(max(version), 0) FROM imports").pluck().get(),
    );
    const record = {
      madeAt: now.toISOString(),
      networkVersion,
      networkHash,
      tablesHash: hashTables(database),
    };
    database.pragma("synchronous = FULL");
    writeRecord(database, record);
    return record;
  });
}

async function asksOf<T>(
  path: string,
  ask: (database: Awaited<ReturnType<typeof openAsIs>>) => T,
): Promise<T> {
  const database = await openAsIs(path, { readonly: false });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

async function hashNetworkOf(path: string): Promise<string> {
  await using store = await openEmbeddedStore(path);
  return await hashStore(store, (await store.info()).networkVersion);
}
