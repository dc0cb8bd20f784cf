import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Gate } from "#graph/schema/answers/candidate.ts";
import { createCodeTable } from "#graph/matching/knowledge/codes.ts";
import { listParties } from "#graph/matching/ends/parties.ts";
import { inferredEnd, listedEnd } from "#graph/matching/ends/end.ts";
import type { GateContext, GateLink } from "#graph/matching/gates/gate.ts";
import { gatesOf } from "#graph/matching/gates/gates.ts";
import { ruleCase } from "#graph/matching/rules/fit.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";

/**
 * Every case: state of the waste, purpose, provinces and the receiver's record → verdicts, class and article on two days.
 * Expected values: background on field systems, §3.4 (rows 40 to 44), and the audit's section on law; not the code.
 */
type Column =
  | "name"
  | "code"
  | "border"
  | `supplier_${"zh" | "hazardous" | "name" | "industry" | "place" | "kind" | "says"}`
  | `receiver_${"zh" | "needs" | "industry" | "hazardous" | "says"}`
  | "rule_use"
  | "identification"
  | "licence"
  | `${"law" | "code"}_${"verdict" | "class" | "article"}`;
type Case = Readonly<Record<Column, string>>;
const cases: readonly Case[] = parse(
  readFileSync(join(import.meta.dirname, "../../../fixtures/legal-cases.csv")),
  { columns: true },
);

const lastDayOfLaw = "2026-08-14";
const firstDayOfCode = "2026-08-15";
const days = [
  [lastDayOfLaw, "law"],
  [firstDayOfCode, "code"],
] as const;

const text = (value: string) => (value === "" ? null : value);
const flag = (value: string) => (value === "yes" ? true : value === "no" ? false : null);

/** Supplier in Shandong, receiver in Jiangsu or in the next park; a supplier in a county stands in no park. */
function firmsOf(row: Case) {
  const supplier = at("near", "from", {
    industryCode: text(row.supplier_industry) ?? "4411",
    kind: row.supplier_kind === "pooled" ? "pooled" : "plant",
    ...(text(row.supplier_name) === null ? {} : { nameZh: row.supplier_name }),
    ...(row.supplier_place === "county" ? { parkId: null, countyCode: "370124" } : {}),
  });
  const receiver = at(row.border === "crosses" ? "south" : "east", "to", {
    industryCode: row.receiver_industry === "unknown" ? null : row.receiver_industry,
  });
  return [supplier, receiver];
}

/** The case as a link: two listings, or a need and a supplier guessed by a rule. */
function linkOf(row: Case): { readonly link: GateLink; readonly table: GateContext["table"] } {
  const { code, receiver_needs: needed } = row;
  const network = networkOf({ enterprises: firmsOf(row) });
  const parties = listParties(network).partyById;
  const [from, to] = [parties.get("from"), parties.get("to")];
  if (from === undefined || to === undefined) throw new Error("a party is missing");
  const inferred = row.supplier_zh === "(inferred)";
  const given = offer("from", code, {
    resourceZh: row.supplier_zh,
    hazardous: flag(row.supplier_hazardous),
    qualityZh: text(row.supplier_says),
  });
  const wanted = need("to", needed, {
    resourceZh: row.receiver_zh,
    hazardous: flag(row.receiver_hazardous),
    quantityNoteZh: text(row.receiver_says),
  });
  const use = text(row.rule_use) ?? (inferred ? "水泥混合材" : null);
  const hazardous = code.startsWith("HW");
  const rule = use === null ? null : makeRule("R", { resourceCodes: [code], useZh: use, hazardous });
  const table = createCodeTable(network.resources, new Set([code, needed]));
  return {
    link: {
      supplier: inferred ? inferredEnd(0, from, 2026) : listedEnd(0, given, from, 2026),
      receiver: listedEnd(1, wanted, to, 2026),
      code,
      match: inferred ? "rule" : (table.matchOf(code, needed) ?? "rule"),
      ruleCase: rule && ruleCase(rule),
    },
    table,
  };
}

