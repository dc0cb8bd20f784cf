import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freeFrame } from "#client/model/map/fit.ts";
import { readQuery } from "#client/model/query-text.ts";
import { readAddress } from "#client/model/view/view-state.ts";
import { frameShown, openProduct, picture, settled, visit, type Product } from "./product-page.ts";
import { isLongRun, languagesOf } from "#test/support/long-run.ts";

let product: Product;

beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product[Symbol.asyncDispose]();
});

const open = (query = "", size = {}) => visit(product.browser, `${product.url}/${query}`, size);
const viewOf = (page: Page) => readAddress(readQuery(new URL(page.url()).search)).view;
const headText = (page: Page) => page.locator(".stage-head").innerText();
const exchangesOf = async (query: string) => {
  const answer = await fetch(`${product.url}/api/exchanges?${query}`);
  return ((await answer.json()) as { total: number }).total;
};

/** The part of the stage that legend and buttons leave free, in the page. */
async function freePart(page: Page) {
  const box = await page.locator(".stage-canvas").boundingBox();
  if (box === null) throw new Error("there is no stage");
  const boxes = await Promise.all(
    [".legend", ".stage-controls"].map((part) => page.locator(part).boundingBox()),
  );
  const covered = boxes
    .filter((part) => part !== null)
    .map(({ x, y, width, height }) => {
      const [left, top] = [x - box.x, y - box.y];
      return { left, top, right: left + width, bottom: top + height };
    });
  return { box, frame: freeFrame({ ...box, covered }) };
}

describe("the sentence over the map", () => {
  it("counts lines and what cannot be drawn, and leads to the list of it", async () => {
    await using here = await open();
    const { page } = here;
    await settled(page);
    const [, one, both] =
      /另有 (\d+) 条交换一端地点不详，(\d+) 条两端均不详/.exec(await headText(page)) ?? [];
    expect(Number(one) + Number(both)).toBe(await exchangesOf("ends=unknown"));
    await page.locator(".stage-head a").click();
    await expect.poll(() => viewOf(page).selection).toEqual({ kind: "unknown-ends", placeId: null });
    await page.locator(".fact").first().waitFor();
    expect(await page.locator("#panel-title").innerText()).toContain(String(Number(one) + Number(both)));
    expect(here.complaints).toEqual([]);
  });

  it("follows the filter and is said in English too", async () => {
    await using here = await open("?layer=water&lang=en");
    await settled(here.page);
    const [, one, both] =
      /(\d+) more exchanges? with one end not known, (\d+) with neither/.exec(await headText(here.page)) ??
      [];
    expect(Number(one) + Number(both)).toBe(await exchangesOf("ends=unknown&layer=water"));
  });
});

describe("the legend", () => {
  it("folds, and stays folded on this device", async () => {
    await using here = await open();
    const { page } = here;
    await settled(page);
    await page.locator(".legend-marks").waitFor();
    await page.getByRole("button", { name: "图例" }).click();
    await page.locator(".legend-marks").waitFor({ state: "detached" });
    await page.reload();
    await settled(page);
    expect(await page.locator(".legend-marks").count()).toBe(0);
    expect(await page.getByRole("button", { name: "图例" }).getAttribute("aria-expanded")).toBe("false");
  });

  it("is at hand on a phone, under the picture instead of over it", async () => {
    await using here = await open("", { width: 390, height: 844 });
    const { page } = here;
    await settled(page);
    await page.getByRole("button", { name: "图例" }).click();
    const { box } = await freePart(page);
    const legend = await page.locator(".legend").boundingBox();
    expect(legend?.y).toBeGreaterThanOrEqual(box.y + box.height - 1);
    await picture(page, "map-phone-zh");
  });

  it("gives width by flow with its unit where one layer is shown", async () => {
    await using here = await open("?layer=material");
    await settled(here.page);
    expect(await here.page.locator(".legend").innerText()).toMatch(/线宽 = 流量[^]*t\/a/);
  });
});

describe("what is chosen", () => {
  it("in a table comes into view on the map, and Back gives the view before", async () => {
    await using here = await open("?tab=table&kind=candidates");
    const { page } = here;
    await settled(page);
    await page.locator("tbody .cell-button").first().click();
    await expect.poll(() => viewOf(page).selection?.kind).toBe("candidate");
    await page.getByRole("link", { name: "地图", exact: true }).click();
    await settled(page);
    // The camera has left the whole region for the two ends.
    await expect.poll(() => viewOf(page).camera).not.toBeNull();
    expect(viewOf(page).camera?.ratio).toBeLessThan(0.9);
    await page.goBack();
    await expect.poll(() => viewOf(page).tab).toBe("table");
  });

  it("in the search stands in the middle of what nothing covers; its note stays inside and goes with a click", async () => {
    await using here = await open();
    const { page } = here;
    await settled(page);
    await page.getByRole("combobox").fill("连云港石化");
    await page.getByRole("combobox").press("Enter");
    await expect.poll(() => viewOf(page).camera).not.toBeNull();
    const { box, frame } = await freePart(page);
    const middle = { x: box.x + (frame.left + frame.right) / 2, y: box.y + (frame.top + frame.bottom) / 2 };
    await page.mouse.move(middle.x - 60, middle.y - 60);
    await page.mouse.move(middle.x, middle.y, { steps: 4 });
    await page.locator(".hover-note").waitFor();
    expect(await page.locator(".hover-note").innerText()).toContain("连云港石化产业基地");
    const note = await page.locator(".hover-note").boundingBox();
    expect(note?.x).toBeGreaterThanOrEqual(box.x);
    expect((note?.x ?? 0) + (note?.width ?? 0)).toBeLessThanOrEqual(box.x + box.width);
    await page.mouse.click(middle.x, middle.y);
    await page.locator(".hover-note").waitFor({ state: "detached" });
    await expect.poll(() => viewOf(page).selection).toBeNull();
  });

  it("has its steps on buttons, in both views", async () => {
    await using here = await open("?tab=graph&sel=park:js-chem-lyg-petro");
    const { page } = here;
    await settled(page);
    await page.getByRole("button", { name: "2 步" }).click();
    await expect.poll(() => viewOf(page).depth).toBe(2);
    expect(await page.getByRole("button", { name: "2 步" }).getAttribute("aria-pressed")).toBe("true");
  });
});

