import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProduct, settled, visit, type Product } from "./product-page.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const open = (query: string) => visit(product.browser, `${product.url}/?${query}`);

describe("an address that names what the data does not hold", () => {
  it.each([
    ["park:moonlight", "找不到这个地点"],
    ["enterprise~park:js-sip~moonlight", "找不到这家企业"],
    ["material~月光", "找不到这种物料"],
    ["candidate~park:js-sip~park:js-sip~a~b~SW02", "找不到这条候选链接"],
  ])("%s says so, and points to the search instead of another try", async (sel, title) => {
    await using here = await open(`sel=${sel}`);
    const { page } = here;
    await settled(page);
    await expect.poll(() => page.locator("#panel-title").innerText()).toBe(title);
    expect(await page.locator(".panel").innerText()).toMatch(/搜索框|重新选择/);
    expect(await page.locator(".panel").getByRole("button", { name: "重试" }).count()).toBe(0);
  });
});

describe("a city that is found without a place of its own", () => {
  it("opens the parks of that city", async () => {
    const { items: places } = (await (await fetch(`${product.url}/api/places`)).json()) as {
      items: { id: string }[];
    };
    const { cities } = (await (await fetch(`${product.url}/api/meta`)).json()) as {
      cities: { code: string; nameZh: string }[];
    };
    const city = cities.find(({ code }) => !places.some(({ id }) => id === `city:${code}`));
    if (city === undefined)
      throw new Error("every city has a place of its own: this test needs another case");
    await using here = await open("");
    const { page } = here;
    await settled(page);
    await page.getByRole("combobox").fill(city.nameZh);
    const group = page.getByRole("group", { name: "城市" });
    await group.getByRole("option", { name: city.nameZh }).click();
    await page.locator(".data-table").waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("city")).toBe(city.code);
  });
});
