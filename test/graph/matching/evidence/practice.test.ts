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

  test("knows who takes what, also without an industry, and reads a code with its family", () => {
    expect(practice.takenBy("road", "SW02")).toBe(1);
    expect(practice.takenBy("board", "SW")).toBe(2);
    expect(practice.takenBy("cement", "SW06")).toBe(0);
    expect(practice.industriesTaking("SW02")).toEqual([
      { industryCode: "3011", exchanges: 2 },
      { industryCode: "3024", exchanges: 1 },
      { industryCode: "3031", exchanges: 1 },
    ]);
    expect(practice.supportFrom("4412", "SW02", "3011").share).toBe(0.5);
    expect(practice.supportFrom("2211", "SW02", "3011").share).toBe(0);
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

  test("hides a record as if it had never been there, whatever is hidden, once or in steps, in any order", () => {
    const { exchanges: real, enterprises } = readSeedNetwork();
    const industryById = new Map(enterprises.map(({ id, industryCode }) => [id, industryCode]));
    const whole = learnPractice(real, industryById);
    const codes = [...new Set(real.flatMap(({ resourceCode }) => resourceCode ?? []))];
    for (const step of [1, 3, 7]) {
      const hidden = real.filter((_, nth) => nth % step === 0).map(({ id }) => id);
      const relearned = learnPractice(
        real.filter(({ id }) => !hidden.includes(id)).toReversed(),
        industryById,
      );
      const masked = whole.without(hidden.slice(0, 5)).without(hidden);
      for (const code of codes) {
        expect(masked.industriesTaking(code)).toEqual(relearned.industriesTaking(code));
        for (const { receiverId } of real.slice(0, 60)) {
          const industry = industryById.get(receiverId) ?? null;
          expect(masked.supportOf(code, industry)).toEqual(relearned.supportOf(code, industry));
          expect(masked.takenBy(receiverId, code)).toBe(relearned.takenBy(receiverId, code));
        }
      }
    }
  });
});
