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
  await assertPlace(path, terminal);
  try {
    await removeStaleDrafts(path);
    await writePieces(draft, pieces);
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await removeDraft(draft);
    throw isSystemError(cause) ? cannotWrite(path, cause, terminal) : cause;
  }
}

/**
 * The folder of a file is there, and no folder bears its name. Throws Failure naming the path as the caller sees it.
 */
export async function assertPlace(path: string, terminal: Terminal): Promise<void> {
  try {
    await stat(dirname(path));
  } catch (cause) {
    throw cannotWrite(path, cause, terminal);
  }
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true)
    throw cannotWrite(path, Object.assign(new Error("a folder"), { code: "EISDIR" }), terminal);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function cannotWrite(path: string, cause: unknown, terminal: Terminal): Failure {
  const shown = relative(terminal.cwd, path) || path;
  const reason = systemReason(cause);
  return new Failure(
    { zh: `无法写入 ${shown}（${reason.zh}）`, en: `${shown} cannot be written (${reason.en})` },
    { cause },
  );
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  await using file = await open(path, "w");
  for (const piece of pieces) await file.writeFile(piece);
  await file.sync();
}
