import { describe, expect, test } from "vitest";
import { Day, firstDay, lastDay } from "#graph/schema/day.ts";

describe("a day, when people write it", () => {
  test.each([
    "2026-08-14",
    "2026/8/14",
    "2026.08.14",
    "20260814",
    "2026年8月14日",
    "2026年08月14号",
    "2026年8月14",
    "２０２６年８月１４日",
    "２０２６－０８－１４",
  ])("%s is the fourteenth of August 2026", (text) => {
    expect(Day.parse(text)).toBe("2026-08-14");
  });

  test("is read as it was written before", () => {
    for (const day of [firstDay, "2024-02-29", lastDay]) expect(Day.parse(day)).toBe(day);
  });

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-8/14",
    "1999-12-31",
    "2050-01-01",
    "2206-08-14",
    "26-08-14",
    "2026年",
    "8月14日",
    "2026-08-14T00:00:00Z",
    " 2026-08-14",
    "today",
    "",
  ])("%j is refused with what a day looks like", (text) => {
    expect(Day.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
      "expected a day from 2000-01-01 to 2049-12-31 such as 2026-08-14 or 2026年8月14日",
    ]);
  });
});
