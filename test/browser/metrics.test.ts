import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { languagesOf } from "#test/support/long-run.ts";
import { axeProblems, openProduct, picture, settled, visit, type Product } from "./product-page.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const open = (metric: string, language = "zh-CN", size = {}) =>
  visit(product.browser, `${product.url}/?tab=table&kind=metrics&metric=${metric}&lang=${language}`, size);

async function valuesOf(id: string): Promise<readonly (number | null)[]> {
  const answer = await fetch(`${product.url}/api/metrics/${id}`);
  const { result } = (await answer.json()) as ResponseOf<"metric">;
  return result.kind === "byNode" ? (result.columns[0]?.values ?? []) : [];
}

describe("the values of a metric", () => {
  it("fold what is zero, say how many, and list them on request; the highest stand first and the head says so", async () => {
    const values = await valuesOf("park.betweenness");
    const zeros = values.filter((value) => value === 0).length;
    expect(zeros).toBeGreaterThan(100);
    await using here = await open("park.betweenness");
    const { page } = here;
    await settled(page);
    expect(await page.locator(".tables").innerText()).toContain(`其余 ${zeros} 个为 0`);
    const table = page.locator(".data-table");
    expect(await table.getAttribute("aria-rowcount")).toBe(String(values.length - zeros + 1));
    const head = page.getByRole("columnheader", { name: "中介中心性" });
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await head.innerText()).toMatch(/× 10−\d/);
    const shown = await page.locator("tbody tr:not(.spacer) .measure-cell > span:last-child").allInnerTexts();
    expect(new Set(shown.map((text) => text.split(".")[1]?.length))).toHaveLength(1);
    await page.getByRole("button", { name: "列出为 0 的" }).click();
    await expect.poll(() => table.getAttribute("aria-rowcount")).toBe(String(values.length + 1));
    await picture(page, "metric-zeros-zh");
  });

  it("of an enterprise name its place and city, and open the enterprise", async () => {
    await using here = await open("enterprise.degree", "en");
    const { page } = here;
    await settled(page);
    const row = page.locator("tbody tr:not(.spacer)").first();
    const [name = "", , place = "", city = ""] = await row.locator("td").allInnerTexts();
    expect([place, city].filter((text) => text === "" || text === "–")).toEqual([]);
    await row.getByRole("button").click();
    await expect.poll(() => page.locator("#panel-title").innerText()).toBe(name);
    expect(new URL(page.url()).searchParams.get("sel")).toMatch(/^enterprise~/);
  });

  it("stand side by side: a column is added, sorted by after the first, kept in a range, shown on the map, and taken away", async () => {
    await using here = await open("park.degree");
    const { page } = here;
    await settled(page);
    await page.getByRole("button", { name: "再加一列" }).click();
    await page.getByRole("option", { name: "园区 · 中介中心性", exact: true }).click();
    const heads = page.getByRole("columnheader");
    await expect.poll(() => heads.allInnerTexts()).toHaveLength(4);
    const search = () => new URL(page.url()).searchParams;
    expect(search().get("metric")).toBe("park.degree,park.betweenness");
    await page.getByRole("columnheader", { name: /总度/ }).getByRole("button").click();
    await page
      .getByRole("columnheader", { name: /中介中心性/ })
      .getByRole("button")
      .click({ modifiers: ["Shift"] });
    await expect.poll(() => search().get("sort")).toBe("park.degree,-park.betweenness");
    await page.getByRole("textbox", { name: "总度，至少" }).fill("2");
    await page.getByRole("textbox", { name: "总度，至少" }).press("Enter");
    await expect.poll(() => search().get("range")).toBe("park.degree:2~");
    const values = await valuesOf("park.degree");
    const within = values.filter((value) => value !== null && value >= 2);
    await expect
      .poll(() => page.locator(".tables").innerText())
      .toContain(`范围内 ${within.length} / ${values.length} 行`);
    const shown = await page
      .locator("tbody tr:not(.spacer) td:nth-child(2) .measure-cell > span:last-child")
      .allInnerTexts();
    expect(shown.map(Number)).toEqual(within.toSorted((left, right) => (left ?? 0) - (right ?? 0)));
    await picture(page, "metrics-side-by-side-zh");
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 CSV" }).click();
    const text = await readFile(await (await file).path(), "utf8");
    expect(text).toContain("总度 排名");
    expect(text).toContain("中介中心性 占最大值的比例");
    await page.getByRole("button", { name: "移除中介中心性" }).click();
    await expect.poll(() => search().get("metric")).toBe("park.degree");
    await page.locator(".metric-chip").getByRole("link", { name: "上图" }).click();
    await page.locator(".legend-classes").waitFor();
    expect(search().get("colour")).toBe("park.degree");
    expect(here.complaints).toEqual([]);
  });

  it("are drawn as a scatter with names and as distributions, walked by keys, and choose what the table chooses", async () => {
    await using here = await open("park.degree,park.pagerank&chart=scatter");
    const { page } = here;
    await settled(page);
    const chart = page.locator(".metric-chart");
    await chart.locator("svg").waitFor();
    const values = await valuesOf("park.degree");
    expect(await chart.locator('g[aria-label="dot"]').first().locator("circle").count()).toBe(values.length);
    expect(await chart.locator(".chart-name").count()).toBeGreaterThan(2);
    expect(await chart.getAttribute("aria-label")).toMatch(/散点图：横轴 总度，纵轴 PageRank。/);
    await picture(page, "metrics-scatter-zh");
    await chart.focus();
    await page.keyboard.press("End");
    const spoken = () => page.locator("[data-announcer]").innerText();
    await expect.poll(spoken).toMatch(/^扬州环保科技产业园：3 \/ 0\.00\d+$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#panel-title").innerText()).toBe("扬州环保科技产业园");
    expect(await page.locator("tr.selected").innerText()).toContain("扬州环保科技产业园");
    await page.goto(page.url().replace("chart=scatter", "chart=distribution"));
    await expect.poll(() => chart.locator("svg").count()).toBe(2);
    await page.getByText("总度的分布列表").click();
    const counts = await page.locator(".bin-table").first().locator("td:nth-child(3)").allInnerTexts();
    expect(counts.map(Number).reduce((sum, one) => sum + one, 0)).toBe(values.length);
    await picture(page, "metrics-distribution-zh");
    expect(here.complaints).toEqual([]);
  });

  it("of another scope than the first are named, not shown", async () => {
    await using here = await open("park.degree,enterprise.katz", "en");
    const { page } = here;
    await settled(page);
    expect(await page.locator(".ignored-note").innerText()).toContain("metric=enterprise.katz");
    expect(await page.locator(".metric-chip").count()).toBe(1);
  });

  it("of a partition name the communities by size, cities and members", async () => {
    await using here = await open("network.communities");
    const { page } = here;
    await settled(page);
    const communities = await page.locator(".communities li").allInnerTexts();
    const sizes = communities.map((text) => Number(/(\d+) 家/.exec(text)?.[1]));
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes).toEqual(sizes.toSorted((left, right) => right - left));
    expect(communities[0]).toMatch(/市/);
    await picture(page, "communities-zh");
  });

  const metrics = [
    "park.betweenness,park.degree&chart=scatter",
    "network.communities",
    "network.interParkShareByLinks",
  ];

  it.each(metrics)(
    "%s is free of accessibility faults and complaints, wide in Chinese and narrow in English",
    async (metric) => {
      for (const language of languagesOf(metrics.indexOf(metric))) {
        const width = language === "en" ? 390 : 1280;
        await using here = await open(metric, language, { width, height: 844 });
        await settled(here.page);
        expect(await axeProblems(here.page), `${metric} ${language}`).toEqual([]);
        expect(here.complaints, `${metric} ${language}`).toEqual([]);
      }
    },
  );
});
