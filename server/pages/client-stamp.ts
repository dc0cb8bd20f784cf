import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** File inside the built client that names the sources it was built from. */
export const stampFileName = "build-stamp";

/** What the built client depends on, relative to the package root. */
const sources = ["client", "graph/schema", "vite.config.ts", "package-lock.json"];

/** SHA-256 over names and contents of everything the client is built from. */
export async function hashClientSources(packageRoot: string): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of await filesUnder(packageRoot, source)) {
      const content = await readFile(join(packageRoot, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  return hash.digest("hex");
}

/** The stamp of a built client, null where there is none. */
export async function readStamp(distFolder: string): Promise<string | null> {
  try {
    return await readFile(join(distFolder, stampFileName), "utf8");
  } catch {
    return null;
  }
}

async function filesUnder(packageRoot: string, source: string): Promise<string[]> {
  if (/\.\w+$/.test(source)) return [source];
  const entries = await readdir(join(packageRoot, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(packageRoot.length + 1))
    .sort();
}
