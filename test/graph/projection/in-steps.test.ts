import { expect, test } from "vitest";
import { forEachInSteps, runToEnd } from "#graph/projection/in-steps.ts";
import { indexInSteps } from "#graph/projection/network-index.ts";
import { takeTurns } from "#server/use-cases/take-turns.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

test("items are worked on in order, each once, a thousand at most between two pauses", () => {
  const items = Array.from({ length: 4321 }, (_, item) => item);
  const seen: number[] = [];
  let before = 0;
  const steps = forEachInSteps(items, (item, position) => seen.push(item + position));
  for (const _ of steps) {
    expect(seen.length - before).toBeLessThanOrEqual(1000);
    before = seen.length;
  }
  expect(seen).toEqual(items.map((item) => 2 * item));
});

test("the index of a network pauses as often as it has thousands of records", () => {
  const network = readSeedNetwork();
  const enterprises = Array.from({ length: 5000 }, (_, index) => ({
    ...network.enterprises[index % network.enterprises.length]!,
    id: `e${index}`,
  }));
  let pauses = 0;
  const steps = indexInSteps({ ...network, enterprises, exchanges: [] });
  for (let step = steps.next(); step.done !== true; step = steps.next()) pauses += 1;
  expect(pauses).toBeGreaterThanOrEqual(15);
});

test("work that only ends once others had their turn, ends", async () => {
  const state = { turned: false };
  setImmediate(() => {
    state.turned = true;
  });
  function* waiting() {
    while (!state.turned) yield;
    return "done";
  }
  expect(await takeTurns(waiting())).toBe("done");
  function* four(): Generator<void, number> {
    yield;
    return 4;
  }
  expect(runToEnd(four())).toBe(4);
});
