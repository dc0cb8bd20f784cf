import { describe, expect, test } from "vitest";
import { codeFamilies, learnPractice } from "#graph/matching/evidence/practice.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

/** Five exchanges of ash and one of gypsum; `road` has no industry. */
const industries = new Map<string, string | null>([
  ["power", "4411"],
  ["cement", "3011"],
  ["lime", "3012"],
  ["brick", "3031"],
  ["board", "3024"],
  ["road", null],
]);
const exchange = (id: string, receiverId: string, resourceCode: string | null = "SW02") => ({
  id,
  supplierId: "power",
  receiverId,
  resourceCode,
});
const exchanges = [
  exchange("1", "cement"),
  exchange("2", "cement"),
  exchange("3", "brick"),
  exchange("4", "board"),
  exchange("5", "road"),
  exchange("6", "board", "SW06"),
  exchange("7", "cement", null),
];
const practice = learnPractice(exchanges, industries);

describe("practice", () => {
  test("counts by the finest industry level that has an exchange", () => {
    // Ash with a known receiver: cement 2, brick 1, board 1.
    expect(practice.supportOf("SW02", "3011")).toEqual({ share: 0.5, level: 4, exchanges: 2 });
    // 3012 itself takes none; its group 301 takes two.
    expect(practice.supportOf("SW02", "3012")).toEqual({ share: 0.5, level: 3, exchanges: 2 });
    // 3099: only the division is shared, with all four.
    expect(practice.supportOf("SW02", "3099")).toEqual({ share: 1, level: 2, exchanges: 4 });
    expect(practice.supportOf("SW02", "2611")).toEqual({ share: 0, level: 0, exchanges: 0 });
    expect(practice.supportOf("SW02", null)).toEqual({ share: 0, level: 0, exchanges: 0 });
    expect(practice.supportOf("SW99", "3011")).toEqual({ share: 0, level: 0, exchanges: 0 });
  });

  test("reads a code with its family, and takes an exchange without a known industry for no evidence", () => {
    // Ash with a known receiver four times, gypsum once: of the five, board took two.
    expect(practice.supportOf("SW", "3024")).toEqual({ share: 2 / 5, level: 4, exchanges: 2 });
    expect(practice.supportOf("SW06", "3024")).toEqual({ share: 1, level: 4, exchanges: 1 });
    expect(codeFamilies("900-249-08")).toEqual(["900-249-08", "HW08", "HW"]);
    expect(codeFamilies("EN41")).toEqual(["EN41", "EN"]);
    expect(codeFamilies("HW")).toEqual(["HW"]);
  });

  test("draws the rate of a class towards that of the next wider one, by hand", () => {
    // Six enterprises; four take ash, cement twice: (4 + 0.5) / (6 + 1) of all.
    const all = 4.5 / 7;
    // C: three of four plants (lime takes none). 30: the same four. 301: one of two. 3011: one of one.
    const section = (3 + 10 * all) / 14;
    const division = (3 + 3 * section) / 7;
    const group = (1 + 3 * division) / 5;
    expect(practice.takingRate("SW02", "3011")).toBeCloseTo((1 + 3 * group) / 4, 12);
    expect(practice.takingRate("SW02", "3012")).toBeCloseTo((0 + 3 * group) / 4, 12);
    // 4411: section D has one plant and no taker at any of its levels.
    const power = ((10 * all) / 11) * (3 / 4) ** 3;
    expect(practice.takingRate("SW02", "4411")).toBeCloseTo(power, 12);
    // Not known: as the worst that is present.
    expect(practice.takingRate("SW02", null)).toBeCloseTo(power, 12);
    expect(practice.bestTakingRate("SW02")).toBeGreaterThan(all);
  });

  test("does not depend on the order of the records", () => {
    const { exchanges: real, enterprises } = readSeedNetwork();
    const industryById = new Map(enterprises.map(({ id, industryCode }) => [id, industryCode]));
    const [one, other] = [learnPractice(real, industryById), learnPractice(real.toReversed(), industryById)];
    const codes = [...new Set(real.flatMap(({ resourceCode }) => resourceCode ?? []))];
    for (const code of codes)
      for (const industry of new Set(industryById.values()))
        expect(one.supportOf(code, industry)).toEqual(other.supportOf(code, industry));
  });
});
