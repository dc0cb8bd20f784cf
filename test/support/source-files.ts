import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "..", "..");

/** Made by installing, building or running; never part of the repository (the same list as .gitignore). */
const ignored = new Set(["node_modules", "dist", ".data", ".git", "coverage", ".DS_Store"]);

/** What people write beside the sources when they follow the README: stores, exports, logs. */
const written = /\.(?:sqlite(?:-wal|-shm)?|csv|graphml|log)$/;

/** Names in the top folder that belong to the repository. */
export async function topLevelNames(): Promise<string[]> {
  const names = await readdir(repositoryRoot);
  return names.filter((name) => !ignored.has(name) && !written.test(name)).sort();
}

/** All files of the repository, relative to its root, with forward slashes. */
export async function repositoryFiles(): Promise<string[]> {
  const files = await filesUnder(repositoryRoot);
  return files.map((file) => relative(repositoryRoot, file).split(sep).join("/")).sort();
}

/** Source files by path, with their text. */
export async function readSources(pattern: RegExp): Promise<Map<string, string>> {
  const paths = (await repositoryFiles()).filter((path) => pattern.test(path));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(repositoryRoot, path), "utf8")] as const),
    ),
  );
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !ignored.has(name) && !name.endsWith(".log"))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? await filesUnder(path) : [path];
      }),
  );
  return found.flat();
}