describe("the relation view", () => {
  it("counts the parks without an exchange and shows them on demand", async () => {
    await using here = await open("?tab=graph");
    const { page } = here;
    await settled(page);
    expect(await page.locator(".legend").innerText()).not.toContain("无记录");
    await page.locator(".stage-head a").filter({ hasText: "没有交换" }).click();
    await expect.poll(() => viewOf(page).quietParks).toBe(true);
    await expect.poll(() => page.locator(".legend").innerText()).toContain("无记录");
    await picture(page, "graph-quiet-zh");
  });
});

describe("paper and pictures", () => {
  it.each(["", "?tab=graph&lang=en"])(
    "carry the picture twice as sharp as the screen: '%s'",
    async (query) => {
      await using here = await open(query);
      const { page } = here;
      await settled(page);
      const { box } = await freePart(page);
      await page.locator(".export button").first().click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: "PNG" }).click(),
      ]);
      const png = await readFile(await file.path());
      expect(png.readUInt32BE(16)).toBe(2 * Math.round(box.width));
      // As in a browser: the page is told before its layout becomes that of paper.
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      const sheet = page.locator(".paper-sheet");
      await expect
        .poll(() => sheet.evaluate(({ width }: { width: number }) => width))
        .toBe(png.readUInt32BE(16));
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => sheet.isVisible()).toBe(true);
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      await expect.poll(() => sheet.count()).toBe(0);
    },
  );

  it.each(["", "tab=graph"])("a print told of twice is one picture: '%s'", async (query) => {
    await using here = await open(`?${query}`);
    await settled(here.page);
    await here.page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await here.page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await here.page.locator(".paper-sheet").count()).toBe(1);
  });

  it.each(
    languagesOf(1).flatMap((language) =>
      ["parks", "exchanges", "listings", "candidates"].map((kind) => [kind, language] as const),
    ),
  )("no column of a printed table of %s breaks its words or numbers, in %s", async (kind, language) => {
    await using here = await open(`?tab=table&kind=${kind}&lang=${language}`);
    const { page } = here;
    await settled(page);
    // A4 across, its margins off.
    await page.setViewportSize({ width: 1031, height: 720 });
    await page.emulateMedia({ media: "print" });
    await frameShown(page);
    const [table, sheet, broken] = await page.evaluate<[number, number, string[]]>(`(() => {
      const range = document.createRange();
      const broken = [];
      for (const cell of document.querySelectorAll(".data-table th, .data-table td"))
        for (const text of (function* walk(node) {
          if (node.nodeType === 3) yield node;
          for (const child of node.childNodes) yield* walk(child);
        })(cell))
          for (const { 0: word, index } of text.data.matchAll(/[A-Za-z0-9]{2,14}/g)) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) broken.push(word);
          }
      return [document.querySelector(".data-table").scrollWidth, document.documentElement.clientWidth, broken];
    })()`);
    expect(broken).toEqual([]);
    expect(table).toBeLessThanOrEqual(sheet);
  });

  it("a printed table says its filter and its address, and is not wider than the sheet", async () => {
    await using here = await open("?tab=table&kind=corridors&layer=water");
    const { page } = here;
    await settled(page);
    await page.setViewportSize({ width: 1020, height: 720 });
    await page.emulateMedia({ media: "print" });
    await frameShown(page);
    const note = await page.locator(".paper-note").innerText();
    expect(note).toContain("层：水");
    expect(note).toContain(`${product.url}/?tab=table&kind=corridors&layer=water`);
    const widths = await page.evaluate<number[]>(
      "[document.querySelector('.data-table').scrollWidth, document.documentElement.clientWidth]",
    );
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  });
});

describe("every width", () => {
  const widths = isLongRun ? [320, 390, 768, 1000, 1020, 1280, 1920] : [390, 1020, 1280];

  const queries = ["", "?tab=table&kind=corridors&lang=en", "?tab=graph&sel=park:js-sip&lang=en"];
  const cases = widths.flatMap((width) => queries.map((query) => [width, query] as const));

  it.each(cases)("%s px: nothing hangs over, picture or table takes its room: '%s'", async (width, query) => {
    await using here = await open(query, { width, height: 800 });
    await settled(here.page);
    const [over, centre = 0, bar] = await here.page.evaluate<number[]>(`[
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      document.querySelector(".center").clientWidth,
      document.querySelector(".bar").clientHeight,
    ]`);
    expect(over).toBe(0);
    expect(centre).toBeGreaterThanOrEqual(width <= 1020 ? width - 20 : width - 680);
    // One row while there is room for it, a few on a phone.
    expect(bar).toBeLessThan(width > 1020 ? 60 : 180);
  });
});
