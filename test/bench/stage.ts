import { syntheticWeb } from "#test/browser/stage-data.ts";
import { openStagePage } from "#test/browser/stage-page.ts";
import type { BenchRow } from "./bench-row.ts";

const parks = 300;
const corridors = 3000;
const frames = 60;
const budgetMs = 8;

/** Pans a stage of 300 parks and 3,000 corridors in a real Chromium and times the script of each frame. */
export async function run(): Promise<readonly BenchRow[]> {
  await using stage = await openStagePage({ width: 1280, height: 800 });
  await stage.call("setData", syntheticWeb(parks, corridors));
  await stage.call("mount", { locale: "zh", reducedMotion: true });
  await stage.call("show", { limit: corridors });
  await stage.call("panFrames", 10);
  const times = (await stage.call<number[]>("panFrames", frames)).sort((left, right) => left - right);
  const slow = times[Math.floor(frames * 0.95)] ?? Number.NaN;
  return [
    {
      name: "stage script a pan frame, ms, 19 of 20 frames",
      ours: `${parks} parks, ${corridors} corridors`,
      peer: `budget ${budgetMs} ms`,
      oursMs: slow,
      peerMs: null,
      value: slow,
      goal: { atMost: budgetMs },
    },
  ];
}
