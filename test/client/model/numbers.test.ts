import { describe, expect, it } from "vitest";
import { amount, count, fullAmount, measure, percent } from "#client/model/numbers.ts";

describe("amounts", () => {
  it.each([
    [4_800_000, "t/a", "480万 t/a", "4.8 million t/a"],
    [36_500_000, "m3/a", "3650万 m³/a", "36.5 million m³/a"],
    [182_500, "t/a", "18.25万 t/a", "182,500 t/a"],
    [1_230_000_000, "m3/a", "12.3亿 m³/a", "1.23 billion m³/a"],
    [9_999, "GJ/a", "9,999 GJ/a", "9,999 GJ/a"],
    [12.346, "t/a", "12.35 t/a", "12.35 t/a"],
    [0, "t/a", "0 t/a", "0 t/a"],
  ])("%d %s reads %s and %s", (value, unit, chinese, english) => {
    expect(amount(value, unit, "zh-CN")).toBe(chinese);
    expect(amount(value, unit, "en")).toBe(english);
  });

  it("in full keep every digit", () => {
    expect(fullAmount(4_812_345.678, "t/a", "en")).toBe("4,812,345.678 t/a");
  });
});

describe("pure numbers", () => {
  it("are grouped, rounded to four digits, and given as whole percentages", () => {
    expect(count(1284, "zh-CN")).toBe("1,284");
    expect(measure(0.123456, "en")).toBe("0.1235");
    expect(percent(0.6026, "en")).toBe("60%");
  });
});
