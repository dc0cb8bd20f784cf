import { open, rename, stat } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { draftOf, removeDraft, removeStaleDrafts, syncFolder } from "#graph/store/embedded/partial-file.ts";
import { Failure, systemReason } from "#server/failure.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Writes a file beside its place and renames it: what is cut off never looks whole. The folder must be there: a
 * mistyped path makes no new one. Throws Failure naming the path as the caller sees it.
 */
export async function writeWhole(path: string, pieces: Iterable<string>, terminal: Terminal): Promise<void> {
  const draft = draftOf(path);
  try {
    await assertPlace(path);
    await removeStaleDrafts(path);
    await writePieces(draft, pieces);
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await removeDraft(draft);
    if (!(cause instanceof Error) || !("syscall" in cause)) throw cause;
    const shown = relative(terminal.cwd, path);
    const reason = systemReason(cause);
    throw new Failure(
      { zh: `无法写入 ${shown}（${reason.zh}）`, en: `${shown} cannot be written (${reason.en})` },
      { cause },
    );
  }
}

/** The folder is there and no folder bears the name of the file: renaming would say it less clearly. */
async function assertPlace(path: string): Promise<void> {
  const folder = dirname(path);
  const found = await stat(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    await stat(folder);
    return null;
  });
  if (found?.isDirectory() === true)
    throw Object.assign(new Error(`${path} is a folder`), { code: "EISDIR", syscall: "open" });
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  await using file = await open(path, "w");
  for (const piece of pieces) await file.writeFile(piece);
  await file.sync();
}
