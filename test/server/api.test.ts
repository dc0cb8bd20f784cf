import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { defaultFilter, noFilter, toQuery } from "#graph/schema/filter/filter.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { readSeed, readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { makeListing } from "#test/contracts/sample-records.ts";
import { makeEnterprise, makeExchange, makePark } from "#test/fixtures/small-network.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

/*
 * Two parks in Shandong, one in Jiangsu, and a firm of Qingdao whose park is not known:
 *   a, b in p1 (Jinan)   c in p2 (Jinan, overlaps p1)   d in p3 (Nanjing)   e somewhere in Qingdao
 */
const tonnes = (amount: number) => makeQuantity(amount, "t/a", "reported", "material");
const small: TaggedRecord[] = [
  { kind: "parks", record: makePark("p1", { overlaps: ["p2"] }) },
  { kind: "parks", record: makePark("p2", { overlaps: ["p1"] }) },
  { kind: "parks", record: makePark("p3", { provinceCode: "32", cityCode: "320100" }) },
  { kind: "enterprises", record: makeEnterprise("a", { parkId: "p1" }) },
  { kind: "enterprises", record: makeEnterprise("b", { parkId: "p1" }) },
  { kind: "enterprises", record: makeEnterprise("c", { parkId: "p2" }) },
  {
    kind: "enterprises",
    record: makeEnterprise("d", { parkId: "p3", provinceCode: "32", cityCode: "320100" }),
  },
  { kind: "enterprises", record: makeEnterprise("e", { cityCode: "370200", kind: "pooled" }) },
  ...[
    makeExchange("x1", { supplierId: "a", receiverId: "d", quantity: tonnes(100) }),
    makeExchange("x2", { supplierId: "b", receiverId: "d", quantity: tonnes(50) }),
    makeExchange("x3", { supplierId: "a", receiverId: "d" }),
    makeExchange("x4", {
      supplierId: "c",
      receiverId: "a",
      quantity: makeQuantity(9, "t/a", "capacity", "material"),
    }),
    makeExchange("x5", { supplierId: "a", receiverId: "b", quantity: tonnes(7) }),
    makeExchange("x6", { supplierId: "a", receiverId: "b", quantity: tonnes(1000), sameCompany: true }),
    makeExchange("x7", {
      supplierId: "e",
      receiverId: "a",
      layer: "energy",
      linkKind: "utility",
      quantity: makeQuantity(10, "t/h", "reported", "energy"),
    }),
    makeExchange("x8", { supplierId: "d", receiverId: "a", status: "planned", quantity: tonnes(5) }),
  ].map((record) => ({ kind: "exchanges" as const, record })),
  { kind: "listings", record: makeListing("L1", { enterpriseId: "a" }) },
  { kind: "listings", record: makeListing("L2", { enterpriseId: "a", direction: "need", layer: "water" }) },
];

