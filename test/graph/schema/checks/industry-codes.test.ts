import { describe, expect, test } from "vitest";
import { industryFault, industryNames, lostZeroDoubt } from "#graph/schema/checks/industry-codes.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const names = industryNames();
const codesOf = (length: number) =>
  [...names.keys()].filter((code) => /^\d+$/.test(code) && code.length === length);

describe("the list of GB/T 4754-2017", () => {
  // The standard's own count: 20 sections, 97 divisions, 473 groups; its first amendment splits class 9290.
  test("has as many sections, divisions and groups as the standard says", () => {
    const sections = [...names.keys()].filter((code) => /^[A-T]$/.test(code));
    expect([sections.length, codesOf(2).length, codesOf(3).length, codesOf(4).length]).toEqual([
      20, 97, 473, 1381,
    ]);
  });

  test("every class lies in a group and every group in a division, divisions run from 01 to 97", () => {
    for (const code of [...codesOf(4), ...codesOf(3)]) expect(names.has(code.slice(0, -1))).toBe(true);
    expect(codesOf(2).sort()).toEqual(
      Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, "0")),
    );
  });

  test("names hold no blank, digit or bracket of another width", () => {
    expect([...names.values()].filter((name) => name === "" || /[\s()]/.test(name))).toEqual([]);
  });

  // Read in the standard itself.
  test.each([
    ["0610", "烟煤和无烟煤开采洗选"],
    ["061", "烟煤和无烟煤开采洗选"],
    ["0321", "鸡的饲养"],
    ["3110", "炼铁"],
    ["4412", "热电联产"],
    ["7724", "危险废物治理"],
    ["9700", "国际组织"],
    ["D", "电力、热力、燃气及水生产和供应业"],
  ])("%s is %s", (code, name) => {
    expect(names.get(code)).toBe(name);
  });

  test("knows every code of the shipped enterprises and rules", () => {
    const { enterprises, rules } = readSeedNetwork();
    const codes = [
      ...enterprises.map(({ industryCode }) => industryCode).filter((code) => code !== null),
      ...rules.flatMap((rule) => [...rule.sourceIndustryCodes, ...rule.targetIndustryCodes]),
    ];
    expect(codes.length).toBeGreaterThan(500);
    expect(codes.filter((code) => industryFault(code) !== null)).toEqual([]);
  });
});

describe("codes a table program shortened", () => {
  test.each([
    ["610", "0610"],
    ["163", "0163"],
    ["911", "0911"],
    ["6", "06"],
  ])("%s may be %s", (code, padded) => {
    // 163 and 911 are no groups of the list; 6 is no division.
    const fault = industryFault(code);
    expect(fault?.zh).toContain(padded);
    expect(fault?.en).toContain(`drop the zero of ${padded}`);
  });

  test.each(["9999", "5430", "4600", "98", "0000"])("%s is no code and nothing like one", (code) => {
    expect(industryFault(code)?.en).toBe("GB/T 4754-2017 has no such code");
  });

  test.each(["321", "313", "0610", "44", "C", "3110"])("%s is one", (code) => {
    expect(industryFault(code)).toBeNull();
  });

  test("321 beside codes of four digits is doubted, alone it is not", () => {
    expect(lostZeroDoubt("321", new Set([3, 4]))?.en).toContain("0321");
    expect(lostZeroDoubt("313", new Set([3, 4]))?.zh).toContain("猪的饲养");
    expect(lostZeroDoubt("321", new Set([3]))).toBeNull();
    expect(lostZeroDoubt("441", new Set([3, 4]))).toBeNull();
    expect(lostZeroDoubt("3210", new Set([4]))).toBeNull();
  });
});
