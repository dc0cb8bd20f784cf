import { open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

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

/** A draft, or what SQLite keeps beside one. */
const draftName = /\.partial-(\d+)(?:-wal|-shm|-journal)?$/;

/** Removes drafts beside `path`, of whatever file, that processes left which died while making them. */
export async function removeStaleDrafts(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const processId = draftName.exec(name)?.[1];
    if (processId === undefined || isAlive(Number(processId))) continue;
    const left = join(folder, name);
    const found = await stat(left).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > staleMs) await rm(left, { force: true });
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
