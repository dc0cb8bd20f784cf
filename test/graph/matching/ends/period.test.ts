import { expect, test } from "vitest";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { periodsOf } from "#graph/matching/ends/period.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const expiring = (...days: readonly (string | null)[]) => days.map((validUntil) => ({ validUntil }));

test("a period ends with the year and on the last day of a listing, which still counts on it", () => {
  const periodOf = periodsOf(expiring("2026-08-14", null, "2026-08-14", "2026-11-01"));
  expect(periodOf("2026-08-14")).toBe(periodOf("2026-01-01"));
  expect(periodOf("2026-08-15")).not.toBe(periodOf("2026-08-14"));
  expect(periodOf("2026-10-31")).toBe(periodOf("2026-08-15"));
  expect(periodOf("2026-11-02")).not.toBe(periodOf("2026-11-01"));
  expect(periodOf("2027-01-01")).not.toBe(periodOf("2026-12-31"));
});

test("a list judged on another day of its period says what a list opened on that day says", () => {
  const seeds = readSeedNetwork();
  const [before, after] = ["2026-08-14", "2026-08-15"];
  const everything = { list: "all", gates: "all", existing: true } as const;
  const told = (list: ReturnType<typeof openCandidateList>) =>
    list.select(everything).map((head) => list.explain(head));
  const list = openCandidateList(seeds, before);
  expect(list.on(after).asOf).toBe(after);
  expect(told(list.on(after))).toEqual(told(openCandidateList(seeds, after)));
  expect(told(list.on(after))).not.toEqual(told(list));
});
