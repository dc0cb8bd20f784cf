import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";
import { hashClientSources, stampFileName } from "./client-stamp.ts";

const compressible = /\.(?:js|css|html|svg|json|geojson|txt|webmanifest)$/;
const smallestWorthwhile = 1024;
const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/** Finishes a build of the client: compressed twins beside the text files, and the stamp of the sources last. */
export function clientBuildPlugin(packageRoot: string): Plugin {
  let outFolder = "";
  let stamp = "";
  return {
    name: "gongsheng-client-build",
    apply: "build",
    configResolved(config) {
      outFolder = resolve(config.root, config.build.outDir);
    },
    // Before the first module is read: a file saved during the build leaves the result stale, not wrongly fresh.
    async buildStart() {
      stamp = await hashClientSources(packageRoot);
    },
    async writeBundle() {
      await compressFiles(outFolder);
      await writeFile(join(outFolder, stampFileName), stamp);
    },
  };
}

async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
  await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))));
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < smallestWorthwhile) return;
  const [brotli, gzipped] = await Promise.all([
    compressWithBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    compressWithGzip(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
}
