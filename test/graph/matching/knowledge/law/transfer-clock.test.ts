import { describe, expect, it } from "vitest";
import { transferClock } from "#graph/matching/knowledge/law/transfer-clock.ts";
import { addWorkingDays, isWorkingDay } from "#graph/matching/knowledge/law/working-days.ts";

const untils = (startDay: string) => transferClock(startDay)?.steps.map(({ until }) => until);

describe("working days", () => {
  it.each([
    ["2026-02-13", true],
    ["2026-02-14", true],
    ["2026-02-15", false],
    ["2026-02-23", false],
    ["2026-02-24", true],
    ["2026-02-28", true],
    ["2026-09-20", true],
    ["2026-09-25", false],
    ["2026-10-07", false],
    ["2026-10-08", true],
    ["2026-10-10", true],
    ["2025-01-26", true],
    ["2025-10-08", false],
    ["2025-10-11", true],
    ["2026-08-15", false],
  ])("%s is one: %s", (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  it("number 248 in 2025 and in 2026, as the law on annual leave and holidays of 13 days leaves", () => {
    for (const year of [2025, 2026]) {
      const days = Array.from({ length: 365 }, (_, at) =>
        new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
      );
      expect(days.filter(isWorkingDay)).toHaveLength(248);
    }
  });

  it("are counted without the first day", () => {
    expect(addWorkingDays("2026-08-14", 1)).toBe("2026-08-17");
    expect(addWorkingDays("2026-08-14", 0)).toBe("2026-08-14");
  });
});

describe("the 5 + 10 + 5 clock, counted by hand on the calendar", () => {
  it.each([
    // A Monday in an ordinary month.
    ["2026-08-17", ["2026-08-24", "2026-09-07", "2026-09-14"]],
    // Over Mid-Autumn and the National Day; 20 September and 10 October are worked.
    ["2026-09-14", ["2026-09-20", "2026-10-10", "2026-10-16"]],
    // Over the Spring Festival; 14 and 28 February are worked.
    ["2026-02-09", ["2026-02-14", "2026-03-06", "2026-03-13"]],
    // A Saturday: counting starts on Monday.
    ["2026-08-15", ["2026-08-21", "2026-09-04", "2026-09-11"]],
  ])("from %s", (startDay, expected) => {
    expect(untils(startDay)).toEqual(expected);
  });

  it("ends a permit twelve months later at the latest, and says where the holidays are not known", () => {
    const known = transferClock("2026-08-17");
    expect(known).toMatchObject({
      completenessUntil: "2026-08-24",
      validUntilAtMost: "2027-09-13",
      holidaysKnown: true,
    });
    expect(transferClock("2026-12-21")?.holidaysKnown).toBe(false);
    expect(transferClock("2027-06-01")?.holidaysKnown).toBe(false);
  });

  it("does not run before the measures of 2022", () => {
    expect(transferClock("2021-12-31")).toBeNull();
    expect(transferClock("2022-01-01")).not.toBeNull();
  });
});
