import { describe, expect, it } from "vitest";
import { buildGraphSpec } from "#client/model/drawing/graph-spec.ts";
import { fitsAddress, mostPlaces, readPlaceSet, writePlaceSet } from "#client/model/view/place-set.ts";
import { corridor, place } from "#test/browser/stage-data.ts";

describe("a set of places in an address", () => {
  it("is written short and read back", () => {
    const ids = ["park:js-sip", "site:steel", "county:371500"];
    expect(writePlaceSet(ids)).toBe("js-sip,site:steel,county:371500");
    expect(readPlaceSet(writePlaceSet(ids))).toEqual(ids);
  });

  it.each(["", "park:", "js-sip,js-sip", "nobody:knows", "js-sip,,x"])("%s is none", (text) =>
    expect(readPlaceSet(text)).toBeNull(),
  );

  it("holds no more than the address can carry", () => {
    const many = Array.from({ length: mostPlaces + 1 }, (_, place) => `park:p${place}`);
    expect([fitsAddress(many), fitsAddress(many.slice(1))]).toEqual([false, true]);
    expect(readPlaceSet(writePlaceSet(many))).toBeNull();
  });
});

describe("a set of places on the stage", () => {
  const input = {
    places: [
      place("park:J", 117, 36.6, 9),
      place("park:Q", 120.2, 36.2, 4),
      place("park:N", 118.8, 32.1, 1),
      place("park:R", 118.3, 34.4),
    ],
    corridors: [
      corridor("park:J", "park:Q"),
      corridor("park:Q", "park:N"),
      corridor("park:J", "outside:34"),
      corridor("park:N", "outside:34"),
    ],
    candidates: [],
    selection: null,
    depth: 1,
    locale: "zh",
  } as const;
  const set = new Set(["park:J", "park:Q"]);

  it("stays strong with what runs within it, while all else fades", () => {
    const { nodes, edges, focusIds } = buildGraphSpec({ ...input, set: { ids: set, isAlone: false } });
    expect(nodes).toHaveLength(4);
    const within = edges.find(({ from, to }) => from === "park:J" && to === "park:Q");
    expect(focusIds).toEqual(new Set(["park:J", "park:Q", within?.id]));
  });

  it("alone is all that is drawn: its places, what runs within it, and its own stubs", () => {
    const { nodes, edges, stubs, focusIds } = buildGraphSpec({ ...input, set: { ids: set, isAlone: true } });
    expect(nodes.map(({ id }) => id).toSorted()).toEqual(["park:J", "park:Q"]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([["park:J", "park:Q"]]);
    expect(stubs.map(({ nodeId }) => nodeId)).toEqual(["park:J"]);
    expect(focusIds).toBeNull();
  });

  it("gives way to a selection, whose neighbourhood stays strong instead", () => {
    const { focusIds } = buildGraphSpec({
      ...input,
      selection: { kind: "place", placeId: "park:N" },
      set: { ids: set, isAlone: false },
    });
    expect(focusIds?.has("park:N")).toBe(true);
    expect(focusIds?.has("park:J")).toBe(false);
  });
});
