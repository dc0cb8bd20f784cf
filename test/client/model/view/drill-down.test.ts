import { beforeAll, describe, expect, it } from "vitest";
import type { ExchangeView } from "#graph/schema/answers/record-views.ts";
import { drawPlace } from "#client/model/view/drill-down.ts";

const end = (id: string, placeId: string) => ({
  id,
  nameZh: id,
  nameEn: null,
  kind: "plant" as const,
  placeId,
  placeNameZh: placeId,
  placeNameEn: null,
});

const exchange = (id: string, from: string, to: string): ExchangeView => ({
  id,
  aliases: [],
  supplierId: from,
  receiverId: to,
  resourceCode: null,
  resourceZh: "蒸汽",
  resourceEn: null,
  layer: "energy",
  linkKind: "utility",
  quantity: null,
  quantityNoteZh: null,
  quantityNoteEn: null,
  hazardous: null,
  status: "operating",
  statusNoteZh: null,
  statusNoteEn: null,
  yearFrom: null,
  yearTo: null,
  sameCompany: null,
  evidence: {
    grade: "press",
    sourceKind: "official",
    sourceUrl: null,
    confidence: "high",
    asOfYear: null,
    noteZh: null,
    noteEn: null,
    synthetic: false,
  },
  supplier: end(from, from.startsWith("in") ? "park:P" : "park:Q"),
  receiver: end(to, to.startsWith("in") ? "park:P" : "park:Q"),
  resourceNameZh: null,
  resourceNameEn: null,
  stale: null,
});

const exchanges = [
  exchange("1", "in-a", "in-b"),
  exchange("2", "in-a", "in-c"),
  exchange("3", "in-a", "out-d"),
];
const size = { side: 200, limit: 60 };
const fromCentre = ({ x, y }: { x: number; y: number }) => Math.hypot(x - 100, y - 100);

describe("the picture of an opened place", () => {
  let picture: ReturnType<typeof drawPlace>;
  beforeAll(() => {
    picture = drawPlace("park:P", exchanges, size);
  });

  it("draws every enterprise once, the busiest first, and every exchange", () => {
    expect(picture.nodes.map(({ id, exchanges }) => [id, exchanges])).toEqual([
      ["in-a", 3],
      ["in-b", 1],
      ["in-c", 1],
      ["out-d", 1],
    ]);
    expect(picture.links).toHaveLength(3);
    expect(picture.leftOut).toBe(0);
  });

  it("puts partners elsewhere outside of those at the place", () => {
    const inner = picture.nodes.filter((node) => node.isInside).map(fromCentre);
    const outer = picture.nodes.filter((node) => !node.isInside).map(fromCentre);
    expect(Math.max(...inner)).toBeLessThan(Math.min(...outer));
  });

  it("draws no more than it may, and says how many it left out", () => {
    const small = drawPlace("park:P", exchanges, { side: 200, limit: 2 });
    expect(small.nodes).toHaveLength(2);
    expect(small.leftOut).toBe(2);
    expect(small.links.map(({ id }) => id)).toEqual(["1"]);
  });

  it("is empty where there is no exchange", () => {
    expect(drawPlace("park:P", [], size)).toEqual({ nodes: [], links: [], leftOut: 0 });
  });
});
