import { expect, it } from "vitest";
import { amountText } from "#graph/matching/explanation/amounts.ts";

it.each([
  [40_100, "t/a", "4.01万吨/年", "40,100 t/a"],
  [9_999, "t/a", "10000吨/年", "10,000 t/a"],
  [365, "t/a", "365吨/年", "365 t/a"],
  [0.5, "t/a", "0.5吨/年", "0.5 t/a"],
  [100_000, "t/a", "10万吨/年", "100,000 t/a"],
  [999_999, "t/a", "100万吨/年", "1,000,000 t/a"],
  [2_540_000, "m3/a", "254万立方米/年", "2.54 million m³/a"],
  [850_000_000, "m3/a", "8.5亿立方米/年", "850 million m³/a"],
  [5_900_000, "GJ/a", "590万吉焦/年", "5.9 million GJ/a"],
] as const)("%d %s is %s and %s", (perYear, unit, zh, en) => {
  expect(amountText(perYear, unit)).toEqual({ zh, en });
});
