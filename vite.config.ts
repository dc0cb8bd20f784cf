import react from "@vitejs/plugin-react";
import { configDefaults, defineConfig } from "vitest/config";
import { clientBuildPlugin } from "./server/pages/client-build-plugin.ts";
import { isLongRun } from "./test/support/long-run.ts";

/** In a browser `npm test` walks the story alone; whoever calls vitest by hand gets the files he names. */
const leftOut =
  process.env["npm_lifecycle_event"] === "test" && !isLongRun ? ["test/browser/!(story).test.ts"] : [];

export default defineConfig({
  root: "client",
  plugins: [react(), clientBuildPlugin(import.meta.dirname)],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // The content security policy allows no inline data for scripts and styles.
    assetsInlineLimit: 0,
  },
  test: {
    root: ".",
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...leftOut],
    globalSetup: ["test/support/neo4j/global-setup.ts"],
    // Half of the tests wait for browsers, databases and child processes: no core is kept free for vitest itself.
    maxWorkers: "100%",
    // Generous: they end what hangs and never judge how fast a busy machine is.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
    // The gate reads its numbers from the report, so that `npm test` stays one plain command.
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/gongsheng/test-report.json" },
  },
});
