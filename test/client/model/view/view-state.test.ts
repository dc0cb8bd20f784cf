import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceKind } from "#graph/schema/records/evidence.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import { layers } from "#graph/schema/records/layer.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";
import type { Selection } from "#client/model/view/selection.ts";
import {
  cleanSearch,
  defaultView,
  gateChoices,
  languages,
  tableKinds,
  tabs,
  toSearch,
  toView,
  type ViewState,
} from "#client/model/view/view-state.ts";

const some = <T>(options: readonly T[]) => fc.subarray([...options], { minLength: 1 });
const year = fc.option(fc.integer({ min: 1950, max: 2049 }));
const filter: fc.Arbitrary<NetworkFilter> = fc.record({
  layers: some(layers),
  statuses: some(ExchangeStatus.options),
  linkKinds: some(LinkKind.options),
  provinceCodes: fc.constantFrom([], ["37"], ["32"]),
  sourceKinds: fc.subarray([...SourceKind.options]),
  yearFrom: year,
  yearTo: year,
  undated: fc.boolean(),
  pooled: fc.boolean(),
  internal: fc.boolean(),
  synthetic: fc.boolean(),
});
const placeId = fc.constantFrom("park:js-sip", "city:320400", "province:37", "outside:unknown");
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,30}$/);
const plainId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,30}$/);
const selection: fc.Arbitrary<Selection | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant("place" as const), placeId }),
  fc.record({
    kind: fc.constant("corridor" as const),
    from: placeId,
    to: placeId,
    layer: fc.constantFrom(...layers),
  }),
  fc.record({ kind: fc.constant("enterprise" as const), placeId, id: plainId }),
  fc.record({ kind: fc.constant("candidate" as const), from: placeId, to: placeId, id }),
);
const coordinate = fc.integer({ min: -1_800_000, max: 1_800_000 }).map((value) => value / 10_000);
const view: fc.Arbitrary<ViewState> = fc.record({
  tab: fc.constantFrom(...tabs),
  filter,
  selection,
  candidates: fc.boolean(),
  depth: fc.constantFrom(1, 2, 3),
  table: fc.constantFrom(...tableKinds),
  sort: fc.option(fc.record({ column: fc.constantFrom("name", "perYear"), descending: fc.boolean() })),
  metric: fc.option(fc.constantFrom("park.degree", "network.provinceFlow")),
  gates: fc.constantFrom(...gateChoices),
  selectedOnly: fc.boolean(),
  resource: fc.option(fc.constantFrom("SW02", "EN10", "900-200-08")),
  language: fc.option(fc.constantFrom(...languages)),
  camera: fc.option(
    fc.record({
      x: coordinate,
      y: coordinate,
      ratio: fc.integer({ min: 1, max: 40_000 }).map((value) => value / 10_000),
    }),
  ),
});

const throughAddress = (state: ViewState) =>
  toView(cleanSearch(Object.fromEntries(new URLSearchParams({ ...toSearch(state) }))));

const sorted = (state: ViewState) => ({
  ...state,
  filter: Object.fromEntries(
    Object.entries(state.filter).map(([key, value]) => [
      key,
      Array.isArray(value) ? new Set<string>(value) : value,
    ]),
  ),
});

describe("the address of a view", () => {
  it("gives back every view that was written into it", () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(sorted(throughAddress(state))).toEqual(sorted(state));
      }),
    );
  });

  it("is empty for the view one starts with", () => {
    expect(toSearch(defaultView)).toEqual({});
  });

  it("ignores keys it does not know and values that are not valid, and keeps the rest", () => {
    const search = cleanSearch({
      tab: "table",
      kind: "nonsense",
      layer: "water,fire",
      status: "planned",
      sel: "park:",
      cam: "1,2",
      depth: "9",
      utm_source: "letter",
      lang: "fr",
      sort: "<script>",
    });
    expect(search).toEqual({ tab: "table", status: "planned" });
    expect(toView(search).filter.statuses).toEqual(["planned"]);
  });

  it("never throws, whatever the query string holds", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
        (raw) => {
          expect(toView(cleanSearch(raw)).depth).toBeGreaterThan(0);
        },
      ),
    );
  });
});
