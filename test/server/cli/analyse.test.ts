import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Analysis, type MetricAnswer } from "#graph/schema/answers/analysis.ts";
import fixture from "#test/fixtures/metric-graphs.json" with { type: "json" };
import { runCli } from "#test/support/run-cli.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gongsheng-analyse-"));
  for (const { name, directed, nodes, edges } of fixture.graphs) {
    const links = edges.map(([source, target, weight]) => ({ source, target, weight }));
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ directed, multigraph: true, nodes, links }));
  }
  writeFileSync(join(folder, "web.csv"), "供方,需方,quantity,layer\n甲,乙,5,material\n乙,丙,,water\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function analyse(...words: readonly string[]) {
  const { code, stdout, stderr } = await runCli(["analyse", ...words], { cwd: folder });
  return { code, stdout, stderr };
}

describe("gongsheng analyse", () => {
  test("karate, when measured twice, then the same bytes, with every metric a value or a reason", async () => {
    const first = await analyse("karate club, weighted.json", "--seed", "3");
    expect([first.code, first.stderr]).toEqual([0, ""]);
    const { metrics, network, parameters } = Analysis.parse(JSON.parse(first.stdout));
    expect(network).toMatchObject({ nodes: 34, links: 78, directed: false, multi: false, weight: "weight" });
    expect(parameters["network.communities"]).toMatchObject({ seed: 3 });
    expect(metrics["network.transitivity"]).toEqual({ value: 0.2556818181818182 });
    expect(metrics["network.reciprocity"]).toEqual({ undefined: "undirected" });
    const bridges = (metrics["link.bridge"] as Extract<MetricAnswer, { byLink: unknown }>).byLink;
    expect(bridges.filter(({ value }) => value === 1)).toEqual([{ source: "0", target: "11", value: 1 }]);
    expect((await analyse("karate club, weighted.json", "--seed", "3")).stdout).toBe(first.stdout);
  });

  test("some metrics, when asked for in any order, then stand in the order of the catalogue, in a file too", async () => {
    const asked = "network.density,node.degree";
    const { code, stdout } = await analyse(
      "ring.json",
      "--metrics",
      asked,
      "--undirected",
      "--out",
      "out.json",
    );
    expect([code, stdout]).toEqual([0, "2 metrics written to out.json\n"]);
    const answer = JSON.parse(readFileSync(join(folder, "out.json"), "utf8")) as Analysis;
    expect(Object.entries(answer.metrics)).toEqual([
      ["node.degree", { byNode: { a: 2, b: 2, c: 2, d: 2, e: 2 } }],
      ["network.density", { value: 0.5 }],
    ]);
  });

  test("layers of several units, when weighed, then are never added", async () => {
    const { stdout } = await analyse("web.csv", "--metrics", "node.inStrength,node.inDegree");
    const { metrics, network } = Analysis.parse(JSON.parse(stdout));
    expect(network).toMatchObject({ layers: ["material", "water"], unknownWeights: 1 });
    expect(metrics["node.inStrength"]).toEqual({ undefined: "several-layers" });
    expect(metrics["node.inDegree"]).toEqual({ byNode: { 甲: 0, 乙: 1, 丙: 1 } });
    const one = await analyse("web.csv", "--metrics", "node.inStrength,network.nodes", "--layer", "material");
    expect(Analysis.parse(JSON.parse(one.stdout))).toMatchObject({
      network: { nodes: 3, edges: 1, layers: ["material"] },
      metrics: { "node.inStrength": { byNode: { 甲: 0, 乙: 5, 丙: 0 } }, "network.nodes": { value: 3 } },
    });
  });

  test.each([
    [["none.json"], 1, "none.json cannot be read (no such file or folder)"],
    [["ring.json", "--metrics", "node.beauty"], 2, '--metrics: there is no metric "node.beauty"'],
    [["ring.json", "--directed", "--undirected"], 2, "--directed and --undirected exclude each other"],
    [["ring.json", "--weight", "mass"], 1, 'weight: no edge has an attribute "mass"; they have weight'],
    [["web.csv", "--layer", "steam"], 1, 'layer: no edge is of the layer "steam"; there are material, water'],
    [["ring.json", "--damping", "7"], 2, "--damping: expected a number from 0 to 0.999999"],
    [["ring.json", "--metrics", "network.density", "--damping", "0.5"], 1, "damping: none of the metrics"],
    [[], 2, "analyse needs <file>"],
  ])("%j, when called, then ends with its code and one sentence", async (words, code, sentence) => {
    const found = await analyse(...words);
    expect([found.code, found.stderr]).toEqual([code, expect.stringContaining(sentence)]);
  });
});
