import { describe, expect, it } from "vitest";
import { computeMetric } from "#graph/metrics/compute.ts";
import { noFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { at, need, networkOf, offer } from "#test/fixtures/matching-network.ts";

const materials: NetworkFilter = { ...noFilter, layers: ["material"] };

// Shandong: 100 + 50 t of ash offered, 30 of it again as a part, 60 wanted; a hazardous class by two codes; red mud that
// nobody wants; one offer of unknown size. Jiangsu: 500 t of ash wanted.
const network = networkOf({
  enterprises: [at("west", "a"), at("near", "b"), at("south", "c")],
  listings: [
    offer("a", "SW02", { id: "total", tonnes: 100 }),
    offer("a", "SW02", { id: "part", tonnes: 30, partOf: "total" }),
    offer("b", "SW02", { id: "more", tonnes: 50 }),
    need("b", "SW02", { id: "want", tonnes: 60 }),
    need("c", "SW02", { id: "want-south", tonnes: 500 }),
    offer("a", "900-249-08", { id: "oil", tonnes: 7 }),
    need("b", "HW08", { id: "oil-plant", tonnes: 9 }),
    offer("a", "SW03", { id: "mud", tonnes: 40 }),
    offer("a", "SW59", { id: "some", tonnes: 8 }),
    need("b", "SW59", { id: "other", tonnes: 3 }),
    offer("a", "SW04", { id: "unknown" }),
    offer("a", "SW05", { id: "gone", tonnes: 5, status: "historic" }),
    offer("a", "SW05", { id: "heap", tonnes: 5, status: "stock" }),
  ],
});

function rows(filter: NetworkFilter) {
  const { result } = computeMetric("network.resourceGap", network, filter);
  if (result.kind !== "byNode") throw new TypeError(result.kind);
  return Object.fromEntries(
    result.nodes.ids.map((id, row) => [id, result.columns.map(({ values }) => values[row])]),
  );
}

describe("resource gap", () => {
  it("nets offers against needs by class of the resource; nothing on record is not nothing there", () => {
    expect(rows({ ...materials, provinceCodes: ["37"] })).toEqual({
      HW08: [2, 7, 9, 7, 0, 2, 0],
      SW02: [3, 150, 60, 60, 90, 0, 0],
      SW03: [1, 40, null, null, null, null, 0],
      SW04: [1, null, null, null, null, null, 1],
      SW05: [1, null, null, null, null, null, 1],
      SW59: [2, 8, 3, null, null, null, 0],
    });
  });

  it("is of the area that the filter names", () => {
    expect(rows(materials)["SW02"]).toEqual([4, 150, 560, 150, 0, 410, 0]);
  });

  it("says why where nothing is listed", () => {
    expect(computeMetric("network.resourceGap", emptyNetwork, materials).result).toMatchObject({
      reason: "no-listings",
      nodes: { ids: [] },
    });
  });
});
