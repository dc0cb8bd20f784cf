import { describe, expect, test } from "vitest";
import { withoutFollowUps } from "#graph/schema/checks/follow-up-issues.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";

const issue = (change: Partial<Issue>): Issue => ({
  code: "invalid-value",
  severity: "error",
  recordKind: null,
  recordId: null,
  file: "x.csv",
  line: 2,
  column: null,
  value: null,
  reason: { zh: "", en: "" },
  ...change,
});
const unknownPark = issue({ code: "unknown-id", recordKind: "enterprises", column: "park_id", value: "p1" });
const unknownOther = issue({ code: "unknown-id", recordKind: "enterprises", column: "park_id", value: "p2" });
const unknownCode = issue({
  code: "unknown-code",
  recordKind: "listings",
  column: "resource_codes",
  value: "SW02",
});

describe("faults that only follow from rows that could not be read", () => {
  test("an unknown park whose own row is faulty is left out, another stays", () => {
    const row = issue({ recordKind: "parks", recordId: "p1", column: "lon" });
    expect(withoutFollowUps([row], [unknownPark, unknownOther, unknownCode])).toEqual([
      unknownOther,
      unknownCode,
    ]);
  });

  test("where a file or row does not say which record it held, no reference to its kind is called unknown", () => {
    const file = issue({ code: "mixed-encoding", recordKind: "parks", line: null });
    expect(withoutFollowUps([file], [unknownPark, unknownOther, unknownCode])).toEqual([unknownCode]);
  });

  test("a faulty record of another kind, or an unknown column, hides nothing", () => {
    const other = issue({ recordKind: "enterprises", recordId: "p1" });
    const column = issue({ code: "unknown-column", recordKind: "parks", column: "prize" });
    const all = [unknownPark, unknownOther, unknownCode];
    expect(withoutFollowUps([other, column], all)).toEqual(all);
  });

  test("faults of another sort stay, whatever was lost", () => {
    const self = issue({ code: "self-supply", column: "receiver_id", value: "p1" });
    const row = issue({ recordKind: "enterprises", recordId: "p1" });
    expect(withoutFollowUps([row], [self])).toEqual([self]);
  });
});
