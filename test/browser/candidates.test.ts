import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { readQuery } from "#client/model/query-text.ts";
import { readAddress } from "#client/model/view/view-state.ts";
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
const ask = async (query: string) =>
  (await (
    await fetch(`${product.url}/api/candidates?limit=500&${query}`)
  ).json()) as ResponseOf<"candidates">;

/** A candidate of ordinary waste that crosses the provinces for use: filed before 2026-08-15, told in advance since. */
async function filedCandidate() {
  const { items } = await ask("list=all&gates=all&crossProvince=yes&asOf=2026-08-14");
  const found = items.find(({ gates }) => gates.some(({ legal }) => legal?.permission === "filing"));
  if (found === undefined) throw new Error("no candidate is to be filed");
  const { id, supplier, receiver, blocked, list } = found;
  return { id, from: supplier.placeId, to: receiver.placeId, section: blocked ? "blocked" : list };
}

/** The lists and how many stand in each, as the page says. */
const listsOf = (page: Page) => page.locator(".candidate-head nav a").allInnerTexts();

describe("the lists of candidates", () => {
  it("stand apart with their counts, and each opens by a link that Back undoes", async () => {
    await using here = await open("?tab=table&kind=candidates");
    const { page } = here;
    await settled(page);
    const { counts } = await ask("");
    await expect.poll(() => listsOf(page)).toContain(`园区间 ${counts["between-parks"]}`);
    expect(await listsOf(page)).toContain(`受阻 ${counts.blocked}`);
    await page.getByRole("link", { name: /^受阻/ }).click();
    await expect.poll(() => viewOf(page).section).toBe("blocked");
    await expect.poll(() => page.locator(".table-bar strong").innerText()).toBe(`共 ${counts.blocked} 行`);
    await page.goBack();
    await expect.poll(() => viewOf(page).section).toBe("between-parks");
    expect(here.complaints).toEqual([]);
    await picture(page, "candidates-zh");
  });

  it("open in place, by keyboard too, what stands folded behind one", async () => {
    await using here = await open("?tab=table&kind=candidates&lang=en");
    const { page } = here;
    await settled(page);
    const first = (await ask("")).items.find(({ folded }) => folded !== null);
    if (first?.folded == null) throw new Error("nothing is folded");
    const table = page.locator(".data-table");
    const before = Number(await table.getAttribute("aria-rowcount"));
    const more = page.getByRole("button", { name: /^\d+ more$/ }).first();
    expect(await more.innerText()).toBe(`${first.folded.count} more`);
    await more.press("Enter");
    await expect.poll(async () => Number(await table.getAttribute("aria-rowcount"))).toBeGreaterThan(before);
    await page.getByRole("button", { name: "Fold", exact: true }).first().press("Enter");
    await expect.poll(async () => Number(await table.getAttribute("aria-rowcount"))).toBe(before);
  });

  it("stand beside the gaps of cities, which are no candidates", async () => {
    await using here = await open("?tab=table&kind=candidates&list=gaps");
    const { page } = here;
    await settled(page);
    const gaps = (await (await fetch(`${product.url}/api/gaps?limit=1`)).json()) as ResponseOf<"gaps">;
    await expect.poll(() => listsOf(page)).toContain(`城市缺口 ${gaps.total}`);
    expect(await page.locator(".data-table thead").innerText()).toContain("余缺");
    expect(await page.locator(".data-table").getAttribute("aria-rowcount")).toBe(String(gaps.total + 1));
    await picture(page, "gaps-zh");
  });

  it("that are empty say why and what to look at", async () => {
    await using here = await open("?tab=table&kind=candidates&city=371000&layer=energy&list=same-park");
    await expect
      .poll(() => here.page.locator(".tables .note-empty").innerText())
      .toContain("导入园区内企业的供需信息后会重新计算");
  });
});

