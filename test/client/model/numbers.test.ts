import { describe, expect, it } from "vitest";
import { amount, count, fullAmount, measure, percent, scaled, scaleOf } from "#client/model/numbers.ts";

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

describe("numbers of one column", () => {
  const column = (values: readonly (number | null)[]) => {
    const scale = scaleOf(values);
    return [scale.exponent, ...values.map((value) => (value === null ? null : scaled(value, scale, "en")))];
  };

  it.each([
    [
      "tiny ones go up by thousands",
      [0.00003706, 0.00001311, 0.000006555, 0],
      [-6, "37.06", "13.11", "6.56", "0.00"],
    ],
    ["shares keep their place", [0.5, 0.0625, null], [0, "0.5000", "0.0625", null]],
    ["whole ones stay whole", [12_345, 3, 0], [0, "12,345", "3", "0"]],
    ["what would vanish is said to be less", [0.5, 0.00001], [0, "0.5000", "< 0.0001"]],
    ["large ones lose their decimals", [48_123.4, 0.2], [0, "48,123", "< 1"]],
    ["nothing known", [null], [0, null]],
  ])("%s", (_, values, wanted) => {
    expect(column(values)).toEqual(wanted);
  });

  it("have the same number of decimals, so that they line up", () => {
    const scale = scaleOf([0.012, 0.3]);
    expect([0.012, 0.3].map((value) => scaled(value, scale, "zh-CN"))).toEqual(["0.0120", "0.3000"]);
  });
});
