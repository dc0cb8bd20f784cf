import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build, preview } from "vite";
import { launchChromium } from "./chromium.ts";

/** The harness page in a real browser: the built Stage and nothing else. */
export interface StagePage extends AsyncDisposable {
  readonly browser: Browser;
  readonly page: Page;
  /** Calls a function of the harness page with JSON arguments. */
  call<T = void>(name: string, ...parameters: readonly unknown[]): Promise<T>;
}

const gettersOfStage = new Set(["stage.camera", "stage.shownNames", "stage.lastRefreshed"]);

/** Builds the harness with Vite, serves it on a free port and opens it. */
export async function openStagePage(size = { width: 1000, height: 760 }): Promise<StagePage> {
  const outDir = await mkdtemp(join(tmpdir(), "gongsheng-stage-"));
  const root = join(import.meta.dirname, "harness");
  const common = { root, configFile: false, logLevel: "error" } as const;
  await build({ ...common, build: { outDir, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 } });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: size });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForFunction("globalThis.harness !== undefined", null, { polling: 50 });
  return {
    browser,
    page,
    async call<T>(name: string, ...parameters: readonly unknown[]) {
      const list = parameters.map((parameter) => JSON.stringify(parameter)).join(", ");
      const isGetter = gettersOfStage.has(name);
      const result = await page.evaluate<T>(isGetter ? `harness.${name}` : `harness.${name}(${list})`);
      if (faults.length > 0) throw new Error(`The page failed: ${faults.splice(0).join("; ")}`);
      return result;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
