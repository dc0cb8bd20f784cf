import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { readSeed, readSeedNetwork } from "#seeds/read-seed.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

const network = readSeedNetwork();
const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
const listingById = new Map(network.listings.map((listing) => [listing.id, listing]));
const parkById = new Map(network.parks.map((park) => [park.id, park]));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(readSeed());
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** What a row of a list stands on: its ends, its listings, its codes. */
interface Row {
  readonly ends: readonly (Enterprise | undefined)[];
  readonly listings: readonly Listing[];
  readonly codes: readonly string[];
}

const parkOf = (end: Enterprise | undefined): Park | undefined => parkById.get(end?.parkId ?? "");
const anyEnd = (holds: (end: Enterprise | undefined) => boolean) => (row: Row) => row.ends.some(holds);

/** A query, and what it promises of every row of every list. */
const promises: readonly (readonly [query: string, holds: (row: Row) => boolean])[] = [
  ["province=37", anyEnd((end) => (parkOf(end)?.provinceCode ?? end?.provinceCode) === "37")],
  [
    "city=370700,371600",
    anyEnd((end) => /^37(?:07|16)00$/.test(parkOf(end)?.cityCode ?? end?.cityCode ?? "")),
  ],
  ["parkKind=chemical", anyEnd((end) => /化工|石化/.test(parkOf(end)?.levelZh ?? ""))],
  ["ecoType=comprehensive", anyEnd((end) => parkOf(end)?.ecoTypeZh === "综合类")],
  ["ecoStatus=named", anyEnd((end) => parkOf(end)?.ecoStatus === "named")],
  ["pooled=no", ({ ends }) => ends.every((end) => end?.kind !== "pooled")],
  ["resourceCode=SW02,EN10", ({ codes }) => codes.some((code) => code === "SW02" || code === "EN10")],
  [
    "source=official",
    ({ ends, listings }) => [...ends, ...listings].some((each) => each?.evidence.sourceKind === "official"),
  ],
  [
    "hazardous=yes",
    ({ codes, listings }) =>
      codes.some((code) => /^HW|^\d{3}-/.test(code)) || listings.some(({ hazardous }) => hazardous === true),
  ],
  [
    "layer=water",
    ({ listings, codes }) =>
      listings.some(({ layer }) => layer === "water") || codes.some((code) => code.startsWith("WA")),
  ],
];

type Answer = ResponseOf<"listings"> | ResponseOf<"candidates">;

/** All that an answer tells of: what it lists, what stands folded behind that, and what its filter left out. */
function countedIn(answer: Answer): number {
  return answer.total + answer.leftOut + ("folded" in answer ? answer.folded : 0);
}

async function rowsOf(kind: "listings" | "candidates", query: string) {
  // Every list of candidates: those between parks alone are too few for each filter to find some.
  const all = kind === "candidates" ? "&list=all&gates=all" : "";
  const answer = await server.get<Answer>(`/api/${kind}?limit=500${all}&${query}`);
  const rows = answer.items.map((item): Row => {
    if ("direction" in item) {
      const listing = listingById.get(item.id);
      return {
        ends: [enterpriseById.get(item.enterpriseId)],
        listings: listing === undefined ? [] : [listing],
        codes: item.resourceCodes,
      };
    }
    const sides = [item.supplier, item.receiver];
    return {
      ends: sides.map(({ enterpriseId }) => enterpriseById.get(enterpriseId)),
      listings: sides.flatMap(({ listingId }) => listingById.get(listingId ?? "") ?? []),
      codes: [item.resourceCode],
    };
  });
  return { answer, rows };
}

describe.each(["listings", "candidates"] as const)("%s, when filtered", (kind) => {
  test.each(promises)(
    "by %s, then every row keeps the promise, and the rest is counted as left out",
    async (query, holds) => {
      const whole = await rowsOf(kind, "");
      const { answer, rows } = await rowsOf(kind, query);
      expect(rows.filter((row) => !holds(row))).toEqual([]);
      expect(countedIn(answer)).toBe(countedIn(whole.answer));
      expect(answer.leftOut).toBeGreaterThan(whole.answer.leftOut);
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  test("then the answer names the conditions that were applied and no other", async () => {
    const { answer } = await rowsOf(kind, "province=32");
    expect(answer.filter.provinceCodes).toEqual(["32"]);
    expect(Object.keys(answer.filter)).not.toContain("statuses");
    expect((await server.ask(`/api/${kind}?status=planned`)).status).toBe(400);
  });
});
