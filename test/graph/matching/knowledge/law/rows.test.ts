import { describe, expect, it } from "vitest";
import { legalRowOf } from "#graph/matching/knowledge/law/in-force.ts";
import type { LegalCase } from "#graph/matching/knowledge/law/legal-row.ts";
import { legalRows } from "#graph/matching/knowledge/law/rows.ts";

// Background on field systems, §3.4: the last day of the law and the first day of the Code.
const lastDayOfLaw = "2026-08-14";
const firstDayOfCode = "2026-08-15";

type Expected = readonly [permission: string, article: string];
const table: readonly (readonly [LegalCase, before: Expected, after: Expected])[] = [
  ["general-waste-use", ["filing", "§22(2)"], ["information-in-advance", "§476(2)"]],
  ["general-waste-disposal", ["approval", "§22(1)"], ["approval", "§476(1)"]],
  ["general-waste-purpose-unknown", ["undetermined", "§22"], ["undetermined", "§476"]],
  ["hazardous-waste", ["approval-and-manifest", "§82"], ["approval-and-manifest", "§536"]],
  ["co-firing", ["undetermined", "§22"], ["undetermined", "§468, 476"]],
  ["hazardous-same-province", ["none", "§82"], ["none", "§536"]],
  ["identification-needed", ["undetermined", "§22, 82, 124(1)"], ["undetermined", "§465, 476, 536"]],
  [
    "identification-needed-same-province",
    ["undetermined", "§36, 37, 82, 124(1)"],
    ["undetermined", "§465, 489, 490, 536"],
  ],
  ["hazardous-licence", ["undetermined", "§80"], ["undetermined", "§534"]],
  ["general-waste-same-province", ["none", "§36, 37"], ["none", "§489, 490"]],
  ["goods-unproven", ["undetermined", "§124(1)"], ["undetermined", "§465"]],
  ["not-waste", ["none", "§124(1)"], ["none", "§465"]],
  ["not-solid-waste", ["none", "§125"], ["none", "§486"]],
];

describe("dated legal rows", () => {
  it.each(table)("%s changes from the law to the Code overnight", (legalCase, before, after) => {
    const old = legalRowOf(legalCase, lastDayOfLaw);
    const now = legalRowOf(legalCase, firstDayOfCode);
    expect([old?.permission, old?.article]).toEqual(before);
    expect([now?.permission, now?.article]).toEqual(after);
    expect(old?.instrumentEn).toBe("Solid Waste Law (2020 revision)");
    expect(now?.instrumentEn).toBe("Ecological Environment Code");
    expect(now?.inForceFrom).toBe(firstDayOfCode);
  });

  it("gives no row for a day before the law of 2020", () => {
    expect(legalRowOf("hazardous-waste", "2020-08-31")).toBeNull();
  });

  it("says in every row and both languages that it is no decision", () => {
    expect(legalRows).toHaveLength(2 * table.length);
    for (const row of legalRows) {
      expect(row.noteZh).toContain("不构成行政决定");
      expect(row.noteEn).toContain("Not a decision");
    }
  });

  it("has exactly one row for each case on every day from 2020-09-01", () => {
    for (const [legalCase] of table)
      for (const day of ["2020-09-01", "2024-02-29", lastDayOfLaw, firstDayOfCode, "2030-01-01"])
        expect(
          legalRows.filter(
            (row) =>
              row.case === legalCase &&
              row.inForceFrom <= day &&
              (row.inForceTo === null || day <= row.inForceTo),
          ),
        ).toHaveLength(1);
  });
});
