import { existsSync } from "node:fs";
import { chmod, copyFile, link, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { SymbiosisError } from "#graph/errors.ts";
import { dropRecord, readBackup, type BackupRecord } from "./backup-record.ts";
import { draftOf, removeDraft, removeStaleDrafts, syncFolder } from "./partial-file.ts";
import { hasNewestFormat, openAsIs, type Database } from "./database.ts";
import { openEmbeddedStore } from "./store.ts";
import { hashStore } from "#graph/store/read-all.ts";
import { toStoreError } from "./error.ts";

export interface RestoreOrder {
  readonly backupPath: string;
  readonly storePath: string;
  readonly now: Date;
  /** Whether a store that holds something may be put aside. */
  readonly replace: boolean;
}

export interface RestoreResult {
  readonly backup: BackupRecord;
  /** Content hash of the network read back from the restored store. */
  readonly networkHash: string;
  /** Where the store that was there before is kept; null where there was none. */
  readonly keptAs: string | null;
}

/**
 * Puts the store of a backup in its place, in one step, after it was read from end to end. Throws `store-corrupt` for
 * a damaged or unfinished backup, `store-locked` while a service uses the old store, `invalid-request` where one would
 * have to be replaced without leave. Whatever it throws, the old store is where it was.
 */
export async function restoreStore(order: RestoreOrder): Promise<RestoreResult> {
  const { backupPath, storePath, now } = order;
  await assertReplaceable(order);
  if (!existsSync(backupPath))
    throw new SymbiosisError("store-unavailable", `There is no file ${backupPath}`, {
      zh: `没有文件 ${backupPath}`,
    });
  await mkdir(dirname(storePath), { recursive: true });
  await removeStaleDrafts(storePath);
  const draft = draftOf(storePath);
  try {
    await removeDraft(draft);
    await copyFile(backupPath, draft);
    // A backup may be kept write-protected.
    await chmod(draft, (await stat(draft)).mode | 0o600);
    const backup = await readBackup(draft, backupPath);
    const networkHash = await openAsStore(draft, backup, backupPath);
    const keptAs = existsSync(storePath)
      ? `${storePath}.replaced-${now.toISOString().replaceAll(/[:.]/g, "-")}`
      : null;
    if (keptAs === null) await removeLogs(storePath);
    else await putAside(storePath, keptAs);
    await rename(draft, storePath);
    await syncFolder(dirname(storePath));
    return { backup, networkHash, keptAs };
  } catch (error) {
    await removeDraft(draft);
    throw toStoreError(error, storePath);
  }
}

/** A store without records may go; one with records, or one that cannot be read, only with leave. */
async function assertReplaceable({ storePath, replace }: RestoreOrder): Promise<void> {
  if (replace || !existsSync(storePath)) return;
  const version = await versionOf(storePath).catch(() => null);
  if (version === 0) return;
  throw new SymbiosisError(
    "invalid-request",
    `The store ${storePath} ${version === null ? "cannot be read" : `holds network version ${version}`}; give --replace to put it aside and restore the backup in its place, or name another store`,
    {
      zh: `存储 ${storePath} ${version === null ? "无法读取" : `已有网络版本 ${version}`}：加 --replace 可将其改名保留并恢复备份，或换一个存储`,
    },
  );
}

async function versionOf(path: string): Promise<number> {
  const database = await openAsIs(path, { readonly: true, busyTimeoutMs: 1000, anyFormat: true });
  try {
    return Number(database.prepare("SELECT coalesce(max(version), 0) FROM imports").pluck().get());
  } catch (error) {
    throw toStoreError(error, path);
  } finally {
    database.close();
  }
}

/** Makes the checked copy a store of the newest format and reads it back. */
async function openAsStore(draft: string, backup: BackupRecord, shown: string): Promise<string> {
  const database = await openAsIs(draft, { readonly: false });
  const isNewest = hasNewestFormat(database);
  dropRecord(database);
  database.close();
  await using store = await openEmbeddedStore(draft);
  const networkHash = await hashStore(store, backup.networkVersion);
  if (isNewest && backup.networkHash !== null && backup.networkHash !== networkHash)
    throw new SymbiosisError(
      "store-corrupt",
      `${shown} is not a whole backup: its network differs from its checksum; nothing was restored`,
      { zh: `${shown} 不是完整的备份：内容与校验值不符，未恢复任何内容` },
    );
  return networkHash;
}

/** Gives the old file a second name, so that there is never a moment without a store under the first one. */
async function putAside(storePath: string, keptAs: string): Promise<void> {
  const old = await closeForOthers(storePath);
  try {
    await moveLogs(storePath, keptAs);
    await link(storePath, keptAs).catch(() => rename(storePath, keptAs));
    await syncFolder(dirname(storePath));
  } finally {
    old?.close();
  }
}

/** Folds the log into the file, which SQLite does only for the last one who has it open. Null for a damaged store. */
async function closeForOthers(path: string): Promise<Database | null> {
  try {
    // A look that changes nothing comes first: SQLite would throw the log of a damaged store away.
    await versionOf(path);
    const database = await openAsIs(path, { readonly: false, busyTimeoutMs: 1000, anyFormat: true });
    try {
      database.pragma("journal_mode = DELETE");
      return database;
    } catch (error) {
      database.close();
      throw toStoreError(error, path);
    }
  } catch (error) {
    if (!(error instanceof SymbiosisError) || error.code !== "store-locked") return null;
    throw new SymbiosisError(
      "store-locked",
      `The store ${path} is in use: stop the service that has it open, then restore again`,
      { cause: error, zh: `存储 ${path} 正在使用中：请先停止服务，再恢复` },
    );
  }
}

/** What a damaged store left beside itself belongs to it, and would be taken for a part of the new one. */
async function moveLogs(storePath: string, keptAs: string): Promise<void> {
  for (const ending of ["-wal", "-journal"])
    if (existsSync(storePath + ending)) await rename(storePath + ending, keptAs + ending);
  await rm(`${storePath}-shm`, { force: true });
}

async function removeLogs(storePath: string): Promise<void> {
  for (const ending of ["-wal", "-shm", "-journal"]) await rm(storePath + ending, { force: true });
}
