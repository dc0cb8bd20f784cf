import { beforeAll, describe, expect, it } from "vitest";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { firstCandidates, firstCorridors } from "#client/model/view/highlights.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

let open: readonly Candidate[];
beforeAll(() => {
  open = allCandidates(readSeedNetwork(), { asOf: "2026-11-01" }).filter(
    ({ blocked, existingExchangeId }) => !blocked && existingExchangeId === null,
  );
});

const callable = ({ basis, inferred, supplier, receiver }: Candidate) =>
  basis === "offer-need" && !inferred && supplier.kind !== "pooled" && receiver.kind !== "pooled";

describe("the first candidates of the real network", () => {
  it("when one need fills the head of the full list, then the handful still names each enterprise once a side", () => {
    const head = open.slice(0, 40).map(({ receiver }) => receiver.enterpriseId);
    expect(new Set(head).size).toBeLessThan(head.length);
    const handful = firstCandidates(open, 12);
    expect(handful).toHaveLength(12);
    expect(new Set(handful.map(({ supplier }) => supplier.enterpriseId)).size).toBe(12);
    expect(new Set(handful.map(({ receiver }) => receiver.enterpriseId)).size).toBe(12);
  });

  it("when both ends are listed single enterprises, then such pairs lead, in the order of the full list", () => {
    const handful = firstCandidates(open, 40);
    const firstOther = handful.findIndex((candidate) => !callable(candidate));
    expect(firstOther).toBeGreaterThanOrEqual(3);
    expect(handful.slice(firstOther).some(callable)).toBe(false);
    expect(handful[0]).toBe(open.find(callable));
  });

  it("when there is nothing, then nothing", () => {
    expect(firstCandidates([], 5)).toEqual([]);
  });
});

const corridor = (from: string, to: string, exchangeCount: number, perYear: number | null): Corridor => ({
  from,
  to,
  fromNameZh: from,
  fromNameEn: null,
  toNameZh: to,
  toNameEn: null,
  crossProvince: false,
  carriesPath: true,
  staleCount: 0,
  flow: {
    layer: "material",
    exchangeCount,
    quantifiedCount: perYear === null ? 0 : 1,
    perYear,
    steamCount: 0,
    steamTonnesPerYear: null,
    assumedCount: 0,
  },
});

describe("the first corridors", () => {
  it("when an end is no point of the map, then the corridor follows all between points, however wide", () => {
    const vague = corridor("city:321100", "province:32", 3, null);
    const outside = corridor("outside:42", "park:a", 9, 5);
    const narrow = corridor("park:a", "city:321000", 1, null);
    const known = corridor("park:b", "city:321000", 1, 7);
    const wide = corridor("park:a", "park:b", 2, null);
    const given = [vague, outside, narrow, known, wide];
    expect(firstCorridors(given, 9)).toEqual([wide, known, narrow, outside, vague]);
    expect(firstCorridors(given, 2)).toEqual([wide, known]);
  });
});
