import { beforeAll, describe, expect, it } from "vitest";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { defaultFilter, type NetworkFilter, noFilter } from "#graph/schema/filter/filter.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { relaxations } from "#client/model/view/hidden-by-filter.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

let network: Network;
beforeAll(() => {
  network = readSeedNetwork();
});

const left = (filter: NetworkFilter) => applyFilter(network, filter).exchanges.length;

describe("what a filter leaves out", () => {
  it.each([
    ["default", defaultFilter],
    ["one layer", { ...defaultFilter, layers: ["water"] }],
    ["narrow", { ...defaultFilter, layers: ["energy"], sourceKinds: ["official"], pooled: false }],
  ] as const)(
    "under the %s filter: each row promises exactly what dropping its condition brings",
    (_, given) => {
      const filter: NetworkFilter = {
        ...given,
        layers: [...given.layers],
        sourceKinds: [...given.sourceKinds],
      };
      const rows = relaxations(countFacets(network, filter));
      expect(rows.length).toBeGreaterThan(0);
      const gained = rows.map((row) => [row.dimension.key, left(row.filter) - left(filter)]);
      expect(gained).toEqual(rows.map((row) => [row.dimension.key, row.exchanges]));
    },
  );

  it("names years and provinces without a number, because an exchange may belong to several", () => {
    const filter: NetworkFilter = { ...defaultFilter, yearFrom: 2020, provinceCodes: ["37"] };
    const rows = relaxations(countFacets(network, filter)).filter(({ exchanges }) => exchanges === null);
    expect(rows.map(({ dimension }) => dimension.key)).toEqual(["year", "province"]);
    for (const row of rows) expect(left(row.filter)).toBeGreaterThan(left(filter));
  });

  it("is nothing under the filter that keeps everything", () => {
    expect(relaxations(countFacets(network, noFilter))).toEqual([]);
    expect(left(noFilter)).toBe(network.exchanges.length);
  });
});