describe("a hand-made network", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(small);
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  test("a park, when opened, then sums leave out what is unknown, capacities, plans and internal reuse", async () => {
    const detail = await server.get<ResponseOf<"park">>("/api/parks/p1");
    const sums = (rows: typeof detail.outgoing) =>
      rows.map(({ layer, exchangeCount, quantifiedCount, perYear, steamTonnesPerYear, assumedCount }) => [
        layer,
        exchangeCount,
        quantifiedCount,
        perYear,
        steamTonnesPerYear,
        assumedCount,
      ]);
    const none = (layer: string) => [layer, 0, 0, null, null, 0];
    expect(sums(detail.outgoing)).toEqual([["material", 3, 2, 150, null, 0], none("energy"), none("water")]);
    expect(sums(detail.incoming)).toEqual([
      ["material", 1, 0, null, null, 0],
      ["energy", 1, 0, null, 80_000, 1],
      none("water"),
    ]);
    expect(sums(detail.inside)[0]).toEqual(["material", 1, 1, 7, null, 0]);
    expect(sums(detail.internalReuse)[0]).toEqual(["material", 1, 1, 1000, null, 0]);
    expect(
      detail.partners.map(({ placeId, outgoingCount, incomingCount }) => [
        placeId,
        outgoingCount,
        incomingCount,
      ]),
    ).toEqual([
      ["park:p3", 3, 0],
      ["city:370200", 0, 1],
      ["park:p2", 0, 1],
    ]);
    expect(detail.overlapping.map(({ id }) => id)).toEqual(["p2"]);
    expect([detail.enterpriseCount, detail.offerCount, detail.needCount]).toEqual([2, 1, 1]);
  });

  test("internal reuse, when let in, then stands in its own row all the same", async () => {
    const detail = await server.get<ResponseOf<"park">>("/api/parks/p1?internal=yes");
    expect(detail.inside[0]?.perYear).toBe(7);
    expect(detail.internalReuse[0]?.perYear).toBe(1000);
  });

  test("a place that is not a park, when opened, then has no park and stands at its city", async () => {
    const detail = await server.get<ResponseOf<"place">>("/api/places/city:370200");
    expect([detail.park, detail.place.kind, detail.place.nameZh]).toEqual([null, "city", "青岛市"]);
    expect(detail.outgoing.find(({ layer }) => layer === "energy")?.exchangeCount).toBe(1);
  });

  test("under a province, when metrics and parks are asked for, then they are those of that province alone", async () => {
    type Parks = ResponseOf<"parks">;
    const { items } = await server.get<Parks>("/api/parks?province=37");
    expect(items.map(({ id }) => id)).toEqual(["p1", "p2"]);
    for (const name of ["degree", "betweenness", "pagerank"]) {
      const { coverage, result } = await server.get<ResponseOf<"metric">>(
        `/api/metrics/park.${name}?province=37`,
      );
      expect(result).toMatchObject({ nodes: { ids: ["park:p1", "park:p2"] } });
      // p1 → p3 are three exchanges, and one comes to p1 from a pooled end of Qingdao.
      expect([name, coverage.nodes, coverage.leaves, coverage.outsideNodes]).toEqual(
        name === "degree" ? [name, 4, 0, 1] : [name, 6, 4, 0],
      );
    }
    const park = await server.get<ResponseOf<"park">>("/api/parks/p1?province=37");
    expect(park.metrics.find(({ metricId }) => metricId === "park.degree")).toMatchObject({
      value: 3,
      of: 2,
    });
    const other = await server.get<ResponseOf<"park">>("/api/parks/p3?province=37");
    expect(other.metrics).toEqual([]);
  });

  test("metrics of a place, when ranked, then 1 is the highest and equals share a rank", async () => {
    const rankOf = async (park: string) => {
      const { metrics } = await server.get<ResponseOf<"park">>(`/api/parks/${park}`);
      const found = metrics.find(({ metricId }) => metricId === "park.degree");
      return [found?.value, found?.rank, found?.of];
    };
    // Linked with p3, p2 and Qingdao, which is no park; the others with p1 alone.
    expect(await rankOf("p1")).toEqual([3, 1, 3]);
    expect(await rankOf("p2")).toEqual([1, 2, 3]);
    expect(await rankOf("p3")).toEqual([1, 2, 3]);
  });

  test("corridors, when listed, then most exchanges come first, and inside ones only if asked for", async () => {
    const list = async (query: string) =>
      (await server.get<ResponseOf<"corridors">>(`/api/corridors?${query}`)).items.map(
        ({ from, to, flow, crossProvince }) => [from, to, flow.exchangeCount, flow.perYear, crossProvince],
      );
    const across = ["park:p1", "park:p3", 3, 150, true];
    const heat = ["city:370200", "park:p1", 1, null, false];
    const capacity = ["park:p2", "park:p1", 1, null, false];
    const inside = ["park:p1", "park:p1", 1, 7, false];
    expect(await list("")).toEqual([across, heat, capacity]);
    expect(await list("scope=inside")).toEqual([inside]);
    expect(await list("scope=all&layer=material&sort=flow")).toEqual([across, inside, capacity]);
    expect(await list("status=planned")).toEqual([["park:p3", "park:p1", 1, 5, true]]);
  });

  test("exchanges, when asked for by either end, then those alone", async () => {
    const ids = async (query: string) =>
      (await server.get<ResponseOf<"exchanges">>(`/api/exchanges?${query}`)).items.map(({ id }) => id);
    expect(await ids("from=park:p1&to=park:p3")).toEqual(["x1", "x2", "x3"]);
    expect(await ids("place=park:p2")).toEqual(["x4"]);
    expect(await ids("enterprise=b")).toEqual(["x2", "x5"]);
    expect(await ids("enterprise=b&internal=yes")).toEqual(["x2", "x5", "x6"]);
    expect(await ids("pooled=no&place=city:370200")).toEqual([]);
    // Only the heat from somewhere in Qingdao has an end that is not known.
    const unplaced = await ids("place=city:370200");
    expect(unplaced).toHaveLength(1);
    expect(await ids("ends=unknown")).toEqual(unplaced);
    expect(await ids("ends=unknown&place=park:p3")).toEqual([]);
  });

  test("a corridor, when an end of it is not known, then carries no path", async () => {
    const { items } = await server.get<ResponseOf<"corridors">>("/api/corridors?scope=all");
    const carries = items.map(({ from, carriesPath }) => [from.startsWith("park:"), carriesPath]);
    expect(carries.length).toBeGreaterThan(2);
    expect(carries.filter(([isKnown, carriesPath]) => isKnown !== carriesPath)).toEqual([]);
  });

  test("enterprises and listings, when asked for by place or word, then those alone", async () => {
    const enterprises = async (query: string) =>
      (await server.get<ResponseOf<"enterprises">>(`/api/enterprises?${query}`)).items.map(({ id }) => id);
    expect(await enterprises("park=p1")).toEqual(["a", "b"]);
    expect(await enterprises("place=city:370200")).toEqual(["e"]);
    expect(await enterprises("id=b&place=park:p1")).toEqual(["b"]);
    expect(await enterprises("id=b&place=park:p3")).toEqual([]);
    expect(await enterprises("id=nobody")).toEqual([]);
    expect(await enterprises(`q=${encodeURIComponent("企业C")}`)).toEqual(["c"]);
    const listings = async (query: string) =>
      (await server.get<ResponseOf<"listings">>(`/api/listings?${query}`)).items.map(({ id }) => id);
    expect(await listings("park=p1&direction=need")).toEqual(["L2"]);
    expect(await listings("enterprise=a&layer=material")).toEqual(["L1"]);
    expect(await listings("place=park:p3")).toEqual([]);
  });
});

