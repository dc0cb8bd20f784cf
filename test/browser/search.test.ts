import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readQuery } from "#client/model/query-text.ts";
import { readAddress } from "#client/model/view/view-state.ts";
import { openProduct, picture, settled, visit, type Product } from "./product-page.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const open = (query = "") => visit(product.browser, `${product.url}/${query}`);
const selectionOf = (page: Page) => readAddress(readQuery(new URL(page.url()).search)).view.selection;
const box = (page: Page) => page.getByRole("combobox");
const list = (page: Page) => page.locator(".search-popover");
const focused = (page: Page) => page.locator(":focus");

/** The list stands and shows answers to what is typed. */
async function type(page: Page, text: string): Promise<void> {
  await box(page).click();
  await box(page).pressSequentially(text);
  await list(page).getByRole("option").first().waitFor();
}

/** Enter as browsers report it that do not tell of a composition: the key of the input method. */
async function pressEnterWhileComposing(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const kind of ["rawKeyDown", "keyUp"] as const)
    await devtools.send("Input.dispatchKeyEvent", {
      type: kind,
      key: "Enter",
      code: "Enter",
      windowsVirtualKeyCode: 229,
    });
}

describe("the search box", () => {
  it.each(["Enter", "mouse"])(
    "opens a material by %s, closes its list and hands the focus on",
    async (way) => {
      await using here = await open();
      const { page } = here;
      await settled(page);
      await type(page, "副产盐酸");
      const option = list(page).getByRole("option", { name: "副产盐酸" }).first();
      await option.waitFor();
      if (way === "mouse") await option.click();
      else await page.keyboard.press("Enter");
      await expect.poll(() => selectionOf(page)).toEqual({ kind: "material", id: "副产盐酸" });
      await expect.poll(() => focused(page).innerText()).toBe("副产盐酸");
      expect(await list(page).count()).toBe(0);
      expect(await box(page).inputValue()).toBe("");
      expect(here.complaints).toEqual([]);
      await picture(page, "material-zh");
    },
  );

  it("opens what is open already once more, and the focus goes there", async () => {
    await using here = await open("?sel=material~SW10");
    const { page } = here;
    await settled(page);
    await type(page, "SW10");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page).innerText()).toBe("磷石膏");
    expect(await list(page).count()).toBe(0);
  });

  it("takes nothing for an Enter that belongs to the input method, and the first answer for the next", async () => {
    await using here = await open();
    const { page } = here;
    await settled(page);
    await type(page, "磷石膏");
    await pressEnterWhileComposing(page);
    // Were it taken, the selection would stand in the address before the next key is answered.
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => box(page).getAttribute("aria-activedescendant")).not.toBeNull();
    expect(selectionOf(page)).toBeNull();
    await pressEnterWhileComposing(page);
    expect(await list(page).count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => selectionOf(page)).toMatchObject({ kind: "material" });
  });

  it("gives Escape its order: the list, the text, the way back", async () => {
    await using here = await open();
    const { page } = here;
    await settled(page);
    await page.getByRole("application").focus();
    await page.keyboard.press("/");
    await type(page, "青岛");
    await page.keyboard.press("Escape");
    await expect.poll(() => list(page).count()).toBe(0);
    expect(await box(page).inputValue()).toBe("青岛");
    await page.keyboard.press("Escape");
    await expect.poll(() => box(page).inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".stage-canvas:focus").count()).toBe(1);
  });

  it("says so where nothing is found, and closes when the text goes", async () => {
    await using here = await open("?lang=en");
    const { page } = here;
    await settled(page);
    await box(page).fill("qqqqqq");
    await expect.poll(() => list(page).innerText()).toContain('Nothing found for "qqqqqq"');
    await box(page).fill("");
    await expect.poll(() => list(page).count()).toBe(0);
  });
});
