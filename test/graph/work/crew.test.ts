import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { betweenness, betweennessWithError } from "#graph/metrics/kernel/betweenness.ts";
import { measureCostReach } from "#graph/metrics/kernel/cost-distances.ts";
import { measureReach } from "#graph/metrics/kernel/distances.ts";
import { alone, employ, type Crew } from "#graph/metrics/kernel/parts.ts";
import { pathBetweenness } from "#graph/metrics/kernel/path-betweenness.ts";
import { seededRandom } from "#graph/metrics/kernel/random.ts";
import { allStarts, startNodes } from "#graph/metrics/kernel/start-nodes.ts";
import { castToSimple } from "#graph/projection/graphs/csr.ts";
import { openCrew } from "#graph/work/crew.ts";
import { shareWork, type SharedWork } from "#graph/work/shared-parts.ts";

const random = seededRandom(7);
const nodeCount = 900;
const draw = () => Uint32Array.from({ length: 3600 }, () => Math.floor(random() * nodeCount));
const { csr } = castToSimple({ nodeCount, sources: draw(), targets: draw() });
const costs = Float64Array.from(csr.targets, () => 1 / (1 + random()));
const few = startNodes(csr, 3, 100);

const works = {
  betweenness: () => betweenness(csr, allStarts(csr)),
  "sampled betweenness": () => betweennessWithError(csr, few),
  reach: () => measureReach(csr, allStarts(csr)),
  "sampled reach": () => measureReach(csr, few),
  "weighted betweenness": () => pathBetweenness(csr, costs, allStarts(csr)),
  "betweenness of links": () => pathBetweenness(csr, null, few),
  "cost reach": () => measureCostReach(csr, costs, allStarts(csr)),
} as const;

/** Has a thread of its own do every part, while this one does none. */
function byHelperAlone(): { crew: Crew; sharedParts: () => number } & AsyncDisposable {
  const helper = new Worker(new URL("../../../graph/work/helper.ts", import.meta.url));
  let count = 0;
  const crew: Crew = {
    run(kernel, input, parts, take) {
      const shared: SharedWork = shareWork(kernel, input, parts);
      helper.postMessage(shared, []);
      const done = () => Atomics.load(shared.state, 1);
      for (let before = done(); before < parts; before = done()) Atomics.wait(shared.state, 1, before);
      const length = shared.sums.length / parts;
      for (let part = 0; part < parts; part++) take(shared.sums.slice(part * length, (part + 1) * length));
      count += parts;
    },
  };
  return {
    crew,
    sharedParts: () => count,
    [Symbol.asyncDispose]: async () => void (await helper.terminate()),
  };
}

afterEach(() => employ(alone));

describe.each(Object.entries(works))("%s", (_name, work) => {
  test("worked out by two threads, or by a helper alone, has the bytes of one thread", async () => {
    const expected = work();
    using pair = openCrew(1);
    employ(pair);
    expect(work()).toEqual(expected);
    await using helper = byHelperAlone();
    employ(helper.crew);
    expect(work()).toEqual(expected);
    expect(helper.sharedParts()).toBeGreaterThan(3);
  });
});

test("how far the work is, is told while it goes on", () => {
  using crew = openCrew(0);
  crew.progress = new Int32Array(new SharedArrayBuffer(8));
  const seen: number[][] = [];
  crew.run(
    {
      name: "any",
      lengthOf: () => 1,
      open: () => (part, _parts, out) => {
        out[0] = part;
        seen.push([...(crew.progress ?? [])]);
      },
    },
    {},
    4,
    () => {},
  );
  expect(seen).toEqual([
    [0, 4],
    [1, 4],
    [2, 4],
    [3, 4],
  ]);
});
