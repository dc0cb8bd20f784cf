import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints, type EndpointId, type ResponseOf } from "#graph/schema/api/contract.ts";
import type { Endpoint } from "#graph/schema/api/endpoint.ts";
import { Confidentiality } from "#graph/schema/records/confidentiality.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { evidence, makeListing } from "#test/contracts/sample-records.ts";
import { toPath, toQueryText, validParams, validQuery } from "./support/query-arbitrary.ts";
import { startServer, type Answer, type RunningServer } from "./support/running-server.ts";

/*
 * Two worlds that differ in nothing but listings which are not public. Whatever is asked, both must answer with the very
 * same bytes, but for the one count of what is withheld.
 */

/** One listing of each class but `public` that would be matched, counted, listed and marked as synthetic if it leaked. */
const hidden: TaggedRecord[] = Confidentiality.options
  .filter((confidentiality) => confidentiality !== "public")
  .map((confidentiality, index) => ({
    kind: "listings",
    record: makeListing(`HIDDEN-${index}`, {
      enterpriseId: index % 2 === 0 ? "sd-rz-power" : "sd-lubei-phosphate",
      direction: index === 3 ? "need" : "offer",
      resourceCodes: ["SW02"],
      resourceZh: `机密粉煤灰${index}`,
      quantity: makeQuantity(777_000 + index, "t/a", "reported", "material"),
      confidentiality,
      evidence: { ...evidence, synthetic: index === 1 },
    }),
  }));

let withHidden: RunningServer;
let without: RunningServer;
beforeAll(async () => {
  withHidden = await startServer([...readSeed(), ...hidden]);
  without = await startServer(readSeed());
});
afterAll(async () => {
  await withHidden[Symbol.asyncDispose]();
  await without[Symbol.asyncDispose]();
});

const perCall = ["date", "server-timing", "x-request-id", "ratelimit", "ratelimit-policy", "content-length"];

/** All that a client learns from an answer; of a problem, all but the id of the request. */
function learnt({ status, headers, body }: Answer) {
  const kept = Object.entries(headers).filter(([name]) => !perCall.includes(name));
  const text = body
    .toString("latin1")
    .replace(/"requestId":"[^"]*"/, "")
    .replace(/"withheld":(?:\{"listings":\d+\}|\d+)/, "");
  return { status, headers: Object.fromEntries(kept), text };
}

const askBoth = async (path: string) =>
  (await Promise.all([withHidden.ask(path), without.ask(path)])).map(learnt);

const ids: Readonly<Record<string, readonly string[]>> = {
  park: ["sd-lubei", "js-baoying-edz"],
  place: ["park:sd-lubei", "city:371100"],
  from: ["park:sd-lubei"],
  to: ["city:371100"],
  enterprise: ["sd-rz-power", "sd-lubei-phosphate"],
  resource: ["SW02"],
  listing: ["L001", "HIDDEN-0", "HIDDEN-3"],
  q: ["机密", "HIDDEN", "粉煤灰"],
};
const idOfPath: Partial<Record<EndpointId, readonly string[]>> = {
  park: ["sd-lubei"],
  place: ["park:sd-lubei", "city:371100"],
  material: ["SW02", "机密粉煤灰0", "粉煤灰"],
  metric: ["park.degree", "network.links"],
};
// A network that is sent with a question holds no record of the store.
const rows = (Object.entries(endpoints) as unknown as readonly (readonly [EndpointId, Endpoint])[]).filter(
  ([, { method }]) => method === "get",
);

describe.each(rows)("%s", (id, row) => {
  test("asked in two worlds that differ in hidden listings alone, answers the same bytes", async () => {
    const known = { ...ids, id: idOfPath[id] ?? ["HIDDEN-0~HIDDEN-3~SW02", "L001"] };
    await fc.assert(
      fc.asyncProperty(validParams(row, known), validQuery(row, known), async (params, query) => {
        const [left, right] = await askBoth(`${toPath(row, params)}?${toQueryText(query)}`);
        expect(left).toEqual(right);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  "/api/listings?limit=500",
  "/api/listings?enterprise=sd-rz-power",
  "/api/enterprises?id=sd-rz-power",
  "/api/candidates?limit=500",
  "/api/candidates?gates=all&existing=yes&limit=500",
  "/api/candidates?listing=HIDDEN-0",
  "/api/why-not?supplier=sd-rz-power&receiver=sd-rz-dayu-cement&code=SW02",
  "/api/parks?limit=500",
  "/api/parks/sd-lubei",
  "/api/places/city:371100",
  "/api/meta",
  "/api/search?q=HIDDEN",
  "/healthz",
  "/readyz",
])("%s says nothing of what is hidden", async (path) => {
  const [left, right] = await askBoth(path);
  expect(left).toEqual(right);
});

test("a list of listings says how many of the whole network it does not show, under every condition the same", async () => {
  for (const query of ["", "?enterprise=sd-rz-power", "?enterprise=sd-lubei-phosphate", "?layer=water"]) {
    const { withheld } = await withHidden.get<ResponseOf<"listings">>(`/api/listings${query}`);
    expect([query, withheld]).toEqual([query, hidden.length]);
  }
  expect((await withHidden.get<ResponseOf<"meta">>("/api/meta")).withheld).toEqual({
    listings: hidden.length,
  });
  expect((await without.get<ResponseOf<"listings">>("/api/listings")).withheld).toBe(0);
});

test("a listing whose last day is over, when listed, then says so; on its last day it does not", async () => {
  await using server = await startServer([
    ...readSeed().filter(({ kind }) => kind !== "listings"),
    {
      kind: "listings",
      record: makeListing("over", { enterpriseId: "sd-rz-power", validUntil: "2026-11-23" }),
    },
    {
      kind: "listings",
      record: makeListing("today", { enterpriseId: "sd-rz-power", validUntil: "2026-11-24" }),
    },
    { kind: "listings", record: makeListing("open", { enterpriseId: "sd-rz-power" }) },
  ]);
  const { items } = await server.get<ResponseOf<"listings">>("/api/listings");
  expect(Object.fromEntries(items.map(({ id, expired }) => [id, expired]))).toEqual({
    over: true,
    today: false,
    open: false,
  });
});
