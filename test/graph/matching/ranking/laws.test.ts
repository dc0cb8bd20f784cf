import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferredEvidence, listedEvidence } from "#graph/matching/ends/end.ts";
import { lnCover, lnDistanceScore, lnScore, type ScoreInput } from "#graph/matching/ranking/score.ts";
import { scorer } from "#graph/matching/ranking/scorer.ts";
import type { End } from "#graph/matching/ends/end.ts";
import { Enterprise } from "#graph/schema/records/enterprise.ts";
import { Confidence, SourceKind } from "#graph/schema/records/evidence.ts";
import { at, evidence, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeExchange } from "#test/fixtures/small-network.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

/** What must hold whatever the weights are set to. How large they are is for judged candidates to say. */

const year = 2026;
const kindsInOrder = ["plant", "anonymised", "pooled"] as const satisfies readonly Enterprise["kind"][];
const kinds = Enterprise.shape.kind.options;
const anyEvidence = fc
  .record({
    confidence: fc.constantFrom(...Confidence.options),
    sourceKind: fc.constantFrom(...SourceKind.options),
  })
  .map((fields) => ({ ...evidence, ...fields }));
const anyYear = fc.integer({ min: 1990, max: year });

const plantAt = (over: Partial<Enterprise> = {}) => at("west", "plant", over);
const listed = (yearTo: number | null, over: Partial<Enterprise> = {}, from = evidence) =>
  listedEvidence(
    offer("plant", "SW02", { yearTo, evidence: { ...from, asOfYear: null } }),
    plantAt(over),
    year,
  );
const inferred = (asOfYear: number | null, from = evidence) =>
  inferredEvidence(plantAt({ evidence: { ...from, asOfYear } }), year);

describe("laws of the evidence of an end", () => {
  it("at equal parts a plant with a name counts more than one without, and that more than a total", () => {
    fc.assert(
      fc.property(anyEvidence, anyYear, (from, yearTo) => {
        const [plant = 0, anonymised = 0, pooled = 0] = kindsInOrder.map((kind) =>
          listed(yearTo, { kind }, from),
        );
        expect(plant).toBeGreaterThan(anonymised);
        expect(anonymised).toBeGreaterThan(pooled);
        expect(pooled).toBeGreaterThan(0);
      }),
    );
    expect([...kindsInOrder].sort()).toEqual([...kinds].sort());
  });

  it("at equal parts older never counts more than newer, and has a floor", () => {
    fc.assert(
      fc.property(anyEvidence, anyYear, fc.integer({ min: 1, max: 20 }), (from, newer, years) => {
        expect(listed(newer - years, {}, from)).toBeLessThanOrEqual(listed(newer, {}, from));
        expect(listed(newer - years, {}, from)).toBeGreaterThanOrEqual(listed(1900, {}, from));
      }),
    );
    expect(listed(year - 5)).toBeLessThan(listed(year));
    expect(inferred(year - 5)).toBeLessThan(inferred(year));
  });

  it("what is said of a year to come counts as said today", () => {
    expect(listed(year + 5)).toBe(listed(year));
  });

  it("to learn the year of a row never lowers its evidence", () => {
    fc.assert(
      fc.property(anyEvidence, anyYear, (from, known) => {
        expect(listed(known, {}, from)).toBeGreaterThanOrEqual(listed(null, {}, from));
        expect(inferred(known, from)).toBeGreaterThanOrEqual(inferred(null, from));
      }),
    );
  });

  it("at equal parts what is documented counts more than what is inferred", () => {
    fc.assert(
      fc.property(anyEvidence, anyYear, fc.constantFrom(...kinds), (from, when, kind) => {
        const enterprise = plantAt({ kind, evidence: { ...from, asOfYear: when } });
        for (const status of ["operating", "under-construction", "planned", "stock"] as const) {
          const listing = offer("plant", "SW02", { status, yearTo: when, evidence: from });
          expect(listedEvidence(listing, enterprise, year)).toBeGreaterThan(
            inferredEvidence(enterprise, year),
          );
        }
      }),
    );
  });

  it("the oldest plan that anybody recorded counts more than a guess from today's record", () => {
    fc.assert(
      fc.property(anyEvidence, fc.constantFrom(...kinds), anyYear, (from, kind, when) => {
        const enterprise = plantAt({ kind, evidence: { ...from, asOfYear: year } });
        const plan = offer("plant", "SW02", { status: "planned", yearTo: when, evidence: from });
        expect(listedEvidence(plan, enterprise, year)).toBeGreaterThan(inferredEvidence(enterprise, year));
      }),
    );
  });
});

