import { describe, expect, it } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import { tabulate } from "#graph/schema/answers/metric-table.ts";
import { materialOnly, makeEnterprise, networkOfLinks } from "#test/fixtures/small-network.ts";

const network = networkOfLinks(
  [
    ["a", "b", 5],
    ["b", "c"],
    ["d", "d", 2],
  ],
  { enterprises: ["a", "b", "c", "d"].map((id) => makeEnterprise(id, { nameEn: `Plant ${id}` })) },
);
const tableOf = (id: string) => {
  const { metric, result } = computeMetric(id, network, materialOnly);
  return tabulate(metric, result);
};

describe("tabulate", () => {
  it("writes one row a node, with the reason where there is no number", () => {
    const { columns, rows } = tableOf("enterprise.outStrength");
    expect(columns).toEqual([{ id: "value", zh: "流出强度", en: "Out-strength" }]);
    expect(rows.map(({ nodes: [node], values, reason }) => [node?.nameEn, values, reason])).toEqual([
      ["Plant a", [5], null],
      ["Plant b", [null], "no-known-quantity"],
      ["Plant c", [0], null],
      ["Plant d", [0], null],
    ]);
  });

  it("writes one row a cell of a matrix that holds something, under the names of its matrices", () => {
    const { columns, rows, nodesPerRow } = tableOf("network.provinceFlow");
    expect([nodesPerRow, ...columns.map(({ id }) => id)]).toEqual([2, "flow", "exchanges"]);
    expect(rows.map(({ nodes, values }) => [nodes.map(({ id }) => id), values])).toEqual([
      [
        ["37", "37"],
        [7, 3],
      ],
    ]);
  });

  it("writes a number of the network under its name", () => {
    expect(tableOf("network.links").rows).toEqual([
      { nodes: [], label: { zh: "链接数", en: "Links" }, values: [2], reason: null },
    ]);
  });

  it("gives every row of every metric as many nodes and numbers as it announces", () => {
    for (const { description } of metrics) {
      const { nodesPerRow, columns, rows } = tableOf(description.id);
      for (const row of rows) {
        expect(row.nodes).toHaveLength(nodesPerRow);
        expect(row.values).toHaveLength(columns.length);
        expect(row.label === null).toBe(nodesPerRow > 0);
      }
    }
  });
});
