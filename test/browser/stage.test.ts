import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { toMap } from "#client/model/map/mercator.ts";
import type { StageEdge, StageNode } from "#client/model/drawing/stage-spec.ts";
import { colours } from "#client/model/tokens.ts";
import { corridor, place, syntheticWeb } from "./stage-data.ts";
import { openStagePage, type StagePage } from "./stage-page.ts";

vi.setConfig({ testTimeout: 120_000 });

const size = { width: 720, height: 560 };
const jinan = place("park:J", 117, 36.6, 9);
const qingdao = place("park:Q", 120.2, 36.2, 4);
const nanjing = place("park:N", 118.8, 32.1, 1);
const quiet = place("park:R", 118.3, 34.4);
const places = [jinan, qingdao, nanjing, quiet, place("outside:34", null, null, 1)];
const corridors = [
  corridor(jinan.id, qingdao.id, "material", 4),
  corridor(qingdao.id, jinan.id, "energy"),
  corridor(nanjing.id, "outside:34"),
];

let stage: StagePage;
const heard: [name: string, value: unknown][] = [];
const still = { locale: "zh", reducedMotion: true } as const;

beforeAll(async () => {
  stage = await openStagePage(size);
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

async function mountWeb(web: object = { places, corridors }, options: object = still): Promise<void> {
  await stage.call("setData", web);
  await stage.call("mount", options);
  await stage.call("show", {});
  await stage.call("stage.redraw");
  await stage.call("events");
  heard.length = 0;
}

const position = (id: string) => stage.call<{ x: number; y: number }>("stage.screenPosition", id);
const events = () => stage.call<[name: string, value: unknown][]>("events");
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** How far the base map's colour within 1 px of a place is from the shore line's, 0 to 255. */
async function gapToShore(id: string): Promise<number> {
  const shore = rgb(colours.shore);
  await stage.call("stage.redraw");
  const { x, y } = await position(id);
  const near = await stage.call<string[]>("basemapColours", Math.floor(x), Math.floor(y), 1);
  const gaps = near.map((text) =>
    Math.max(...text.split(",").map((part, index) => Math.abs(Number(part) - (shore[index] ?? 0)))),
  );
  return Math.min(...gaps);
}

async function clickOn(x: number, y: number): Promise<void> {
  await stage.page.mouse.click(x, y);
  // Sigma waits this long to tell a click from the first half of a double click.
  await stage.page.waitForTimeout(400);
}

/** What the stage said of this name last; undefined where it has not spoken. */
async function lastEvent(name: string): Promise<unknown> {
  heard.push(...(await events()));
  return heard.findLast(([event]) => event === name)?.[1];
}

/** The oldest event of a kind that no one has asked for yet; waits for it. */
async function firstEvent(name: string): Promise<unknown> {
  for (let round = 0; round < 1200; round += 1) {
    heard.push(...(await events()));
    const place = heard.findIndex(([event]) => event === name);
    const [found] = place === -1 ? [] : heard.splice(place, 1);
    if (found !== undefined) return found[1];
    await stage.page.waitForTimeout(50);
  }
  throw new Error(`the stage never said "${name}"`);
}

describe("stage in a real browser", () => {
  beforeEach(() => mountWeb());

  it("marks, lines, base map and names leave ink when a web is shown", async () => {
    await expect.poll(() => stage.call<number>("inkOf", "nodes")).toBeGreaterThan(0.0005);
    await expect.poll(() => stage.call<number>("inkOf", "edges")).toBeGreaterThan(0.001);
    await expect.poll(() => stage.call<number>("inkOf", "basemap")).toBe(1);
    await expect.poll(() => stage.call<number>("inkOf", "labels")).toBeGreaterThan(0.005);
    expect(await stage.call<string[]>("stage.shownNames")).toContain("city|370100");
  });

  it("the coast lies where Sigma puts its points, within 1 px, when the view is zoomed and panned", async () => {
    const file = new URL("../../client/basemap/basemap.geojson", import.meta.url);
    const { features } = JSON.parse(await readFile(file, "utf8"));
    const rings: [number, number][][][] = features[0].geometry.coordinates;
    const coast = rings.flat(2).filter(([lon, lat]) => lon > 119.5 && lon < 121 && lat > 34.2 && lat < 36.4);
    const points = coast.filter((_, index) => index % 20 === 0);
    expect(points.length).toBeGreaterThan(5);
    for (const ratio of [1, 0.43, 0.11]) {
      for (const [lon, lat] of points) {
        const point = toMap({ lon, lat });
        await stage.call("setData", { places: [place("park:C", lon, lat)], corridors: [] });
        await stage.call("show", {});
        await stage.call("stage.setCamera", { x: point.x + 0.3 * ratio, y: point.y - 0.2 * ratio, ratio });
        // The base map comes from its own file, maybe after the first frames: ask until it is there.
        // The line is under 1 px wide, so its colour is mixed with land and water.
        await expect
          .poll(() => gapToShore("park:C"), { message: `${lon},${lat} at ${ratio}` })
          .toBeLessThan(30);
      }
    }
  });

  it("nothing of a page's graphics stays alive when the stage is mounted and killed twenty times", async () => {
    for (let round = 0; round < 20; round += 1) {
      await mountWeb();
      await stage.call("kill");
    }
    expect(await stage.call<number>("liveContexts")).toBe(0);
    await mountWeb();
    expect(await stage.call<number>("liveContexts")).toBeLessThanOrEqual(3);
    expect(await stage.call<number>("inkOf", "nodes")).toBeGreaterThan(0.0005);
  });

  it("camera and selection are back when a graphics context is lost", async () => {
    await stage.call("show", { selection: { kind: "place", placeId: jinan.id }, depth: 1 });
    await stage.call("stage.setCamera", { x: 117.5, y: 39.5, ratio: 0.4 });
    await stage.call("stage.redraw");
    const before = await position(jinan.id);
    await events();
    await stage.call("loseContext", "nodes");
    await firstEvent("lost");
    await firstEvent("restored");
    const after = await position(jinan.id);
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(0.01);
    expect(await stage.call<number>("inkOf", "nodes")).toBeGreaterThan(0.0005);
    expect(await stage.call<string[]>("stage.shownNames")).toContain(`mark|${jinan.id}`);
  });

  it("only the park, its lines and its neighbours are refreshed when it is hovered in a web of 3,000 lines", async () => {
    await mountWeb(syntheticWeb(300, 3000));
    await stage.call("show", { limit: 3000 });
    await stage.call("stage.redraw");
    const edges = await stage.call<StageEdge[]>("specEdges");
    expect(edges.length).toBe(3000);
    const nodes = await stage.call<StageNode[]>("specNodes");
    const id = nodes[0]?.id ?? "";
    const lines = edges.filter((edge) => edge.from === id || edge.to === id);
    const neighbours = new Set(lines.flatMap((edge) => [edge.from, edge.to]));
    const { x, y } = await position(id);
    await stage.page.mouse.move(x, y);
    expect(await firstEvent("hover")).toEqual({ kind: "place", placeId: id });
    expect(await stage.call<number>("stage.lastRefreshed")).toBe(lines.length + neighbours.size);
    expect(await stage.call<number>("readbacks")).toBe(0);
    await stage.page.mouse.move(2, 2);
  });

  it("a click selects, a click on the selected or on nothing clears, a drag does neither", async () => {
    const { x, y } = await position(jinan.id);
    await clickOn(x, y);
    expect(await firstEvent("select")).toEqual({ kind: "place", placeId: jinan.id });
    await stage.call("show", { selection: { kind: "place", placeId: jinan.id } });
    await clickOn(x, y);
    expect(await firstEvent("select")).toBe(null);
    await clickOn(size.width - 20, size.height - 20);
    expect(await firstEvent("select")).toBe(null);
    await stage.page.mouse.move(x, y);
    await stage.page.mouse.down();
    await stage.page.mouse.move(x + 40, y + 30, { steps: 3 });
    await stage.page.mouse.up();
    await stage.page.waitForTimeout(500);
    expect([...heard, ...(await events())].filter(([name]) => name === "select")).toEqual([]);
  });

  it("a line is selected when it is clicked off its marks, and opposite lines are told apart", async () => {
    const [from, to] = [await position(jinan.id), await position(qingdao.id)];
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const bow = { x: (to.y - from.y) * 0.08, y: (from.x - to.x) * 0.08 };
    await clickOn(middle.x + bow.x, middle.y + bow.y);
    expect(await firstEvent("select")).toEqual({
      kind: "corridor",
      from: jinan.id,
      to: qingdao.id,
      layer: "material",
    });
    await clickOn(middle.x - bow.x, middle.y - bow.y);
    expect(await firstEvent("select")).toEqual({
      kind: "corridor",
      from: qingdao.id,
      to: jinan.id,
      layer: "energy",
    });
  });

  it("a double click opens the park and does not zoom", async () => {
    const { x, y } = await position(nanjing.id);
    const before = await stage.call<{ ratio: number }>("stage.camera");
    await stage.page.mouse.dblclick(x, y);
    expect(await firstEvent("open")).toBe(nanjing.id);
    await stage.page.waitForTimeout(300);
    expect((await stage.call<{ ratio: number }>("stage.camera")).ratio).toBe(before.ratio);
  });

  it("marks return to exactly the same points when the relation view is shown and left", async () => {
    const before = await position(qingdao.id);
    await stage.call("stage.setMode", "force");
    await stage.call("stage.redraw");
    const apart = await position(qingdao.id);
    expect(Math.hypot(apart.x - before.x, apart.y - before.y)).toBeGreaterThan(20);
    await stage.call("stage.setMode", "map");
    await stage.call("stage.redraw");
    expect(await position(qingdao.id)).toEqual(before);
  });

  it("the camera that is set is the camera that is read", async () => {
    await stage.call("stage.setCamera", { x: 119, y: 38, ratio: 0.25 });
    const camera = await stage.call<{ x: number; y: number; ratio: number }>("stage.camera");
    expect(camera.x).toBeCloseTo(119, 6);
    expect(camera.y).toBeCloseTo(38, 6);
    expect(camera.ratio).toBe(0.25);
    // The camera of the view before may still be told first.
    await expect.poll(() => lastEvent("camera")).toEqual(camera);
  });

  it("the arrow keys' walk leads east from Jinan to Qingdao and nowhere further", async () => {
    expect(await stage.call<string>("stage.walk", jinan.id, "right")).toBe(qingdao.id);
    expect(await stage.call<string | null>("stage.walk", null, "right")).toBe(jinan.id);
    expect(await stage.call<string>("stage.walk", nanjing.id, "up")).toBe(quiet.id);
  });

  it("two different characters give different pictures when the browser has no Chinese font of its own", async () => {
    const pictures: string[] = [];
    for (const name of ["国", "园"]) {
      await mountWeb({ places: [{ ...jinan, nameZh: name }], corridors: [] });
      await stage.call("stage.setMode", "force");
      await stage.call("stage.redraw");
      await stage.page.evaluate("document.fonts.ready.then(() => {})");
      await stage.call("stage.redraw");
      const { x, y } = await position(jinan.id);
      const shot = await stage.page.screenshot({ clip: { x: x + 10, y: y - 30, width: 40, height: 50 } });
      pictures.push(shot.toString("base64"));
    }
    expect(pictures[0]).not.toBe(pictures[1]);
  });

  it("all that is drawn, and what is brought into view, stands beside what covers the stage", async () => {
    const covers = [{ left: 0, top: 260, right: 300, bottom: size.height }];
    await stage.call("stage.setCovered", covers);
    await stage.call("stage.redraw");
    const isFree = ({ x, y }: { x: number; y: number }) =>
      x > 0 && y > 0 && x < size.width && y < size.height && (x > 300 || y < 260);
    const spots = await Promise.all([jinan, qingdao, nanjing, quiet].map(({ id }) => position(id)));
    expect(spots.filter((spot) => !isFree(spot))).toEqual([]);
    await stage.call("stage.focus", [jinan.id, qingdao.id]);
    await stage.call("stage.redraw");
    const [one, other] = [await position(jinan.id), await position(qingdao.id)];
    expect([isFree(one), isFree(other)]).toEqual([true, true]);
    expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(150);
    expect(await stage.call<boolean>("stage.shows", [jinan.id, qingdao.id])).toBe(true);
    await stage.call("stage.goHome");
    expect(await stage.call<boolean>("stage.shows", [nanjing.id])).toBe(true);
  });

  it("the exported picture holds title, map, lines, legend and credits", async () => {
    const text = {
      title: "山东—江苏园区共生网",
      head: ["2 条通道", "筛选: 运行中"],
      legend: [{ swatch: { kind: "line", colour: colours.material, dash: [] }, text: "物质 t/a" }],
      foot: ["Made with Natural Earth", "http://localhost/"],
    };
    const png = Buffer.from(await stage.call<number[]>("snapshot", text));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    // Sharp on paper: two device pixels a CSS pixel where the screen itself has one.
    expect(png.readUInt32BE(16)).toBe(2 * size.width);
    expect(png.readUInt32BE(20)).toBeGreaterThan(2 * (size.height + 80));
    expect(png.length).toBeGreaterThan(20_000);
  });

  it("the browser is found unfit when it gives no graphics", async () => {
    const page = await stage.browser.newPage();
    await page.addInitScript("HTMLCanvasElement.prototype.getContext = () => null;");
    await page.goto(stage.page.url());
    await page.waitForFunction("globalThis.harness !== undefined", null, { polling: 50 });
    expect(await page.evaluate("harness.isSupported()")).toBe(false);
    expect(await stage.call<boolean>("isSupported")).toBe(true);
    await page.close();
  });
});
