import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferredEvidence, listedEvidence } from "#graph/matching/ends/end.ts";
import { lnScore } from "#graph/matching/ranking/score.ts";
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

  it("at equal parts older never counts as much as newer, and every year takes the same share", () => {
    fc.assert(
      fc.property(anyEvidence, anyYear, fc.integer({ min: 1, max: 20 }), (from, newer, years) => {
        const [now, then] = [listed(newer, {}, from), listed(newer - years, {}, from)];
        expect(then).toBeLessThan(now);
        expect(then / now).toBeCloseTo(listed(year - years) / listed(year), 12);
        expect(inferred(newer - years, from) / inferred(newer, from)).toBeCloseTo(then / now, 12);
      }),
    );
  });

  it("what is said of a year to come counts as said today, and a row without a year is neither new nor stale", () => {
    expect(listed(year + 5)).toBe(listed(year));
    // A record counts as stale ten years after it was last confirmed.
    expect(listed(null)).toBeLessThan(listed(year - 5));
    expect(listed(null)).toBeGreaterThan(listed(year - 10));
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

  it("until it is stale: what nobody confirmed for twenty years counts less than a guess from today's record", () => {
    expect(listed(year - 10)).toBeGreaterThan(inferred(year));
    expect(listed(year - 20)).toBeLessThan(inferred(year));
  });
});

describe("laws of the score", () => {
  const part = fc.double({ min: 0.01, max: 1, noNaN: true });
  const anyParts = fc
    .record({ fit: part, practice: part, distance: part, evidence: part, cover: part })
    .map(({ fit, practice, distance, evidence: known, cover }) => ({
      fit,
      practice,
      lnDistance: Math.log(distance),
      lnEvidence: Math.log(known),
      lnCover: Math.log(cover),
    }));

  it("lies between its worst and its best part, and grows with each", () => {
    fc.assert(
      fc.property(
        anyParts,
        fc.constantFrom("fit", "practice", "lnDistance", "lnEvidence", "lnCover"),
        (parts, name) => {
          const { fit, practice, lnDistance, lnEvidence, lnCover } = parts;
          const all = [Math.log(fit), Math.log(practice), lnDistance, lnEvidence, lnCover];
          expect(lnScore(parts)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-12);
          expect(lnScore(parts)).toBeLessThanOrEqual(Math.max(...all) + 1e-12);
          const better = {
            ...parts,
            [name]: name === "fit" || name === "practice" ? parts[name] * 1.1 : parts[name] + 0.1,
          };
          expect(lnScore(better)).toBeGreaterThan(lnScore(parts));
        },
      ),
    );
  });

  it("a cover that is not known is no merit and no fault: above the worst, below the best", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const unknown = lnScore({ ...parts, lnCover: Number.NaN });
        expect(unknown).toBeLessThan(lnScore({ ...parts, lnCover: 0 }));
        expect(unknown).toBeGreaterThan(lnScore({ ...parts, lnCover: Math.log(0.01) }));
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
