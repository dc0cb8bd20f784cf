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

const open = (query = "", size = {}) => visit(product.browser, `${product.url}/${query}`, size);

describe("every screen, in both languages", () => {
  const screens = [
    ["map", ""],
    ["graph", "tab=graph"],
    ["parks", "tab=table"],
    ["corridors", "tab=table&kind=corridors"],
    ["exchanges", "tab=table&kind=exchanges"],
    ["listings", "tab=table&kind=listings"],
    ["candidates", "tab=table&kind=candidates"],
    ["metrics", "tab=table&kind=metrics"],
    ["flow-matrix", "tab=table&kind=metrics&metric=network.provinceFlow&layer=water"],
    ["place", "sel=park:js-chem-lyg-petro"],
    ["city", "sel=city:320400"],
    ["corridor", "sel=corridor~county:371521~park:sd-yanggu-xiangguang~water"],
    ["enterprise", "sel=enterprise~park:js-chem-lyg-petro~js-xuwei-base"],
    ["overlay", "cand=yes"],
  ] as const;

  it.each(screens)("%s is free of accessibility faults and complaints", async (name, query) => {
    for (const language of languagesOf(screens.findIndex(([screen]) => screen === name))) {
      await using here = await open(`?${query}&lang=${language}`);
      await settled(here.page);
      expect(await axeProblems(here.page), `${name} ${language}`).toEqual([]);
      expect(here.complaints, `${name} ${language}`).toEqual([]);
      await picture(here.page, `${name}-${language === "en" ? "en" : "zh"}`);
    }
  });

  it.each(["", "sel=park:js-sip", "tab=table"])(
    "scrolls one way only at 400 percent zoom: '%s'",
    async (query) => {
      await using here = await open(`?${query}`, { width: 320, height: 256 });
      await settled(here.page);
      const overflow = await here.page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    },
  );
});