describe("the real network", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(readSeed());
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  test("meta, when read, then counts what the seeds hold", async () => {
    const meta = await server.get<ResponseOf<"meta">>("/api/meta");
    expect(meta.counts).toMatchObject({
      parks: 269,
      enterprises: 691,
      exchanges: 390,
      listings: 366,
      rules: 107,
    });
    expect([meta.cities.length, meta.provinces.map(({ code }) => code)]).toEqual([29, ["37", "32"]]);
    expect(meta.units).toEqual({ material: "t/a", energy: "GJ/a", water: "m3/a" });
  });

  test("parks of one province, when listed, then 144 and 125", async () => {
    const total = async (query: string) =>
      (await server.get<ResponseOf<"parks">>(`/api/parks?limit=1&${query}`)).total;
    expect([await total("province=37"), await total("province=32"), await total("")]).toEqual([
      144, 125, 269,
    ]);
  });

  test.each(["", "layer=energy", "status=operating,planned&internal=yes", "pooled=no&province=32"])(
    "under the filter %j, when counted everywhere, then corridors, exchanges, places and facets agree",
    async (query) => {
      const facets = await server.get<ResponseOf<"facets">>(`/api/facets?${query}`);
      const { total } = await server.get<ResponseOf<"exchanges">>(`/api/exchanges?limit=1&${query}`);
      const corridors = await server.get<ResponseOf<"corridors">>(
        `/api/corridors?limit=500&scope=all&${query}`,
      );
      const places = await server.get<ResponseOf<"places">>(`/api/places?${query}`);
      const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);
      expect(total).toBeGreaterThan(0);
      expect(facets.matching).toBe(total);
      expect(corridors.next).toBeNull();
      expect(sum(corridors.items.map(({ flow }) => flow.exchangeCount))).toBe(total);
      // Each exchange touches two places, or one where both ends are there.
      expect(sum(places.items.map((place) => place.exchangeCount + place.insideExchangeCount))).toBe(
        2 * total,
      );
    },
  );

  test("exchanges, when listed without a parameter, then the filter is named and all it left out is counted", async () => {
    const list = async (query: string) =>
      await server.get<ResponseOf<"exchanges">>(`/api/exchanges?limit=1&${query}`);
    const { counts } = await server.get<ResponseOf<"meta">>("/api/meta");
    const { filter, total, leftOut } = await list("");
    expect(filter).toEqual({ ...defaultFilter, asOfYear: expect.any(Number) });
    expect(leftOut).toBeGreaterThan(0);
    expect(total + leftOut).toBe(counts["exchanges"]);
    const widest = new URLSearchParams(toQuery(noFilter));
    expect((await list(widest.toString())).leftOut).toBe(0);
    // Of a selection, what the filter left out of that selection.
    const here = await list("place=city:370200");
    const all = await list(`place=city:370200&${widest.toString()}`);
    expect([here.total + here.leftOut, all.leftOut]).toEqual([all.total, 0]);
  });

  test("meta, a metric and every file, when read, then name the same records and the program", async () => {
    const contentHash = hashNetwork(readSeedNetwork());
    const origin = { contentHash, productVersion: "0.0.0-test" };
    expect(await server.get("/api/meta")).toMatchObject(origin);
    expect(await server.get("/api/metrics/network.links")).toMatchObject(origin);
    expect(await server.get("/api/export/node-link")).toMatchObject({ graph: origin });
    for (const format of ["nodes.csv", "edges.csv", "graphml"])
      expect((await server.ask(`/api/export/${format}`)).body.toString()).toContain(contentHash);
    const refused = await server.ask("/api/export/csv");
    expect([refused.status, refused.body.toString()]).toEqual([
      400,
      expect.stringContaining("nodes.csv and edges.csv"),
    ]);
  });

  test.each(["parks", "places", "corridors"] as const)(
    "%s, when listed, then name the filter and count what it left out",
    async (id) => {
      const ask = async (query: string) => await server.get<ResponseOf<typeof id>>(`/api/${id}?${query}`);
      const { counts } = await server.get<ResponseOf<"meta">>("/api/meta");
      const jiangsu = await ask("province=32");
      expect(jiangsu.filter).toEqual({
        ...defaultFilter,
        asOfYear: expect.any(Number),
        provinceCodes: ["32"],
      });
      const facets = await server.get<ResponseOf<"facets">>("/api/facets?province=32");
      const expected =
        id === "parks" ? (counts["parks"] ?? 0) - jiangsu.total : facets.total - facets.matching;
      expect(jiangsu.leftOut).toBe(expected);
      expect(expected).toBeGreaterThan(0);
    },
  );

  test("every place, when opened, then its partners are its corridors", async () => {
    const { items } = await server.get<ResponseOf<"corridors">>("/api/corridors?limit=500");
    const places = [...new Set(items.flatMap(({ from, to }) => [from, to]))];
    for (const placeId of places.slice(0, 25)) {
      const detail = await server.get<ResponseOf<"place">>(`/api/places/${placeId}`);
      const neighbours = new Set(
        items.flatMap(({ from, to }) => (from === placeId ? [to] : to === placeId ? [from] : [])),
      );
      expect(new Set(detail.partners.map((partner) => partner.placeId))).toEqual(neighbours);
    }
  });

  test("the candidate count of a place, when compared with its list, then is its length", async () => {
    const { items } = await server.get<ResponseOf<"candidates">>("/api/candidates?limit=20");
    expect(items.length).toBeGreaterThan(10);
    for (const placeId of new Set(items.map(({ supplier }) => supplier.placeId))) {
      const detail = await server.get<ResponseOf<"place">>(`/api/places/${placeId}`);
      const list = await server.get<ResponseOf<"candidates">>(`/api/candidates?limit=1&place=${placeId}`);
      expect(detail.candidateCount).toBe(list.total);
    }
  });

  test("candidates, when listed, then say what was applied unasked and what that left out", async () => {
    const list = async (query: string) =>
      await server.get<ResponseOf<"candidates">>(`/api/candidates?limit=1&${query}`);
    const [open, all] = [await list(""), await list("gates=all&existing=yes")];
    expect(open.filter).toMatchObject({ gates: "open", existing: "no" });
    expect([all.filter, all.leftOut]).toMatchObject([{ gates: "all", existing: "yes" }, 0]);
    expect(open.leftOut).toBeGreaterThan(0);
    expect(open.total + open.folded + open.leftOut).toBe(all.total + all.folded);
    expect(open.folded).toBeGreaterThan(0);
    const unfolded = await list("fold=no");
    expect([unfolded.total, unfolded.folded]).toEqual([open.total + open.folded, 0]);
  });

  test("candidates, when listed, then the counts of all sections are those of their lists", async () => {
    const list = async (query: string) =>
      await server.get<ResponseOf<"candidates">>(`/api/candidates?limit=1&layer=material&${query}`);
    const { counts, total } = await list("");
    expect(counts["between-parks"]).toBe(total);
    const questions = {
      "same-park": "list=same-park",
      hypothesis: "list=hypothesis",
      "with-total": "list=with-total",
      "probably-existing": "list=probably-existing",
      existing: "list=all&existing=only&gates=all",
      blocked: "list=all&gates=blocked",
    } as const;
    for (const [section, query] of Object.entries(questions)) {
      const answer = await list(query);
      expect([section, answer.total]).toEqual([section, counts[section as keyof typeof questions]]);
      expect(answer.counts).toEqual(counts);
    }
    expect(counts.existing).toBeGreaterThan(0);
    expect(counts.blocked).toBeGreaterThan(0);
  });

  test("candidates, when a day is named, then are judged by its law, and every answer says which day that is", async () => {
    const permissions = async (day: string) => {
      const { asOf, items } = await server.get<ResponseOf<"candidates">>(
        `/api/candidates?limit=500&list=all&gates=all&crossProvince=yes&asOf=${encodeURIComponent(day)}`,
      );
      const legal = items.flatMap(({ gates }) =>
        gates.flatMap((gate) => (gate.id === "cross-province-permission" ? [gate.legal] : [])),
      );
      return { asOf, classes: new Set(legal.map((one) => one?.permission)), legal };
    };
    const before = await permissions("2026年8月14日");
    const after = await permissions("2026-08-15");
    expect([before.asOf, after.asOf]).toEqual(["2026-08-14", "2026-08-15"]);
    expect([before.classes.has("filing"), before.classes.has("information-in-advance")]).toEqual([
      true,
      false,
    ]);
    expect([after.classes.has("filing"), after.classes.has("information-in-advance")]).toEqual([false, true]);
    expect(before.legal.every((one) => one === null || one.inForceFrom <= "2026-08-14")).toBe(true);
  });

  test("the panels of a place and of a material, when a day is named, then count what is open on it", async () => {
    for (const day of ["2026-08-14", "2049-12-31"]) {
      const { items } = await server.get<ResponseOf<"candidates">>(`/api/candidates?limit=1&asOf=${day}`);
      const placeId = items[0]?.supplier.placeId ?? "park:js-sip";
      const detail = await server.get<ResponseOf<"place">>(`/api/places/${placeId}?asOf=${day}`);
      const list = await server.get<ResponseOf<"candidates">>(
        `/api/candidates?limit=1&place=${placeId}&asOf=${day}`,
      );
      expect([detail.asOf, detail.candidateCount]).toEqual([day, list.total]);
      expect((await server.get<ResponseOf<"material">>(`/api/materials/SW02?asOf=${day}`)).asOf).toBe(day);
    }
  });

  test("gaps of cities, when paged and filtered, then each is told once with the totals behind it", async () => {
    const all = await server.get<ResponseOf<"gaps">>("/api/gaps?limit=500");
    const first = await server.get<ResponseOf<"gaps">>("/api/gaps?limit=7");
    const second = await server.get<ResponseOf<"gaps">>(`/api/gaps?limit=7&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 14));
    const ids = all.items.flatMap(({ surplus, need }) => [...surplus.listingIds, ...need.listingIds]);
    expect(new Set(ids).size).toBe(ids.length);
    const water = await server.get<ResponseOf<"gaps">>("/api/gaps?layer=water");
    expect(new Set(water.items.map(({ layer }) => layer))).toEqual(new Set(["water"]));
    const behind = water.items.flatMap(({ surplus, need }) => [...surplus.listingIds, ...need.listingIds]);
    expect(water.leftOut).toBe(ids.length - behind.length);
    const ash = await server.get<ResponseOf<"gaps">>("/api/gaps?resource=SW02");
    expect(ash.items.map(({ resourceCode }) => resourceCode)).toEqual(["SW02"]);
    expect((await server.ask("/api/gaps?resource=unobtainium")).status).toBe(404);
  });

  test("why not, when asked of a candidate, then gives its place in its list; of any other pair one cause", async () => {
    const { items } = await server.get<ResponseOf<"candidates">>("/api/candidates?limit=30");
    const ask = (supplier: string, receiver: string, code: string) =>
      server.get<ResponseOf<"whyNot">>(
        `/api/why-not?supplier=${encodeURIComponent(supplier)}&receiver=${receiver}&code=${code}`,
      );
    for (const [at, { id, list, supplier, receiver, resourceCode }] of items.entries()) {
      if (at % 10 !== 0) continue;
      const answer = await ask(supplier.nameZh, receiver.enterpriseId, resourceCode);
      expect(answer).toMatchObject({ cause: null, list, candidateId: id, rank: at + 1 });
    }
    expect(await ask("sd-rz-power", "js-shagang", "SW02")).toMatchObject({ list: null, rank: null });
  });

  test("candidates, when paged, then come best first and each once", async () => {
    const seen: Candidate[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const text: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const page: ResponseOf<"candidates"> = await server.get(`/api/candidates?limit=200${text}`);
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const last = seen.at(-1)?.id ?? "";
    const alone: ResponseOf<"candidates"> = await server.get(
      `/api/candidates?id=${encodeURIComponent(last)}`,
    );
    expect(alone.items).toEqual(seen.slice(-1));
    expect((await server.ask("/api/candidates?id=not~one")).status).toBe(400);
    const rank = ({ placement, score }: Candidate) => (placement === "same-city-parks-open" ? 0 : 1) + score;
    const ranks = seen.map(rank);
    expect(ranks).toEqual(ranks.toSorted((left, right) => right - left));
  });

  test("every metric of the catalogue, when computed, then answers by its schema or says that it needs one layer", async () => {
    const { items } = await server.get<ResponseOf<"metricCatalogue">>("/api/metrics");
    expect(items.length).toBeGreaterThan(15);
    for (const { id, needsOneLayer } of items) {
      expect([id, (await server.ask(`/api/metrics/${id}?layer=material`)).status]).toEqual([id, 200]);
      expect([id, (await server.ask(`/api/metrics/${id}`)).status]).toEqual([id, needsOneLayer ? 422 : 200]);
    }
  });
});

test("a heavy analysis of a big network, when it runs, then health answers meanwhile", async () => {
  const seed = readSeed();
  const resources = seed.flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));
  const size = { parks: 60, enterprises: 2000, listings: 6000, exchanges: 2000, seed: 1, resources };
  await using server = await startServer([...seed, ...synthesize(size)], {
    production: true,
    pool: { inlineUpTo: 1000 },
  });
  await server.ask("/api/meta");
  const state = { isDone: false };
  const heavy = server.ask("/api/candidates").finally(() => {
    state.isDone = true;
  });
  let answered = 0;
  while (!state.isDone) {
    expect((await server.ask("/healthz")).status).toBe(200);
    answered += 1;
  }
  expect((await heavy).status).toBe(200);
  expect(answered).toBeGreaterThan(20);
});
