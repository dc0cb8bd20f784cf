import { syntheticWeb } from "#test/browser/stage-data.ts";
import { openStagePage } from "#test/browser/stage-page.ts";

/** One line of the bench report. */
export interface StageBench {
  readonly parks: number;
  readonly corridors: number;
  /** Script time of a pan frame, ms. */
  readonly median: number;
  readonly worstOf95: number;
  readonly budget: number;
  /** Median over budget: below 1 is good. */
  readonly ratio: number;
}

const parks = 300;
const corridors = 3000;
const frames = 60;
const budgetMs = 8;

/** Pans a stage of 300 parks and 3,000 corridors in a real Chromium and times the script of each frame. */
export async function run(): Promise<StageBench> {
  await using stage = await openStagePage({ width: 1280, height: 800 });
  await stage.call("setData", syntheticWeb(parks, corridors));
  await stage.call("mount", { locale: "zh", reducedMotion: true });
  await stage.call("show", { limit: corridors });
  await stage.call("panFrames", 10);
  const times = (await stage.call<number[]>("panFrames", frames)).sort((left, right) => left - right);
  const median = times[Math.floor(frames / 2)] ?? Number.NaN;
  const worstOf95 = times[Math.floor(frames * 0.95)] ?? Number.NaN;
  return { parks, corridors, median, worstOf95, budget: budgetMs, ratio: median / budgetMs };
}
