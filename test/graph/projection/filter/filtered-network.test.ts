import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyFilter,
  enterprisesOf,
  internalReuseOf,
  layerFlowOf,
} from "#graph/projection/filter/filtered-network.ts";
import type { DimensionKey } from "#graph/schema/filter/dimensions.ts";
import { defaultFilter, type NetworkFilter, noFilter } from "#graph/schema/filter/filter.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";

const enterprises = [
  makeEnterprise("a"),
  makeEnterprise("b", { provinceCode: "32", cityCode: "320100" }),
  makeEnterprise("pool", { kind: "pooled" }),
  makeEnterprise("made", { evidence: { ...makeExchange("").evidence, synthetic: true } }),
];

/** Ids of the exchanges left when `over` changes the filter that lets everything through. */
function kept(exchanges: readonly ReturnType<typeof makeExchange>[], over: Partial<NetworkFilter>): string[] {
  const network = { ...emptyNetwork, enterprises, exchanges };
  return applyFilter(network, { ...noFilter, ...over }).exchanges.map(({ id }) => id);
}

describe("applyFilter", () => {
  it("keeps operating symbiosis between companies when the filter is the default one", () => {
    const network = {
      ...emptyNetwork,
      enterprises,
      exchanges: [
        makeExchange("kept"),
        makeExchange("planned", { status: "planned" }),
        makeExchange("product", { linkKind: "product" }),
        makeExchange("internal", { sameCompany: true }),
        makeExchange("pooled", { receiverId: "pool" }),
      ],
    };
    expect(applyFilter(network, defaultFilter).exchanges.map(({ id }) => id)).toEqual(["kept", "pooled"]);
  });

  it("keeps an exchange when one end lies in a chosen province", () => {
    const exchanges = [
      makeExchange("cross"),
      makeExchange("shandong", { receiverId: "pool" }),
      makeExchange("jiangsu", { supplierId: "b", receiverId: "b" }),
    ];
    expect(kept(exchanges, { provinceCodes: ["32"] })).toEqual(["cross", "jiangsu"]);
    expect(kept(exchanges, { provinceCodes: ["37"] })).toEqual(["cross", "shandong"]);
  });

  it("keeps an exchange when its years overlap the range, both borders included", () => {
    const exchanges = [
      makeExchange("range", { yearFrom: 2010, yearTo: 2014 }),
      makeExchange("from", { yearFrom: 2016 }),
      makeExchange("to", { yearTo: 2012 }),
      makeExchange("undated"),
    ];
    expect(kept(exchanges, { yearFrom: 2014, yearTo: 2016, undated: false })).toEqual(["range", "from"]);
    expect(kept(exchanges, { yearFrom: 2015, yearTo: 2015, undated: false })).toEqual([]);
    expect(kept(exchanges, { yearTo: 2012, undated: true })).toEqual(["range", "to", "undated"]);
    expect(kept(exchanges, { undated: false })).toEqual(["range", "from", "to", "undated"]);
  });

  it("keeps what operates since a year in every later one, unless it names an end", () => {
    const exchanges = [
      makeExchange("on", { yearFrom: 2006 }),
      makeExchange("ended", { yearFrom: 2006, yearTo: 2010 }),
      makeExchange("planned", { yearFrom: 2006, status: "planned" }),
      makeExchange("past", { yearFrom: 2006, status: "historic" }),
      makeExchange("until", { yearTo: 2006 }),
    ];
    const statuses = ["operating", "planned", "historic"] as const;
    expect(kept(exchanges, { statuses: [...statuses], yearFrom: 2015, yearTo: 2020 })).toEqual(["on"]);
    expect(kept(exchanges, { statuses: [...statuses], yearTo: 2005 })).toEqual([]);
    expect(kept(exchanges, { statuses: [...statuses], yearFrom: 2006, yearTo: 2006 })).toHaveLength(5);
  });

  it("drops exchanges with a pooled end when pooled nodes are off, and with them the node", () => {
    const exchanges = [makeExchange("plain"), makeExchange("pooled", { supplierId: "pool" })];
    expect(kept(exchanges, { pooled: false })).toEqual(["plain"]);
    const filtered = applyFilter({ ...emptyNetwork, enterprises, exchanges }, { ...noFilter, pooled: false });
    expect(enterprisesOf(filtered).map(({ id }) => id)).toEqual(["a", "b", "made"]);
  });

  it("drops synthetic, inferred and synthetic-ended exchanges when estimates are off", () => {
    const { evidence } = makeExchange("");
    const exchanges = [
      makeExchange("fact"),
      makeExchange("synthetic", { evidence: { ...evidence, synthetic: true } }),
      makeExchange("inferred", { evidence: { ...evidence, grade: "inferred" } }),
      makeExchange("hanging", { receiverId: "made" }),
    ];
    expect(kept(exchanges, { synthetic: false })).toEqual(["fact"]);
  });

  it("keeps only exchanges whose two ends are nodes, and drops more when a choice is taken away", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const filtered = applyFilter(network, filter);
        const nodes = new Set(enterprisesOf(filtered).map(({ id }) => id));
        for (const { supplierId, receiverId } of filtered.exchanges)
          expect(nodes.has(supplierId) && nodes.has(receiverId)).toBe(true);
        const narrower: NetworkFilter[] = [
          { ...filter, layers: filter.layers.slice(0, 1) },
          { ...filter, statuses: filter.statuses.slice(0, 1) },
          { ...filter, linkKinds: filter.linkKinds.slice(0, 1) },
          { ...filter, pooled: false },
          { ...filter, internal: false },
          { ...filter, synthetic: false },
          { ...filter, undated: false },
        ];
        const ids = new Set(filtered.exchanges.map(({ id }) => id));
        for (const narrow of narrower)
          for (const { id } of applyFilter(network, narrow).exchanges) expect(ids.has(id)).toBe(true);
      }),
    );
  });

  it("keeps what the plainest reading of every condition keeps", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
        const expected = network.exchanges.filter((exchange) => {
          const ends = [exchange.supplierId, exchange.receiverId].map((id) => enterpriseById.get(id));
          return Object.values(plainReadings).every((holds) => holds(exchange, ends as Enterprise[], filter));
        });
        expect(applyFilter(network, filter).exchanges).toEqual(expected);
      }),
    );
  });
});

