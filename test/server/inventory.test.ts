import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EstimateView } from "#graph/schema/answers/estimate.ts";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(readSeed());
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const post = async (path: string, body: object) =>
  await server.ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

describe("estimates", () => {
  test("of one works are its activities times its coefficients, each with its source, beside what is stated", async () => {
    const { items, counts } = await server.get<ResponseOf<"estimates">>(
      "/api/estimates?enterprise=js-shagang",
    );
    const slag = items.find(({ resourceZh }) => resourceZh === "高炉矿渣");
    // 18.43 Mt of iron × 0.35 t/t, by hand.
    expect(slag).toMatchObject({
      grade: "inferred",
      direction: "offer",
      unit: "t/a",
      enterpriseId: "js-shagang",
    });
    expect(slag?.amount.best).toBeCloseTo(6_450_500, 3);
    expect(slag?.arithmetic.en).toMatch(/^18,430,000 t\/a × 0\.35 t\/t = 6\.45 million t\/a/);
    expect(slag?.terms[0]?.steps.map(({ coefficientId }) => coefficientId)).toEqual(["C013"]);
    expect(slag?.terms[0]?.steps[0]?.evidence.noteEn).toContain("Indian Minerals Yearbook");
    expect(slag).toMatchObject({ stated: { recordId: "L033", perYear: 3_000_000 }, disagrees: true });
    expect(counts).toEqual({ plants: 1, outside: 0, replaced: 3, disagreeing: 2 });
  });

  test("take other values for one request and forget them", async () => {
    const path = "/api/estimates?enterprise=js-shagang&resource=SW01";
    const before = await server.get<ResponseOf<"estimates">>(path);
    const changed = await post(path, {
      coefficients: { C013: { best: 0.7 } },
      activities: { "js-shagang:pig-iron": 1000 },
    });
    expect(changed.status).toBe(200);
    const { items } = changed.json() as ResponseOf<"estimates">;
    const slag = items.find(({ resourceZh }) => resourceZh === "高炉矿渣");
    expect(slag?.amount.best).toBeCloseTo(700, 9);
    // The bounds of the record go along with the best value.
    expect(slag?.terms[0]?.steps[0]).toMatchObject({ low: 0.6, high: 1.08 });
    expect(await server.get<ResponseOf<"estimates">>(path)).toEqual(before);
  });

  test("are refused with the place where a value or an id is wrong", async () => {
    for (const [body, status] of [
      [{ coefficients: { C013: { best: 0 } } }, 400],
      [{ coefficients: { C013: { best: 1, low: 2 } } }, 400],
      [{ activities: { "js-shagang:pig-iron": -1 } }, 400],
      [{ coefficients: { nothing: { best: 1 } } }, 404],
      [{ activities: { nothing: 1 } }, 404],
    ] as const)
      expect([body, (await post("/api/estimates", body)).status]).toEqual([body, status]);
    expect((await server.ask("/api/estimates?enterprise=nobody")).status).toBe(404);
    expect((await server.ask("/api/estimates?resource=unobtainium")).status).toBe(404);
  });

  test("are counted apart: no listing, candidate or place comes of them", async () => {
    const meta = await server.get<ResponseOf<"meta">>("/api/meta");
    const listings = await server.get<ResponseOf<"listings">>("/api/listings?limit=1");
    const estimates = await server.get<ResponseOf<"estimates">>("/api/estimates?limit=1");
    expect(listings.total).toBe(meta.counts["listings"]);
    expect(estimates.total).toBeGreaterThan(1500);
    expect(estimates.counts.outside).toBeGreaterThan(700);
    EstimateView.parse(estimates.items[0]);
    const all = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: ResponseOf<"estimates"> = await server.get(
        `/api/estimates?limit=500${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      all.push(...page.items);
      cursor = page.next;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(estimates.total);
    const disagreeing = await server.get<ResponseOf<"estimates">>("/api/estimates?standing=disagreeing");
    expect(disagreeing.items.map(({ id }) => id)).toEqual(
      all.filter(({ disagrees }) => disagrees === true).map(({ id }) => id),
    );
  });
});

test("totals stand with their ratio and verdict, and the error against reported flows", async () => {
  const { items, truth } = await server.get<ResponseOf<"totals">>("/api/totals");
  expect(items).toHaveLength(45);
  expect(items.find(({ total }) => total.id === "T032")).toMatchObject({ verdict: "near", plantCount: 3 });
  expect(truth.all.medianAbsLogError).toBeLessThan(truth.all.count);
});

describe("the potential", () => {
  test("of a province is that of its cities together, and of the listings alone smaller", async () => {
    const sumOf = async (query: string) => {
      const { items } = await server.get<ResponseOf<"potential">>(
        `/api/potential?resource=SW03&province=32&limit=500&${query}`,
      );
      return items.reduce((sum, { offer }) => sum + (offer.amount?.best ?? 0), 0);
    };
    const [province, cities, stated] = await Promise.all([
      sumOf("level=province"),
      sumOf("level=city"),
      sumOf("level=province&estimates=no"),
    ]);
    expect(cities / province).toBeCloseTo(1, 9);
    expect(stated).toBeLessThan(province);
  });

  test("begins with the most unused or the most unmet, and asks for no city of a province", async () => {
    const restsOf = async (side: "offer" | "need") =>
      (await server.get<ResponseOf<"potential">>(`/api/potential?resource=SW02&sort=rest-${side}`)).items.map(
        (row) => row[side].rest?.best ?? -1,
      );
    for (const side of ["offer", "need"] as const) {
      const rests = await restsOf(side);
      expect(rests.length).toBeGreaterThan(10);
      expect(rests).toEqual(rests.toSorted((left, right) => right - left));
    }
    const refused = await server.ask("/api/potential?level=province&city=370200");
    expect(refused.status).toBe(400);
  });
});
