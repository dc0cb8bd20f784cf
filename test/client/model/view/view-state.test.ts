import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reversedRange } from "#graph/schema/filter/filter.ts";
import { layers } from "#graph/schema/records/layer.ts";
import { classMethods } from "#client/model/drawing/classes.ts";
import { readQuery, writeQuery } from "#client/model/query-text.ts";
import type { Selection } from "#client/model/view/selection.ts";
import {
  charts,
  defaultView,
  languages,
  listSections,
  tableKinds,
  tabs,
  readAddress,
  toSearch,
  type ViewState,
} from "#client/model/view/view-state.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";

const placeId = fc.constantFrom("park:js-sip", "city:320400", "province:37", "outside:unknown");
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,30}$/);
const plainId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,30}$/);
/** A code, or whatever records call a material. */
const materialId = fc.oneof(
  fc.constantFrom("SW02", "900-200-08", "副产盐酸", "油/水、烃~水混合物", "a & b=c"),
  fc.string({ minLength: 1, maxLength: 60, unit: "binary" }).filter((text) => text.trim() === text),
);
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
  fc.record({ kind: fc.constant("material" as const), id: materialId }),
  fc.record({
    kind: fc.constant("why-not" as const),
    supplierId: fc.option(fc.constantFrom("sd-rz-power", "js-sip.x_1")),
    receiverId: fc.option(fc.constantFrom("sd-fx-board")),
    code: fc.option(fc.constantFrom("SW02", "900-200-08")),
  }),
  fc.record({ kind: fc.constant("unknown-ends" as const), placeId: fc.option(placeId) }),
);
const askedMetric = fc.record({
  id: fc.constantFrom("park.degree", "park.pagerank", "network.provinceFlow", "nobody.knowsThis"),
  parameters: fc.constantFrom({}, { seed: "7" }, { damping: "0.5", seed: "3" }),
});
const limit = fc.oneof(
  fc.constantFrom(0, -2, 3.5e-7, 120_000),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const range = fc
  .record({
    column: fc.constantFrom("park.degree", "park.brokerage.gatekeeper", "enterprise.katz"),
    from: fc.option(limit),
    to: fc.option(limit),
  })
  .filter(({ from, to }) => (from ?? to) !== null && (from ?? -Infinity) <= (to ?? Infinity))
  .map(({ column, from, to }) => ({
    column,
    from: from === null ? null : from + 0,
    to: to === null ? null : to + 0,
  }));
const coordinate = fc.integer({ min: -1_800_000, max: 1_800_000 }).map((value) => value / 10_000);
const view: fc.Arbitrary<ViewState> = fc.record({
  tab: fc.constantFrom(...tabs),
  filter: anyFilter.filter((filter) => reversedRange(filter) === null),
  selection,
  candidates: fc.boolean(),
  depth: fc.constantFrom(1, 2, 3),
  quietParks: fc.boolean(),
  table: fc.constantFrom(...tableKinds),
  sort: fc.uniqueArray(
    fc.record({ column: fc.constantFrom("name", "perYear", "park.degree"), descending: fc.boolean() }),
    { maxLength: 3, selector: ({ column }) => column },
  ),
  ranges: fc.uniqueArray(range, { maxLength: 3, selector: ({ column }) => column }),
  group: fc.option(fc.constantFrom("ecoType", "kinds")),
  metrics: fc.uniqueArray(askedMetric, { maxLength: 4, selector: ({ id }) => id }),
  set: fc.uniqueArray(placeId, { maxLength: 4 }),
  setAlone: fc.boolean(),
  chart: fc.constantFrom(...charts),
  colour: fc.option(askedMetric),
  size: fc.option(askedMetric),
  classes: fc.constantFrom(...classMethods),
  hulls: fc.option(askedMetric),
  section: fc.constantFrom(...listSections),
  asOf: fc.option(fc.constantFrom("2026-08-14", "2026-08-15", "2049-12-31")),
  selectedOnly: fc.boolean(),
  resource: fc.option(materialId),
  language: fc.option(fc.constantFrom(...languages)),
  camera: fc.option(
    fc.record({
      x: coordinate,
      y: coordinate,
      ratio: fc.integer({ min: 1, max: 40_000 }).map((value) => value / 10_000),
    }),
  ),
});

const read = (address: string) => readAddress(readQuery(address));
const write = (state: ViewState) => writeQuery(toSearch(state));

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
  it("gives back every view that was written into it, and nothing of it is ignored", () => {
    fc.assert(
      fc.property(view, (state) => {
        const { view, ignored } = read(write(state));
        expect(sorted(view)).toEqual(sorted(state));
        expect(ignored).toEqual([]);
      }),
    );
  });

  it("takes a day as Chinese people write it, and writes it as an ISO date", () => {
    const { view } = read(`?asOf=${encodeURIComponent("2026年8月14日")}`);
    expect(view.asOf).toBe("2026-08-14");
    expect(toSearch(view)).toEqual({ asOf: "2026-08-14" });
  });

  it("is empty for the view one starts with", () => {
    expect(toSearch(defaultView)).toEqual({});
  });

  it("names keys it does not know and values that are not valid, and keeps the rest", () => {
    const { view, ignored } = read(
      "?tab=table&kind=nonsense&layer=water,fire&status=planned&sel=park:&cam=1,2&depth=9&utm_source=letter&lang=fr&sort=%3Cscript%3E",
    );
    expect(view).toEqual({
      ...defaultView,
      tab: "table",
      filter: { ...defaultView.filter, statuses: ["planned"] },
    });
    expect(ignored).toEqual([
      ["kind", "nonsense"],
      ["layer", "water,fire"],
      ["sel", "park:"],
      ["cam", "1,2"],
      ["depth", "9"],
      ["utm_source", "letter"],
      ["lang", "fr"],
      ["sort", "<script>"],
    ]);
  });

  it.each([
    ["?yearFrom=2020&yearTo=2010", ["yearFrom", "yearTo"]],
    ["?yearFrom=1899", ["yearFrom"]],
    ["?status=planned&status=historic", ["status", "status"]],
    ["?province=11&tab=graph", ["province"]],
    ["?layer=%E6%B0", ["layer"]],
    ["?asOf=2026-02-30&list=none&gates=blocked", ["asOf", "list", "gates"]],
    ["?undated=false&internal=%", ["undated", "internal"]],
  ])("%s: drops and names %j, and shows the default there", (address, keys) => {
    const { view, ignored } = read(address);
    expect(ignored.map(([key]) => key)).toEqual(keys);
    expect(view.filter).toEqual(defaultView.filter);
  });
});