const among = (chosen: readonly string[], value: string | null) =>
  chosen.length === 0 || (value !== null && chosen.includes(value));

type Reading = (exchange: Exchange, ends: readonly Enterprise[], filter: NetworkFilter) => boolean;

/** Of the parks of the random networks. */
const parkFacts: Readonly<Record<string, { city: string; kinds: string[]; type: string; status: string }>> = {
  p1: { city: "370100", kinds: ["chemical"], type: "sector", status: "named" },
  p2: { city: "370100", kinds: ["national-other", "chemical"], type: "none", status: "none" },
  p3: { city: "320100", kinds: ["not-stated"], type: "comprehensive", status: "provincial-eip" },
  p4: { city: "320500", kinds: ["other"], type: "other", status: "none" },
};
const parksOf = (ends: readonly Enterprise[]) => ends.flatMap(({ parkId }) => parkFacts[parkId ?? ""] ?? []);
const codesIn: Readonly<Record<string, readonly string[]>> = { "900-200-08": ["900-200-08", "HW08"] };

/** The conditions, written out one by one. */
const plainReadings: Readonly<Record<DimensionKey, Reading>> = {
  layer: ({ layer }, _, { layers }) => layers.includes(layer),
  status: ({ status }, _, { statuses }) => statuses.includes(status),
  linkKind: ({ linkKind }, _, { linkKinds }) => linkKinds.includes(linkKind),
  source: ({ evidence }, _, { sourceKinds }) => among(sourceKinds, evidence.sourceKind),
  province: (_, ends, { provinceCodes }) =>
    ends.some(({ provinceCode }) => among(provinceCodes, provinceCode)),
  city: (_, ends, { cityCodes }) =>
    ends.some(({ parkId, cityCode }) => among(cityCodes, parkFacts[parkId ?? ""]?.city ?? cityCode)),
  parkKind: (_, ends, { parkKinds }) =>
    parkKinds.length === 0 || parksOf(ends).some(({ kinds }) => kinds.some((kind) => among(parkKinds, kind))),
  ecoType: (_, ends, { ecoTypes }) =>
    ecoTypes.length === 0 || parksOf(ends).some(({ type }) => among(ecoTypes, type)),
  ecoStatus: (_, ends, { ecoStatuses }) =>
    ecoStatuses.length === 0 || parksOf(ends).some(({ status }) => among(ecoStatuses, status)),
  resourceCode: ({ resourceCode }, _, { resourceCodes }) =>
    (codesIn[resourceCode ?? ""] ?? [resourceCode ?? "none"]).some((code) => among(resourceCodes, code)),
  hazardous: ({ hazardous, resourceCode }, _, { hazards }) =>
    among(
      hazards,
      hazardous === true || resourceCode === "HW08" || resourceCode === "900-200-08"
        ? "yes"
        : hazardous === false
          ? "no"
          : "unknown",
    ),
  year: (exchange, _, { yearFrom, yearTo, undated }) => {
    if (yearFrom === null && yearTo === null) return true;
    const first = exchange.yearFrom ?? exchange.yearTo;
    const goesOn = exchange.status === "operating" ? Infinity : exchange.yearFrom;
    const last = exchange.yearTo ?? goesOn;
    if (first === null || last === null) return undated;
    return last >= (yearFrom ?? last) && first <= (yearTo ?? first);
  },
  stale: ({ yearFrom, yearTo, evidence }, _, { stale, staleAfterYears, asOfYear }) => {
    const lastKnown = Math.max(yearFrom ?? 0, yearTo ?? 0, evidence.asOfYear ?? 0);
    return stale || asOfYear === null || lastKnown === 0 || lastKnown >= asOfYear - staleAfterYears;
  },
  pooled: (_, ends, { pooled }) => pooled || ends.every(({ kind }) => kind !== "pooled"),
  internal: ({ sameCompany }, _, { internal }) => internal || sameCompany !== true,
  synthetic: ({ evidence }, ends, { synthetic }) =>
    synthetic ||
    ([evidence, ...ends.map((end) => end.evidence)].every((each) => !each.synthetic) &&
      evidence.grade !== "inferred"),
};

