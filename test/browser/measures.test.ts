import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { readQuery } from "#client/model/query-text.ts";
import { readAddress } from "#client/model/view/view-state.ts";
import { languagesOf } from "#test/support/long-run.ts";
import { axeProblems, openProduct, picture, settled, visit, type Product } from "./product-page.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const open = (query: string, size = {}) => visit(product.browser, `${product.url}/${query}`, size);
const viewOf = (page: Page) => readAddress(readQuery(new URL(page.url()).search)).view;
const classesOf = (page: Page) => page.locator(".legend-classes");

async function valuesOf(id: string): Promise<readonly (number | null)[]> {
  const answer = await fetch(`${product.url}/api/metrics/${id}`);
  const { result } = (await answer.json()) as ResponseOf<"metric">;
  return result.kind === "byNode" ? (result.columns[0]?.values ?? []) : [];
}

/** Opens the list of a field in the control and takes the option of this name. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  await page
    .locator(".measure-fields")
    .getByRole("button", { name: new RegExp(`${field}$`) })
    .click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

describe("a measure on the marks", () => {
  it("is chosen in the control, told by the legend with its classes and numbers, kept in the address, and taken away again", async () => {
    await using here = await open("");
    const { page } = here;
    await settled(page);
    await page.getByRole("button", { name: "按指标显示" }).click();
    await choose(page, "颜色", "园区 · 中介中心性");
    await page.keyboard.press("Escape");
    await classesOf(page).waitFor();
    const values = await valuesOf("park.betweenness");
    const zeros = values.filter((value) => value === 0).length;
    const legend = await classesOf(page).innerText();
    expect(legend).toContain("中介中心性");
    expect(legend).toMatch(new RegExp(`^0（${zeros}）`, "m"));
    const counted = [...legend.matchAll(/（(\d+)）/g)].map(([, count]) => Number(count));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(
      values.filter((value) => value !== null).length,
    );
    expect(legend).toMatch(/无值 \d+/);
    expect(viewOf(page).colour).toEqual({ id: "park.betweenness", parameters: {} });
    await picture(page, "measure-map-zh");
    await page
      .getByRole("button", { name: "关系图" })
      .or(page.getByRole("link", { name: "关系图" }))
      .first()
      .click();
    await classesOf(page).waitFor();
    await picture(page, "measure-graph-zh");
    await page.goBack();
    await page.goBack();
    await classesOf(page).waitFor({ state: "detached" });
    expect(viewOf(page).colour).toBeNull();
    expect(here.complaints).toEqual([]);
  });

  it("comes with a link: colour, size, classes, parameters and outlines are there at once, and one button takes all away", async () => {
    await using here = await open(
      "?lang=en&colour=enterprise.pagerank~damping:0.5&size=enterprise.degree&classes=natural&hulls=network.communities",
    );
    const { page } = here;
    await settled(page);
    await classesOf(page).waitFor();
    const legend = page.locator(".legend");
    await expect.poll(() => legend.innerText()).toMatch(/natural breaks/);
    await expect.poll(() => legend.innerText()).toMatch(/Area = Degree/);
    await expect.poll(() => legend.innerText()).toMatch(/Outline: communities across places \d+ of \d+/);
    await picture(page, "measure-all-en");
    await page.getByRole("button", { name: "Back to the default picture" }).first().click();
    await classesOf(page).waitFor({ state: "detached" });
    const { colour, size, hulls, classes } = viewOf(page);
    expect([colour, size, hulls, classes]).toEqual([null, null, null, "quantile"]);
    expect(here.complaints).toEqual([]);
  });

  it("that sums quantities waits for one layer, and a signed one is told from both sides of 0", async () => {
    await using here = await open("?colour=park.netStrength");
    const { page } = here;
    await settled(page);
    await page.locator(".measure-control").getByRole("button", { name: "只看物质" }).click();
    await classesOf(page).waitFor();
    const text = await classesOf(page).innerText();
    expect(text).toContain("负值从上方填起");
    expect(text).toMatch(/-\d/);
    expect(viewOf(page).filter.layers).toEqual(["material"]);
  });

  it("is explained behind its button: formula, source, coverage, and parameters that can be set", async () => {
    await using here = await open("?colour=park.pagerank");
    const { page } = here;
    await settled(page);
    await page
      .getByRole("button", { name: /PageRank/ })
      .first()
      .click();
    await page.getByRole("button", { name: /PageRank：定义与参数/ }).click();
    const info = page.locator(".metric-info");
    await expect.poll(() => info.innerText()).toMatch(/出处 [\s\S]*基于 \d+ 条交换/);
    await info.getByRole("textbox", { name: /damping/ }).fill("0.5");
    await info.getByRole("textbox", { name: /damping/ }).press("Enter");
    await expect
      .poll(() => viewOf(page).colour)
      .toEqual({
        id: "park.pagerank",
        parameters: { damping: "0.5" },
      });
  });

  it("can be called off while it is computed, and asked for again", async () => {
    await using here = await open("");
    const { page } = here;
    await settled(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/metrics/park.closeness*", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${product.url}/?colour=park.closeness`);
    const control = page.locator(".measure-control");
    await control.getByRole("button", { name: "取消" }).click();
    await control.getByText("已取消计算").waitFor();
    release();
    await control.getByRole("button", { name: "重新计算" }).click();
    await classesOf(page).waitFor();
    expect(await control.getByRole("button", { name: "取消" }).count()).toBe(0);
  });

  it("goes on as a job where the answer takes long: the share that is done is shown, and the marks get its values", async () => {
    await using here = await open("");
    const { page } = here;
    await settled(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The answer never comes; the job is the server's own, its result is held until the page has been looked at.
    await page.route("**/api/metrics/park.katz*", () => undefined);
    await page.route("**/api/jobs/*/result", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${product.url}/?colour=park.katz~attenuation:0.05`);
    const control = page.locator(".measure-control");
    await control.getByText(/正在计算.*100%/).waitFor();
    release();
    await classesOf(page).waitFor();
    expect(await classesOf(page).innerText()).toContain("Katz");
    expect(here.complaints).toEqual([]);
  });
});

describe("an address with a measure nobody knows", () => {
  it.each([
    ["?colour=park.nonsense", "colour=park.nonsense"],
    ["?colour=network.density", "colour=network.density"],
    ["?size=park.pagerank~damping:7", "size=park.pagerank~damping:7"],
    ["?hulls=park.degree&tab=graph", "hulls=park.degree"],
    ["?colour=%3Cscript%3E", "colour=<script>"],
    ["?tab=table&kind=metrics&metric=park.nonsense", "metric=park.nonsense"],
  ])("%s names what is not understood and shows the rest", async (query, named) => {
    await using here = await open(query);
    const { page } = here;
    await settled(page);
    const note = page.locator(".ignored-note");
    await note.waitFor();
    expect(await note.innerText()).toContain(named);
    expect(here.complaints).toEqual([]);
  });
});

const views = ["?colour=park.betweenness&hulls=network.communities", "?tab=graph&colour=park.eiIndex"];

describe("the control of measures", () => {
  it.each(views)(
    "%s is free of accessibility faults, wide in Chinese and narrow in English",
    async (query) => {
      for (const language of languagesOf(views.indexOf(query))) {
        const width = language === "en" ? 390 : 1280;
        await using here = await open(`${query}&lang=${language}`, { width, height: 844 });
        await settled(here.page);
        await here.page.locator(".measure-open").click();
        await here.page.locator(".measure-fields").waitFor();
        expect(await axeProblems(here.page), `${query} ${language}`).toEqual([]);
        expect(here.complaints, `${query} ${language}`).toEqual([]);
      }
    },
  );
});

describe("places chosen together", () => {
  it("come from the rows of a table that lie in a range, are marked there, and can stand alone on map and network", async () => {
    await using here = await open("?tab=table&kind=metrics&metric=park.degree&range=park.degree:2~");
    const { page } = here;
    await settled(page);
    const values = await valuesOf("park.degree");
    const within = values.filter((value) => value !== null && value >= 2).length;
    await page.getByRole("button", { name: `选中这 ${within} 个地点并上图` }).click();
    const note = page.locator(".set-note");
    await expect.poll(() => note.innerText()).toContain(`已选 ${within} 个地点`);
    expect(viewOf(page).set).toHaveLength(within);
    await note.getByRole("checkbox").check();
    await expect.poll(() => page.locator(".legend").innerText()).toMatch(new RegExp(`园区 ${within}\\b`));
    expect(await page.locator(".legend").innerText()).not.toMatch(/企业点位|县区/);
    // The sentence over the picture counts the same as the legend under it.
    const stubs = /另一端不详 (\d+) 条/.exec(await page.locator(".legend").innerText())?.[1] ?? "0";
    expect(await page.locator(".stage-head").innerText()).toContain(`另有 ${stubs} 条交换一端地点不详`);
    await page.getByRole("link", { name: "表格", exact: true }).click();
    await expect.poll(() => page.locator("tr.in-set").count()).toBe(within);
    await page.goBack();
    await note.getByRole("button", { name: "取消所选地点" }).click();
    await note.waitFor({ state: "detached" });
    expect(viewOf(page)).toMatchObject({ set: [], setAlone: false });
    expect(here.complaints).toEqual([]);
  });

  it("come from a box that is drawn with Shift, and the view stays where it is", async () => {
    await using here = await open("?lang=en");
    const { page } = here;
    await settled(page);
    const box = await page.locator(".stage-canvas").boundingBox();
    if (box === null) throw new Error("no stage");
    await page.keyboard.down("Shift");
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.45, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await expect.poll(() => page.locator(".set-note").innerText()).toMatch(/^\d+ places? chosen/);
    const { set, camera } = viewOf(page);
    expect(set.length).toBeGreaterThan(0);
    expect(camera).toBeNull();
    await picture(page, "box-en");
  });

  it.each([
    ["?set=js-sip,js-sip", "set=js-sip,js-sip"],
    ["?set=nobody:knows", "set=nobody:knows"],
  ])("%s is named, and nothing is chosen", async (query, named) => {
    await using here = await open(query);
    await settled(here.page);
    expect(await here.page.locator(".ignored-note").innerText()).toContain(named);
    expect(await here.page.locator(".set-note").count()).toBe(0);
  });
});