/** What happens to addresses that are typed, cut, translated by a messenger or kept from another version. */
const harm = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat(200) }),
  fc.record({ kind: fc.constant("value" as const), at: fc.nat(20), text: fc.string() }),
  fc.record({ kind: fc.constant("twice" as const), at: fc.nat(20), text: fc.string() }),
  fc.record({
    kind: fc.constant("raw" as const),
    at: fc.nat(200),
    text: fc.constantFrom("%", "%E6", "&", "=", "+", "，", "%00", "#"),
  }),
  fc.record({ kind: fc.constant("key" as const), text: fc.string({ minLength: 1 }) }),
);
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

function harmed(address: string, harm: Harm): string {
  if (harm.kind === "cut") return address.slice(0, harm.at);
  if (harm.kind === "raw") return address.slice(0, harm.at) + harm.text + address.slice(harm.at);
  const pairs = [...new URLSearchParams(address)];
  const position = "at" in harm && pairs.length > 0 ? harm.at % pairs.length : 0;
  const [key = "tab"] = pairs[position] ?? [];
  if (harm.kind === "value") pairs.splice(position, 1, [key, harm.text]);
  else if (harm.kind === "twice") pairs.push([key, harm.text]);
  else pairs.push([harm.text, "x"]);
  return `?${new URLSearchParams(pairs).toString()}`;
}

/** A key such as `valueOf` is no text of any address. */
const ownText = (search: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(search, key) ? search[key] : undefined;

describe("an address that was harmed", () => {
  it("still opens a view, in which every key is either as it was written, or named", () => {
    fc.assert(
      fc.property(view, fc.array(harm, { minLength: 1, maxLength: 3 }), (state, harms) => {
        const address = harms.reduce(harmed, write(state));
        const query = readQuery(address);
        const { view, ignored } = readAddress(query);
        const named = new Set(ignored.map(([key]) => key));
        const again = toSearch(view);
        const alone = ([key, text]: [string, string | readonly string[]]) =>
          ownText(toSearch(read(writeQuery({ [key]: text })).view), key);
        const expected = Object.entries(query).map((pair) => (named.has(pair[0]) ? undefined : alone(pair)));
        expect(Object.keys(query).map((key) => ownText(again, key))).toEqual(expected);
        expect(read(writeQuery(again))).toEqual({ view, ignored: [] });
        expect(reversedRange(view.filter)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it("that only lost or gained other keys keeps the value of the rest", () => {
    fc.assert(
      fc.property(view, fc.string({ minLength: 1 }), (state, text) => {
        const address = writeQuery({ ...toSearch(state), [`x${text}`]: text });
        expect(sorted(read(address).view)).toEqual(sorted(state));
      }),
    );
  });
});