describe("internalReuseOf", () => {
  it("lists reuse inside one company under the other conditions, whether the filter keeps it or not", () => {
    const exchanges = [
      makeExchange("between"),
      makeExchange("reuse", { sameCompany: true }),
      makeExchange("planned", { sameCompany: true, status: "planned" }),
      makeExchange("unknown", { sameCompany: null }),
    ];
    for (const internal of [false, true]) {
      const filtered = applyFilter(
        { ...emptyNetwork, enterprises, exchanges },
        { ...defaultFilter, internal },
      );
      expect(internalReuseOf(filtered).map(({ id }) => id)).toEqual(["reuse"]);
    }
  });
});

describe("layerFlowOf", () => {
  it("is null for an unknown quantity, a capacity, a plan of a running exchange and steam by mass", () => {
    const running = (quantity: ReturnType<typeof makeQuantity> | null) =>
      layerFlowOf(makeExchange("x", { quantity }));
    expect(running(null)).toBeNull();
    expect(running(makeQuantity(5, "t/a", "capacity", "material"))).toBeNull();
    expect(running(makeQuantity(5, "t/a", "planned", "material"))).toBeNull();
    const steam = makeExchange("x", {
      layer: "energy",
      quantity: makeQuantity(5, "t/h", "reported", "energy"),
    });
    expect(layerFlowOf(steam)).toBeNull();
  });

  it("is the yearly amount in the layer's unit otherwise, 0 included", () => {
    expect(layerFlowOf(makeExchange("x", { quantity: makeQuantity(2, "t/d", "reported", "material") }))).toBe(
      730,
    );
    expect(layerFlowOf(makeExchange("x", { quantity: makeQuantity(0, "t/a", "reported", "material") }))).toBe(
      0,
    );
    const water = makeExchange("x", {
      layer: "water",
      quantity: makeQuantity(3, "t/a", "approximate", "water"),
    });
    expect(layerFlowOf(water)).toBe(3);
    const planned = makeExchange("x", {
      status: "planned",
      quantity: makeQuantity(7, "t/a", "planned", "material"),
    });
    expect(layerFlowOf(planned)).toBe(7);
  });
});
