import { open, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A draft that nobody wrote to for so long, and whose process is gone, is left over. */
const staleMs = 10 * 60_000;

/** Name under which this process makes a file before it gets its own: what is cut off never looks whole. */
export function draftOf(path: string): string {
  return `${path}.partial-${process.pid}`;
}

/** Removes a draft with the files SQLite keeps beside it. */
export async function removeDraft(draft: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(draft + ending, { force: true });
}

/** Removes drafts of `path` that processes left which died while making it. */
export async function removeStaleDrafts(path: string): Promise<void> {
  const folder = dirname(path);
  const beginning = `${basename(path)}.partial-`;
  for (const name of await readdir(folder)) {
    const processId = /^\d+$/.exec(name.startsWith(beginning) ? name.slice(beginning.length) : "")?.[0];
    if (processId === undefined || isAlive(Number(processId))) continue;
    const draft = join(folder, name);
    const { mtimeMs } = await stat(draft);
    if (Date.now() - mtimeMs > staleMs) await removeDraft(draft);
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Makes new names in a folder outlast a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows knows no such thing and refuses to open a folder.
  if (process.platform === "win32") return;
  await using handle = await open(folder, "r");
  await handle.sync();
}