describe("the day", () => {
  it("is typed as people write it, stands in the address and judges list, panel and file", async () => {
    const { from, section } = await filedCandidate();
    await using here = await open(`?tab=table&kind=candidates&list=${section}&sel=${from}&only=yes`);
    const { page } = here;
    await settled(page);
    const field = page.getByRole("textbox", { name: "按" });
    await field.fill("2026年8月14日");
    await field.press("Enter");
    await expect.poll(() => viewOf(page).asOf).toBe("2026-08-14");
    await expect.poll(() => page.locator(".data-table").innerText()).toContain("备案");
    expect(await page.locator(".data-table").innerText()).not.toContain("提前报送信息");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "导出 CSV" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toContain("按 2026-08-14 的法律与有效期判断");
    await page.getByRole("button", { name: "看 2026-08-15" }).click();
    await expect.poll(() => page.locator(".data-table").innerText()).toContain("提前报送信息");
    await page.locator("tr", { hasText: "提前报送信息" }).first().locator(".cell-button").click();
    await expect.poll(() => page.locator(".day-note").innerText()).toContain("按 2026-08-15 的法律");
    await page.locator(".day-note").getByRole("button", { name: "改回今天" }).click();
    await expect.poll(() => viewOf(page).asOf).toBeNull();
    await expect.poll(() => page.locator(".day-note").innerText()).toContain("按今天");
  });

  it("that is none stays in the field with what a day looks like, and changes nothing", async () => {
    await using here = await open("?tab=table&kind=candidates&lang=en");
    const { page } = here;
    await settled(page);
    const field = page.getByRole("textbox", { name: "By the law of" });
    await field.fill("2026-02-30");
    await field.press("Enter");
    expect(await page.getByRole("alert").innerText()).toContain("expected a day from 2000 to 2049");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect([await field.inputValue(), viewOf(page).asOf]).toEqual(["2026-02-30", null]);
  });
});

describe("a candidate", () => {
  it("shows each gate with verdict, reason, article, dates and check of the law", async () => {
    const { id, from, to } = await filedCandidate();
    await using here = await open(`?asOf=2026-08-14&sel=candidate~${from}~${to}~${id}`);
    const { page } = here;
    const table = page.getByRole("table", { name: "门槛" });
    await table.waitFor();
    const row = await table.getByRole("row", { name: /跨省转移手续/ }).innerText();
    expect(row).toMatch(/未知|通过|受阻/);
    expect(row).toMatch(/固体废物污染环境防治法.*§22.*2020-09-01 起施行，\d{4}-\d\d-\d\d 核对/s);
    await picture(page, "candidate-gates-zh");
  });
});

describe("why not", () => {
  it("is asked by searching three things, and answers with one first cause and its records", async () => {
    await using here = await open("?tab=table&kind=candidates");
    const { page } = here;
    await settled(page);
    await page.getByRole("link", { name: "为什么没有某条链接？" }).click();
    for (const [label, text, option] of [
      ["供方企业", "虹洋热电", /虹洋热电/],
      ["需方企业", "费县纸面石膏板", /费县纸面石膏板/],
      ["资源", "SW02", /粉煤灰/],
    ] as const) {
      await page.getByRole("combobox", { name: label }).fill(text);
      await page.getByRole("option", { name: option }).first().click();
    }
    await page.getByRole("heading", { name: "首要原因" }).waitFor();
    const { selection } = viewOf(page);
    expect(selection).toMatchObject({ kind: "why-not", code: "SW02" });
    const panel = await page.locator(".panel").innerText();
    expect(panel).toMatch(/怎样会变/);
    expect(panel).toMatch(/依据的记录/);
    await page.reload();
    await page.getByRole("heading", { name: "首要原因" }).waitFor();
    expect(viewOf(page).selection).toEqual(selection);
    expect(await axeProblems(page)).toEqual([]);
    expect(here.complaints).toEqual([]);
    await picture(page, "why-not-zh");
  });
});

describe("a park without candidates", () => {
  it("says why and which records would help it most", async () => {
    await using here = await open("?sel=park:sd-juye-chem");
    const { helpful } = await ask("place=park:sd-juye-chem");
    if (helpful === null) throw new Error("the park has candidates");
    const note = here.page.locator(".note-empty", { hasText: "补上这些记录最有用" });
    await note.waitFor();
    expect(await note.innerText()).toContain(helpful.why.zh);
    expect(await note.getByRole("listitem").allInnerTexts()).toEqual(helpful.records.map(({ zh }) => zh));
  });
});

describe("people who use no mouse or see no colour", () => {
  it.each(["zh-CN", "en"])("meet no violation on list and panel in %s", async (language) => {
    await using here = await open(`?tab=table&kind=candidates&asOf=2026-08-14&lang=${language}`);
    const { page } = here;
    await settled(page);
    await page.locator(".cell-button").first().press("Enter");
    await page.locator(".gate-table").waitFor();
    await settled(page);
    expect(await axeProblems(page)).toEqual([]);
    expect(here.complaints).toEqual([]);
  });
});