describe("laws of the score", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const ln = share.map(Math.log);
  const anyParts = fc.record({ fit: share, practice: share, lnDistance: ln, lnEvidence: ln, lnCover: ln });
  const names: readonly (keyof ScoreInput)[] = ["fit", "practice", "lnDistance", "lnEvidence", "lnCover"];

  it("lies between its worst and its best part, and grows with each", () => {
    fc.assert(
      fc.property(anyParts, fc.constantFrom(...names), (parts, name) => {
        const { fit, practice, lnDistance, lnEvidence, lnCover: cover } = parts;
        const all = [Math.log(fit), Math.log(practice), lnDistance, lnEvidence, cover];
        expect(lnScore(parts)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-12);
        expect(lnScore(parts)).toBeLessThanOrEqual(Math.max(...all) + 1e-12);
        const isShare = name === "fit" || name === "practice";
        const better = { ...parts, [name]: isShare ? parts[name] * 1.1 : parts[name] + 0.1 };
        expect(lnScore(better)).toBeGreaterThan(lnScore(parts));
      }),
    );
  });

  it("is never above the bound from some of its parts", () => {
    fc.assert(
      fc.property(anyParts, fc.subarray([...names]), (parts, known) => {
        const some = Object.fromEntries(known.map((name) => [name, parts[name]]));
        expect(scorer.bound(some)).toBeGreaterThanOrEqual(scorer.score(parts));
      }),
    );
  });
});

describe("to learn what was not known never costs a candidate anything", () => {
  const end = (perYear: number | null) => {
    const party = { unit: "t/a", lnQuantity: perYear === null ? Number.NaN : Math.log(perYear) };
    return party as unknown as End;
  };
  const tonnes = fc.double({ min: 0.001, max: 1e9, noNaN: true });

  it("a quantity, however poorly it covers", () => {
    fc.assert(
      fc.property(tonnes, tonnes, (offered, wanted) => {
        const known = lnCover(end(offered), end(wanted));
        expect(known).toBeGreaterThanOrEqual(lnCover(end(offered), end(null)));
        expect(known).toBeGreaterThanOrEqual(lnCover(end(null), end(null)));
      }),
    );
  });

  it("a quantity that covers well counts more, and not where the lot is too small to handle", () => {
    expect(lnCover(end(9000), end(10_000))).toBeGreaterThan(lnCover(end(2000), end(10_000)));
    expect(lnCover(end(2000), end(10_000))).toBeGreaterThan(lnCover(end(null), end(10_000)));
    expect(lnCover(end(3), end(3))).toBe(lnCover(end(null), end(null)));
  });

  it("a distance, however long, and a nearer one counts more", () => {
    const typical = fc.double({ min: 3, max: 150, noNaN: true });
    const km = fc.double({ min: 0, max: 2000, noNaN: true });
    fc.assert(
      fc.property(km, km, typical, (one, other, reach) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)];
        expect(lnDistanceScore(near, reach)).toBeGreaterThanOrEqual(lnDistanceScore(far, reach));
        expect(lnDistanceScore(far, reach)).toBeGreaterThanOrEqual(lnDistanceScore(Number.NaN, reach));
      }),
    );
  });
});

describe("laws of candidates that differ in one thing", () => {
  /** Score by receiver of one offer of fly ash in the west. */
  const scores = (records: Parameters<typeof networkOf>[0]) =>
    new Map(
      allCandidates(networkOf(records), { asOf: `${year}-11-24` }).map(({ receiver, score }) => [
        receiver.enterpriseId,
        score,
      ]),
    );
  const score = (found: ReadonlyMap<string, number>, id: string) => found.get(id) ?? Number.NaN;
  const ash = offer("plant", "SW02", { resourceZh: "粉煤灰", tonnes: 100_000 });
  const power = at("west", "plant", { industryCode: "4411" });
  const works = (id: string, over: Partial<Enterprise> = {}) =>
    at("east", id, { industryCode: "3011", ...over });

  it("a receiver that is a total never ranks above a plant, one that lists its need never below one that does not", () => {
    const found = scores({
      enterprises: [power, works("named"), works("total", { kind: "pooled" }), works("silent")],
      listings: [ash, ...["named", "total"].map((id) => need(id, "SW02", { resourceZh: "粉煤灰" }))],
      rules: [makeRule("R1", {})],
    });
    expect(score(found, "named")).toBeGreaterThan(score(found, "total"));
    expect(score(found, "named")).toBeGreaterThan(score(found, "silent"));
  });

  it("a guessed receiver that is known to use the resource ranks above one that is not, which stays in", () => {
    const found = scores({
      enterprises: [power, works("user"), works("other"), at("far", "maker", { industryCode: "4411" })],
      listings: [ash],
      rules: [makeRule("R1", {})],
      exchanges: [makeExchange("x", { supplierId: "maker", receiverId: "user", resourceCode: "SW02" })],
    });
    expect(score(found, "user")).toBeGreaterThan(score(found, "other"));
    expect(score(found, "other")).toBeGreaterThan(0);
  });
});
