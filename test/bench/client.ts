import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { repositoryRoot } from "#test/support/source-files.ts";
import type { BenchRow } from "./bench-row.ts";

/** What a browser must read before the page runs, and the largest thing it may read later, against the promise. */
const promisedEntryKiB = 300;

/** Size of the client's JavaScript as it travels: the scripts that `index.html` names, and the rest. */
export async function run(): Promise<readonly BenchRow[]> {
  const outDir = await mkdtemp(join(tmpdir(), "gongsheng-client-size-"));
  try {
    const started = performance.now();
    await build({
      configFile: join(repositoryRoot, "vite.config.ts"),
      root: join(repositoryRoot, "client"),
      logLevel: "error",
      build: { outDir, emptyOutDir: true },
    });
    const buildMs = performance.now() - started;
    const page = await readFile(join(outDir, "index.html"), "utf8");
    const names = (await readdir(join(outDir, "assets"))).filter((name) => name.endsWith(".js"));
    const entry = names.filter((name) => page.includes(name));
    const sizes = new Map(
      await Promise.all(
        names.map(
          async (name) => [name, gzipSync(await readFile(join(outDir, "assets", name))).length] as const,
        ),
      ),
    );
    const kibOf = (some: readonly string[]) =>
      some.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) / 1024;
    const entryKiB = kibOf(entry);
    return [
      {
        name: `entry JavaScript, KiB gzip over the promised ${promisedEntryKiB} KiB`,
        value: entryKiB / promisedEntryKiB,
        goal: { atMost: 1 },
        ours: `${entry.length} scripts, ${entryKiB.toFixed(1)} KiB, built in`,
        oursMs: buildMs,
        peer: `all ${names.length} scripts ${kibOf(names).toFixed(1)} KiB`,
        peerMs: null,
      },
    ];
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
