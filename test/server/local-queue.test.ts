import { describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import type { JobRequest, UnitWork } from "#server/jobs/job-queue.ts";
import { LocalJob } from "#server/jobs/local-job.ts";
import { createLocalQueue, type LocalQueueOptions } from "#server/jobs/local-queue.ts";
import { testDay } from "./support/running-server.ts";

function requestOf(...metrics: string[]): JobRequest {
  const units = metrics.map((metric) => ({ metric, layer: null, filter: noFilter, parameters: {} }));
  return { viewerClass: "public", networkVersion: 1, stamp: "1", filter: noFilter, units, network: null };
}

function queueOf(over: Partial<LocalQueueOptions> = {}) {
  const faults: unknown[] = [];
  const options = {
    mostRunning: 1,
    mostUnfinished: 8,
    mostKept: 3,
    mostCharacters: 1000,
    now: () => testDay,
  };
  return { faults, queue: createLocalQueue({ ...options, onFault: (fault) => faults.push(fault), ...over }) };
}

const never = new AbortController().signal;
const echo: UnitWork = async ({ metric }) => JSON.stringify(metric);
/** Works until it is told to stop. */
const endless: UnitWork = (_unit, { signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));

async function finish(queue: ReturnType<typeof queueOf>["queue"], id: string) {
  const events = [];
  for await (const numbered of queue.follow(id, null, never))
    if (numbered !== null) events.push(numbered.event);
  return events;
}

describe("a queue in memory", () => {
  test("keeps so many jobs that are over, and forgets the oldest first", async () => {
    const { queue } = queueOf();
    const ids: string[] = [];
    for (const metric of ["a", "b", "c", "d", "e"]) {
      const { id } = await queue.start(requestOf(metric), echo);
      await finish(queue, id);
      ids.push(id);
    }
    const known = await Promise.all(ids.map(async (id) => (await queue.read(id, "public"))?.state ?? null));
    expect(known).toEqual([null, null, "done", "done", "done"]);
    expect(await queue.results(ids[4] ?? "")).toEqual(['"e"']);
  });

  test("keeps no more characters than it may, and a job that has too many says so of the metric", async () => {
    const { queue } = queueOf();
    const long: UnitWork = async ({ metric }) => "x".repeat(Number(metric));
    const first = await queue.start(requestOf("400"), long);
    await finish(queue, first.id);
    const second = await queue.start(requestOf("450", "100", "20"), long);
    await finish(queue, second.id);
    const third = await queue.start(requestOf("300"), long);
    await finish(queue, third.id);
    expect(await queue.read(first.id, "public")).toBeNull();
    const units = (await queue.read(second.id, "public"))?.units ?? [];
    expect(units.map(({ state, problem }) => [state, problem?.code])).toEqual([
      ["done", undefined],
      ["failed", "analysis-too-big"],
      ["done", undefined],
    ]);
  });

  test("goes on behind a metric that fails, and tells the cause of its own faults to the log alone", async () => {
    const { queue, faults } = queueOf();
    const work: UnitWork = async (unit, options) => {
      if (unit.metric === "slow") throw new SymbiosisError("analysis-too-long", "too slow");
      if (unit.metric === "broken") throw new Error("secret path");
      return await echo(unit, options);
    };
    const { id } = await queue.start(requestOf("slow", "broken", "good"), work);
    await finish(queue, id);
    const job = await queue.read(id, "public");
    expect(job).toMatchObject({ state: "done", done: 3, finishedAt: testDay.toISOString() });
    expect(job?.units.map(({ state, problem }) => [state, problem])).toEqual([
      ["failed", { code: "analysis-too-long", message: "too slow" }],
      ["failed", { code: "internal", message: "Something went wrong on our side" }],
      ["done", null],
    ]);
    expect(faults).toEqual([new Error("secret path")]);
    expect(await queue.results(id)).toEqual([null, null, '"good"']);
  });

  test("works on so many jobs at a time; the next begins when one is cancelled, a waiting one never does", async () => {
    const { queue } = queueOf();
    const [first, second, third] = [
      await queue.start(requestOf("a"), endless),
      await queue.start(requestOf("b"), echo),
      await queue.start(requestOf("c"), echo),
    ];
    await queue.cancel(second.id);
    await queue.cancel(first.id);
    await finish(queue, third.id);
    const states = [first, second, third].map(async ({ id }) => (await queue.read(id, "public"))?.state);
    expect(await Promise.all(states)).toEqual(["cancelled", "cancelled", "done"]);
    expect((await finish(queue, second.id)).map(({ state }) => state)).toEqual(["waiting", "cancelled"]);
  });

  test("tells how far a metric is, never back, and whole metrics only once they are over", async () => {
    const { queue } = queueOf();
    const work: UnitWork = async (unit, options) => {
      for (const share of [0.25, 0.5, 0.25, 0.75]) options.onProgress(share);
      return await echo(unit, options);
    };
    const { id } = await queue.start(requestOf("a", "b"), work);
    const told = (await finish(queue, id)).map(({ progress, done }) => [progress, done]);
    expect(told).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0.125, 0],
      [0.25, 0],
      [0.375, 0],
      [0.5, 1],
      [0.5, 1],
      [0.625, 1],
      [0.75, 1],
      [0.875, 1],
      [1, 2],
      [1, 2],
    ]);
  });

  test("shows a job to the class of viewers that started it alone", async () => {
    const { queue } = queueOf();
    const { id } = await queue.start(requestOf("a"), echo);
    expect([await queue.read(id, "owner"), (await queue.read(id, "public"))?.id]).toEqual([null, id]);
  });

  test("when closed, then ends what is unfinished as interrupted, and every stream", async () => {
    const { queue } = queueOf();
    const running = await queue.start(requestOf("a"), endless);
    const heard = finish(queue, running.id);
    await queue.close();
    expect((await heard).at(-1)?.state).toBe("interrupted");
    expect((await queue.read(running.id, "public"))?.units[0]?.state).toBe("cancelled");
  });
});

test("a thousand listeners that leave are forgotten, and none misses an event or hears one twice", async () => {
  const job = new LocalJob("id", requestOf(...Array.from({ length: 200 }, (_, index) => `m${index}`)), "now");
  const heard: string[][] = [];
  for (let cycle = 0; cycle < 1000; cycle++) {
    const leaving = new AbortController();
    const ids: string[] = [];
    const after = cycle % 3 === 0 ? null : "1";
    const listening = (async () => {
      for await (const numbered of job.follow(after, leaving.signal)) ids.push(numbered?.id ?? "");
    })();
    if (cycle % 5 === 0) job.mark(cycle / 5, "done");
    leaving.abort();
    await listening;
    heard.push(ids);
  }
  expect(job.listeners).toBe(0);
  for (const ids of heard) expect(new Set(ids).size).toBe(ids.length);
  job.end("done", "later");
  const all: string[] = [];
  for await (const numbered of job.follow(null, never)) all.push(numbered?.id ?? "");
  expect(all).toEqual(Array.from({ length: 202 }, (_, index) => String(index + 1)));
});
