import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startServe, type RunningCli } from "#test/support/run-cli.ts";
import { launchChromium } from "./chromium.ts";

const picturesFolder = join(import.meta.dirname, "pictures");
const wantsPictures = process.env["PICTURES"] === "1";
/** Where the records of the product lie; its answers are the same everywhere. */
const storeUrl = process.env["STORY_STORE"] ?? "sqlite::memory:";

/** The product as people get it: the real server over the real seeds, in a real browser. */
export interface Product extends AsyncDisposable {
  readonly url: string;
  readonly browser: Browser;
}

export async function openProduct(): Promise<Product> {
  const [server, browser] = await Promise.all([
    startServe(["--port", "0", "--store", storeUrl]),
    launchChromium(),
  ]);
  return { url: server.url, browser, [Symbol.asyncDispose]: () => closeAll(server, browser) };
}

async function closeAll(server: RunningCli, browser: Browser): Promise<void> {
  await browser.close();
  await server[Symbol.asyncDispose]();
}

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Everything the page complained about: errors of its own, of the policy, of the network. */
  readonly complaints: readonly string[];
}

interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
}

/** A fresh visitor: no storage, no motion, own window. */
export async function visit(
  browser: Browser,
  address: string,
  { width = 1280, height = 800 }: VisitOptions = {},
): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(address);
  return {
    page,
    complaints,
    async [Symbol.asyncDispose]() {
      // A request that a test answers itself may still be on its way when its page goes.
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    },
  };
}

/** The page has asked everything and its map or table stands. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator(".legend, .data-table, .definition").first().waitFor({ state: "attached" });
  await page.locator(".progress").first().waitFor({ state: "detached" });
}

/** What the last event changed is on the screen. */
export async function frameShown(page: Page): Promise<void> {
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))",
  );
}

/** Problems axe finds, as short lines; the stage's own canvases hold no text to check. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => String(target))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

/** Keeps a picture for people where PICTURES=1 asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!wantsPictures) return;
  mkdirSync(picturesFolder, { recursive: true });
  await page.screenshot({ path: join(picturesFolder, `${name}.png`) });
}
