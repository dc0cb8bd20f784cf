import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languagesOf } from "#test/support/long-run.ts";
import { axeProblems, openProduct, picture, settled, visit, type Product } from "./product-page.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const open = (query: string, size = {}) => visit(product.browser, `${product.url}/?${query}`, size);

describe("the page of a material", () => {
  it("counts what the filter hides and lets it in with one click", async () => {
    await using here = await open("sel=material~SW10");
    const { page } = here;
    await settled(page);
    const panel = page.locator(".panel");
    await panel.locator(".left-out-sum").waitFor();
    expect(await panel.locator(".left-out-sum").innerText()).toMatch(/^显示 0 \/ [1-9]\d* 条交换$/);
    await panel.getByRole("button", { name: "全部显示" }).click();
    await expect.poll(() => panel.locator(".left-out-sum").innerText()).toMatch(/^显示 ([1-9]\d*) \/ \1 /);
    await expect.poll(() => panel.locator(".fact").filter({ hasText: "鲁北" }).count()).toBeGreaterThan(0);
  });

  it("is reached from the name of a resource on an exchange", async () => {
    await using here = await open("sel=corridor~county:371521~park:sd-yanggu-xiangguang~water");
    const { page } = here;
    await page.locator(".fact strong a").first().click();
    await expect.poll(() => page.locator(".panel .kicker").innerText()).toBe("物料");
    expect(new URL(page.url()).searchParams.get("sel")).toMatch(/^material~/);
  });

  it("says what to do where nobody offers, and where the material is not known at all", async () => {
    await using here = await open("sel=material~副产盐酸&lang=en");
    const note = here.page.locator(".note-empty").filter({ hasText: "No enterprise offers it." });
    expect(await note.innerText()).toBe(
      "No enterprise offers it. The suppliers of the exchanges below can be asked.",
    );
    await using stranger = await open("sel=material~月光");
    await expect
      .poll(() => stranger.page.locator(".panel").innerText())
      .toMatch(/找不到这种物料[\s\S]*月光[\s\S]*搜索框/);
  });

  const screens = [
    ["material~WA10", 1280],
    ["material~副产盐酸", 390],
  ] as const;

  it.each(screens)("%s is free of accessibility faults and complaints at %i px", async (sel, width) => {
    for (const language of languagesOf(screens.findIndex(([screen]) => screen === sel))) {
      await using here = await open(`sel=${sel}&lang=${language}`, { width, height: 844 });
      await settled(here.page);
      expect(await axeProblems(here.page)).toEqual([]);
      expect(here.complaints).toEqual([]);
      await picture(here.page, `material-${width}-${language}`);
    }
  });
});
