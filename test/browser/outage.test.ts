import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "#test/support/neo4j/programs.ts";
import { startServe } from "#test/support/run-cli.ts";
import { openProduct, picture, settled, visit, type Product } from "./product-page.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const banner = (page: Page) => page.locator(".outage-bar");
const pending = (page: Page) => page.locator(".pending-note");
const legendText = (page: Page) => page.locator(".legend").innerText();
const untickMaterial = (page: Page) => page.locator(".facet-row.layer-material").click();
const isMaterialTicked = (page: Page) => page.locator(".facet-row.layer-material input").isChecked();
const retry = (page: Page) => banner(page).getByRole("button", { name: "重试" }).click();

/** A service on a port of its own, which can go away and come back there. */
async function startAt(port: number) {
  return await startServe(["--port", String(port), "--store", "sqlite::memory:"]);
}

describe("a service that goes away and comes back at the same address", () => {
  it("is told once; filter and picture stay, a change waits, can be taken back, and comes true afterwards", async () => {
    const port = await freePort();
    const first = await startAt(port);
    await using here = await visit(product.browser, first.url);
    const { page } = here;
    await settled(page);
    const before = await legendText(page);
    await first[Symbol.asyncDispose]();
    await untickMaterial(page);
    await banner(page).waitFor();
    expect(await banner(page).innerText()).toContain("服务没有回应");
    await expect.poll(() => pending(page).innerText()).toContain("新的筛选尚未生效");
    expect(await banner(page).count()).toBe(1);
    expect(await page.locator(".note-failure").count()).toBe(0);
    expect(await page.locator(".facet-row").count()).toBeGreaterThan(10);
    expect(await isMaterialTicked(page)).toBe(false);
    await picture(page, "outage-zh");
    await pending(page).getByRole("button", { name: "取消" }).click();
    await expect.poll(() => pending(page).count()).toBe(0);
    expect(await isMaterialTicked(page)).toBe(true);
    expect(await legendText(page)).toBe(before);
    await untickMaterial(page);
    await pending(page).waitFor();
    await using second = await startAt(port);
    expect(second.url).toBe(first.url);
    await retry(page);
    await expect.poll(() => banner(page).count()).toBe(0);
    await expect.poll(() => pending(page).count()).toBe(0);
    await expect.poll(() => legendText(page)).not.toBe(before);
    expect(await page.locator(".note-failure, .note-waiting").count()).toBe(0);
  });

  it("does not take with it the parts of the page that nobody had opened yet", async () => {
    const port = await freePort();
    const first = await startAt(port);
    await using here = await visit(product.browser, first.url);
    const { page } = here;
    const partsCame = page.waitForResponse(/\/assets\/export-table/);
    await settled(page);
    await partsCame;
    await first[Symbol.asyncDispose]();
    await page.getByRole("link", { name: "表格", exact: true }).click();
    await banner(page).waitFor();
    await page.locator(".table-bar").waitFor();
    await using _second = await startAt(port);
    await retry(page);
    await page.locator(".data-table").waitFor();
    await expect.poll(() => banner(page).count()).toBe(0);
  });

  it("is noticed without a click where the browser loses its network", async () => {
    await using here = await visit(product.browser, product.url);
    const { page } = here;
    await settled(page);
    await page.context().setOffline(true);
    await banner(page).waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => banner(page).count()).toBe(0);
  });

  it("is waited for: everything that failed comes by itself once its store is back", async () => {
    const port = await freePort();
    await using server = await startServe([
      "--port",
      "0",
      "--store",
      `neo4j://neo4j@127.0.0.1:${port}/neo4j`,
    ]);
    await using here = await visit(product.browser, server.url);
    const { page } = here;
    await expect.poll(() => page.locator(".note-waiting").count()).toBeGreaterThan(3);
    expect(await banner(page).count()).toBe(1);
    expect(await page.locator(".note-failure").count()).toBe(0);
    await page.getByRole("link", { name: "表格", exact: true }).click();
    await page.locator(".table-bar").waitFor();
    expect(await page.locator(".table-bar").innerText()).not.toMatch(/共 \d/);
    await page.goBack();
    // From now on the same page is answered by a service whose store is there.
    await page.route(
      (url) => url.port === new URL(server.url).port,
      async (route) => {
        const address = new URL(route.request().url());
        address.port = new URL(product.url).port;
        await route.fulfill({ response: await route.fetch({ url: address.href }) });
      },
    );
    await page.locator(".legend").waitFor();
    await expect.poll(() => page.locator(".note-waiting").count()).toBe(0);
    await expect.poll(() => banner(page).count()).toBe(0);
  });
});

describe("a part of the page that does not come", () => {
  it("says so in the page's language, and comes with the next try", async () => {
    await using here = await visit(product.browser, "about:blank");
    const { page } = here;
    const part = "**/assets/table-screen*";
    await page.route(part, (route) => route.abort());
    await page.goto(product.url);
    await settled(page);
    await page.getByRole("link", { name: "表格", exact: true }).click();
    // The page has loaded itself anew once, in vain, and now leaves the next try to people.
    const note = page.locator(".center .note-failure");
    await expect
      .poll(() => page.evaluate("sessionStorage.getItem('gongsheng.reloaded.table-screen')"))
      .toBe("yes");
    await note.waitFor();
    expect(await note.innerText()).toMatch(/^表格未能完成。 页面的这一部分没有载入/);
    expect(await note.innerText()).not.toMatch(/[A-Za-z]{3}/);
    await page.unroute(part);
    await note.getByRole("button", { name: "重试" }).click();
    await page.locator(".data-table").waitFor();
    expect(new URL(page.url()).searchParams.get("tab")).toBe("table");
  });
});

describe("a slow service", () => {
  it("leaves the picture, marks it as the older one, and takes the change back on request", async () => {
    await using here = await visit(product.browser, product.url);
    const { page } = here;
    await settled(page);
    const before = await legendText(page);
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    await page.route("**/api/**", async (route: Route) => {
      await answered;
      await route.continue();
    });
    await untickMaterial(page);
    await pending(page).waitFor();
    expect(await pending(page).innerText()).toContain("正在更新");
    expect(await page.locator(".facet-row").count()).toBeGreaterThan(10);
    expect(await banner(page).count()).toBe(0);
    expect(await legendText(page)).toContain(before.split("\n").at(-1));
    await picture(page, "pending-zh");
    await pending(page).getByRole("button", { name: "取消" }).click();
    await expect.poll(() => pending(page).count()).toBe(0);
    expect(await isMaterialTicked(page)).toBe(true);
    await untickMaterial(page);
    await pending(page).waitFor();
    answer();
    await expect.poll(() => pending(page).count()).toBe(0);
    await expect.poll(() => legendText(page)).not.toBe(before);
  });
});

describe("one answer that fails", () => {
  it("is asked again from the bar that tells of it", async () => {
    await using here = await visit(product.browser, "about:blank");
    const { page } = here;
    await page.route("**/api/corridors**", (route) => route.abort());
    await page.goto(product.url);
    await page.locator(".stage-note .note-waiting").waitFor();
    expect(await banner(page).count()).toBe(1);
    await page.unroute("**/api/corridors**");
    await retry(page);
    await page.locator(".legend").waitFor();
    await expect.poll(() => banner(page).count()).toBe(0);
  });
});