function judged(row: Case, asOf: string): (id: Gate["id"]) => Gate {
  const { link, table } = linkOf(row);
  const gates = gatesOf(link, { table, asOf });
  return (id) => {
    const gate = gates.find((each) => each.id === id);
    if (gate === undefined) throw new Error(`no gate ${id}`);
    return gate;
  };
}

describe("the legal table", () => {
  it("holds at least sixty cases of different names", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
  });

  for (const [day, act] of days)
    it.each(cases)(`$name, on ${day}`, (row) => {
      const gateOf = judged(row, day);
      const { verdict, legal } = gateOf("cross-province-permission");
      const expected = [row[`${act}_verdict`], row[`${act}_class`], row[`${act}_article`]];
      expect([verdict, legal?.permission, legal?.article]).toEqual(expected);
      expect(gateOf("waste-identification").verdict).toBe(row.identification);
      expect(gateOf("hazardous-licence").verdict).toBe(row.licence);
      expect(legal?.inForceFrom).toBe(act === "law" ? "2020-09-01" : "2026-08-15");
      expect(legal?.checkedOn).toBe("2026-11-21");
      expect(legal?.noteZh).toContain("不构成行政决定");
      expect(legal?.noteEn).toContain("Not a decision");
      const isApproval = row[`${act}_class`] === "approval-and-manifest";
      expect(legal?.clock === null).toBe(!isApproval);
      expect(legal?.remarks.some(({ id }) => id === "exemption")).toBe(isApproval);
    });

  it("says of nothing that no permit is needed and leaves it there", () => {
    for (const row of cases)
      for (const [day] of days) {
        const { reasonZh, reasonEn } = judged(row, day)("cross-province-permission");
        expect(reasonZh).not.toMatch(/无需许可。?$|不需要许可。?$/);
        expect(reasonEn).not.toMatch(/no (?:permit|permission) needed\.?$/);
      }
  });

  it("keeps the class open while the state of the waste is not known (row 40)", () => {
    const unknown = cases.filter(
      ({ identification, code }) => identification === "unknown" && !code.startsWith("HW"),
    );
    expect(unknown.length).toBeGreaterThan(15);
    for (const row of unknown)
      for (const [day] of days)
        expect(judged(row, day)("cross-province-permission").legal?.permission).toBe("undetermined");
  });
});

describe("the day", () => {
  const permissionOn = (day: string) => {
    const row = cases.find(({ name }) => name === "used oil to a re-refiner");
    if (row === undefined) throw new Error("no such row");
    return judged(row, day)("cross-province-permission");
  };

  it("starts the clock of a hazardous transfer, with dates and the longest permit (row 41)", () => {
    const { legal } = permissionOn("2026-08-17");
    expect(legal?.clock?.steps.map(({ id, until }) => [id, until])).toEqual([
      ["first-review", "2026-08-24"],
      ["receiver-answers", "2026-09-07"],
      ["decision", "2026-09-14"],
    ]);
    expect(legal?.clock?.validUntilAtMost).toBe("2027-09-13");
  });

  it("answers the exemption honestly: use only, no joint plan, with the day it was checked (row 43)", () => {
    const { legal } = permissionOn(firstDayOfCode);
    const said = new Map(legal?.remarks.map(({ id, zh }) => [id, zh]));
    expect(said.get("exemption")).toMatch(/第31项.*只豁免利用环节.*未查到联合方案（2026-11-21核查）/);
    expect([...said.keys()]).toEqual(["exemption", "transit", "proximity", "lighter-rule"]);
    const before = permissionOn(lastDayOfLaw);
    expect(before.legal?.remarks.map(({ id }) => id)).not.toContain("lighter-rule");
  });

  it("before any act of the table leaves class and row unknown", () => {
    expect(permissionOn("2019-06-01")).toMatchObject({
      verdict: "unknown",
      legal: null,
    });
  });
});
