import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { computeMetric } from "#graph/metrics/compute.ts";
import { WhatIf, type WhatIfBody } from "#graph/schema/answers/what-if.ts";
import { Problem } from "#graph/schema/api/problem.ts";
import { toFilter } from "#graph/schema/filter/filter.ts";
import { readSeed, readSeedNetwork } from "#seeds/read-seed.ts";
import { runCli, temporaryFolder } from "#test/support/run-cli.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(readSeed());
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const network = readSeedNetwork();
const power = "sd-rz-power";
const cement = "sd-rz-dayu-cement";

const post = (body: z.input<typeof WhatIfBody>) =>
  server.ask("/api/what-if", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

async function ask(body: z.input<typeof WhatIfBody>): Promise<WhatIf> {
  const answer = await post(body);
  expect([answer.status, answer.body.toString().slice(0, 200)]).toEqual([200, expect.any(String)]);
  return WhatIf.parse(answer.json());
}

/** A number of the whole network, worked out by another way: of records that lack what is removed. */
function valueWithout(gone: string, id: string, layer?: "material"): number | null {
  const rest = {
    ...network,
    enterprises: network.enterprises.filter((enterprise) => enterprise.id !== gone),
    exchanges: network.exchanges.filter(
      ({ supplierId, receiverId }) => supplierId !== gone && receiverId !== gone,
    ),
  };
  const filter = { ...toFilter(layer === undefined ? {} : { layer: [layer] }), asOfYear: 2026 };
  const { result } = computeMetric(id, rest, filter);
  return result.kind === "scalar" ? result.value : null;
}

describe("an enterprise that is gone", () => {
  test("takes its exchanges along: each number is that of records without it", async () => {
    const metrics = ["network.links", "network.density", "network.largestComponentShare"];
    const { removed, metrics: changes, networkVersion } = await ask({ metrics, remove: [power] });
    expect([networkVersion, removed[0]?.id]).toEqual([1, power]);
    expect(removed[0]?.exchanges).toBeGreaterThan(0);
    for (const { metric, rows } of changes) {
      const [row] = rows;
      expect(row?.after[0]).toBe(valueWithout(power, metric.id));
      expect(row?.difference[0]).toBe((row?.after[0] ?? 0) - (row?.before[0] ?? 0));
    }
    expect(changes.map(({ metric }) => metric.id)).toEqual(metrics);
  });

  test("stands first among the nodes that change, without a number behind it; the unchanged are counted", async () => {
    const { metrics } = await ask({ metrics: ["enterprise.degree"], remove: [power] });
    const [{ rows, changed, unchanged } = { rows: [], changed: 0, unchanged: 0 }] = metrics;
    expect(rows[0]).toMatchObject({ nodes: [{ id: power }], after: [null], difference: [null] });
    // A partner has as many links less as it had with the one that is gone.
    for (const { difference } of rows.slice(1)) expect(difference[0]).toBeLessThan(0);
    expect(rows.length).toBe(changed);
    expect(changed + unchanged).toBe(network.enterprises.length);
  });
});

describe("a link that is supposed", () => {
  const link = { supplierId: cement, receiverId: power, resourceCode: "SW02", perYear: 5000 };

  test("counts as one that runs, with its flow, and is stored nowhere", async () => {
    const { added, metrics } = await ask({
      metrics: ["network.links", "enterprise.outStrength"],
      filter: { layer: "material" },
      add: [link],
    });
    expect(added).toEqual([{ ...link, layer: "material", kept: true }]);
    expect(metrics[0]?.rows[0]?.difference).toEqual([1]);
    const [row, ...others] = metrics[1]?.rows ?? [];
    expect([row?.nodes[0]?.id, row?.difference, others]).toEqual([cement, [5000], []]);
    const after = await server.get<{ networkVersion: number; counts: { exchanges: number } }>("/api/meta");
    expect([after.networkVersion, after.counts.exchanges]).toEqual([1, network.exchanges.length]);
  });

  test("of unknown flow is a link, and no quantity", async () => {
    const { metrics } = await ask({
      metrics: ["network.links", "enterprise.outStrength"],
      filter: { layer: "material" },
      add: [{ ...link, perYear: null }],
    });
    expect(metrics[0]?.rows[0]?.difference).toEqual([1]);
    // What it supplies was nothing and is now not known: no number comes of it.
    expect(metrics[1]?.rows.map(({ nodes: [node], before, after }) => [node?.id, before, after])).toEqual([
      [cement, [0], [null]],
    ]);
  });

  test("is told to change nothing where the filter leaves it out, and takes part whatever state the filter asks for", async () => {
    const apart = await ask({ metrics: ["network.links"], filter: { city: "320100" }, add: [link] });
    expect([apart.added[0]?.kept, apart.metrics[0]?.changed]).toEqual([false, 0]);
    for (const filter of [
      { status: "planned" },
      { yearFrom: "2030", undated: "no" },
      { yearTo: "2010", undated: "no" },
      { source: "paper" },
      { linkKind: "product", stale: "no" },
    ] as const) {
      const found = await ask({ metrics: ["network.links"], filter, add: [link] });
      expect([filter, found.added[0]?.kept, found.metrics[0]?.rows[0]?.difference]).toEqual([
        filter,
        true,
        [1],
      ]);
    }
  });

  test("of communities the numbers of the whole are compared, not the numbers of groups", async () => {
    const { metrics } = await ask({
      metrics: ["network.communities"],
      seed: 3,
      parameters: { runs: 2 },
      add: [link],
    });
    expect(metrics[0]?.parameters).toMatchObject({ seed: 3, runs: 2 });
    expect(metrics[0]?.rows.map(({ label, nodes }) => [label?.en, nodes])).toEqual([
      ["Communities", []],
      ["Modularity", []],
    ]);
  });
});

test.each<[string, z.input<typeof WhatIfBody>, readonly unknown[]]>([
  ["nothing supposed", { metrics: ["network.links"] }, [400, "invalid-request", ["/add"]]],
  [
    "an enterprise that there is not",
    { metrics: ["network.links"], remove: ["nobody"] },
    [404, "unknown-id", ["/remove/0"]],
  ],
  [
    "a code that there is not",
    { metrics: ["network.links"], add: [{ supplierId: power, receiverId: cement, resourceCode: "EN99" }] },
    [404, "unknown-id", ["/add/0/resourceCode"]],
  ],
  [
    "a link of an enterprise that is removed",
    {
      metrics: ["network.links"],
      add: [{ supplierId: power, receiverId: cement, resourceCode: "SW02" }],
      remove: [power],
    },
    [400, "invalid-request", ["/add/0/supplierId"]],
  ],
  [
    "quantities of several layers",
    { metrics: ["park.outStrength"], remove: [power] },
    [422, "metric-needs-one-layer", []],
  ],
])("%s is refused", async (_what, body, problem) => {
  const { code, status, errors } = Problem.parse((await post(body)).json());
  expect([status, code, errors.map(({ pointer }) => pointer)]).toEqual(problem);
});

test("the command line says the same of its own store", async () => {
  await using folder = await temporaryFolder();
  const store = ["--store", `sqlite:${folder.path}/store.sqlite`];
  expect((await runCli(["import", "seeds/shandong-jiangsu", ...store])).code).toBe(0);
  const link = `${cement}/${power}/SW02/5000`;
  const said = await runCli([
    "what-if",
    "network.links",
    "--remove",
    "sd-lubei-phosphate",
    "--add",
    link,
    ...store,
  ]);
  expect(said).toMatchObject({ code: 0, stderr: "" });
  expect(said.stdout).toMatch(
    /^without .+ \(sd-lubei-phosphate\) and its \d+ exchanges\nwith sd-rz-dayu-cement → sd-rz-power SW02\nnetwork\.links {2}.+: 1 changed, 0 as before\n/,
  );
  const wrong = await runCli(["what-if", "network.links", "--add", "a/b", ...store]);
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("is not supplier/receiver/code[/amount]");
});
