import { describe, expect, it } from "vitest";
import { viewFile } from "#graph/projection/graphs/file-view.ts";
import { parkDependency } from "#graph/metrics/region/park-dependency.ts";
import { parkFlow } from "#graph/metrics/region/park-flow.ts";
import { plainNetwork } from "#test/fixtures/plain-network.ts";

// p: a, b; q: c; r: d takes nothing that is known; e stands nowhere.
const view = viewFile(
  plainNetwork({
    directed: true,
    nodes: [
      { id: "a", park: "p" },
      { id: "b", park: "p" },
      { id: "c", park: "q" },
      { id: "d", park: "r" },
      { id: "e", park: null },
    ],
    edges: [
      ["a", "b", 1],
      ["a", "c", 3],
      ["b", "c", 3],
      ["e", "c", 2],
      ["c", "b", 3],
      ["c", "d", null],
    ],
  }),
);

describe("flows between parks", () => {
  it("are summed by park, the inside on the diagonal, what stands nowhere by itself", () => {
    expect(parkFlow.compute(view, { parameters: {} })).toMatchObject({
      labels: { ids: ["p", "q", "r", "unknown"] },
      matrices: [
        {
          rows: [
            [1, 6, null, null],
            [3, null, null, null],
            [null, null, null, null],
            [null, 2, null, null],
          ],
        },
        {
          rows: [
            [1, 2, 0, 0],
            [1, 0, 1, 0],
            [0, 0, 0, 0],
            [0, 1, 0, 0],
          ],
        },
      ],
    });
  });

  it("say what share of its intake each park takes from each; columns add up to 1", () => {
    expect(parkDependency.compute(view, { parameters: {} })).toMatchObject({
      matrices: [
        {
          rows: [
            [1 / 4, 6 / 8, null, null],
            [3 / 4, 0, null, null],
            [0, 0, null, null],
            [0, 2 / 8, null, null],
          ],
        },
      ],
    });
  });
});
