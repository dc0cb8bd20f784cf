import { describe, expect, it } from "vitest";
import { grade } from "#graph/matching/gates/grade.ts";
import type { GateLink } from "#graph/matching/gates/gate.ts";
import { gradeText } from "#graph/matching/gates/text/grade.ts";
import { createCodeTable } from "#graph/matching/knowledge/codes.ts";
import { listedEnd } from "#graph/matching/ends/end.ts";
import { listParties } from "#graph/matching/ends/parties.ts";
import { ruleCase } from "#graph/matching/rules/fit.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";

interface Words {
  readonly code?: string;
  readonly has?: string;
  readonly wants?: string;
  /** Technical limit of the rule. */
  readonly limit?: string;
  readonly name?: string;
}

function linkOf({ code = "SW06", has, wants, limit, name }: Words): GateLink {
  const network = networkOf({ enterprises: [at("near", "from"), at("east", "to")] });
  const { partyById } = listParties(network);
  const [from, to] = [partyById.get("from"), partyById.get("to")];
  if (from === undefined || to === undefined) throw new Error("a party is missing");
  const given = offer("from", code, { resourceZh: name ?? "脱硫石膏", qualityZh: has ?? null });
  const rule =
    limit === undefined ? null : makeRule("R", { technicalLimitZh: limit, technicalLimitEn: limit });
  return {
    supplier: listedEnd(0, given, from, 2026),
    receiver: listedEnd(1, need("to", code, { resourceZh: "原料", qualityZh: wants ?? null }), to, 2026),
    code,
    match: "same-code",
    ruleCase: rule && ruleCase(rule),
  };
}

const context = { table: createCodeTable([], new Set()), asOf: "2026-08-15" };
const judged = (words: Words) => grade.judge(linkOf(words), context);

describe("the grade gate", () => {
  it.each([
    ["moisture within the limit", { has: "含水率12%", wants: "含水率≤15%" }, "pass"],
    ["moisture over the limit", { has: "含水率60%", wants: "含水率≤15%" }, "fail"],
    ["a guarantee that reaches over the limit", { has: "含水率≤20%", wants: "含水率≤15%" }, "unknown"],
    ["a guarantee within the limit", { has: "含水率不超过10%", wants: "含水率≤15%" }, "pass"],
    ["two limits, one of them not met", { has: "含水率10%，SO3 38%", wants: "含水率≤15%，SO3≥42%" }, "fail"],
    ["two limits, one of them not stated", { has: "含水率10%", wants: "含水率≤15%，SO3≥42%" }, "unknown"],
    ["a range inside a range", { has: "热值2200-2400kcal/kg", wants: "热值≥8000kJ/kg" }, "pass"],
    ["a demand and no figure", { wants: "含水率≤15%" }, "unknown"],
    ["a figure and no demand", { has: "含水率12%" }, "unknown"],
    ["a figure in the name", { name: "污水污泥(含水80%)", wants: "含水率≤60%" }, "fail"],
    ["steam hot enough", { code: "EN10", has: "250℃，1.6MPa", wants: "190℃，0.8MPa" }, "pass"],
    ["steam too cold", { code: "EN10", has: "160℃，0.6MPa", wants: "190℃，0.8MPa" }, "fail"],
    [
      "ash within the rule's limit",
      { code: "SW02", name: "粉煤灰", has: "烧失量5%", limit: "烧失量<=8%" },
      "pass",
    ],
    [
      "ash over the rule's limit",
      { code: "SW02", name: "粉煤灰", has: "烧失量11%", limit: "烧失量<=8%" },
      "fail",
    ],
    [
      "a rule that asks for more than figures",
      { code: "SW01", name: "钢渣", has: "压碎值20%", limit: "压碎值<=26%, 需陈化" },
      "unknown",
    ],
    ["a rule's limit without a figure", { limit: "碱含量限制" }, "unknown"],
    [
      "the receiver's own limit before the rule's",
      { has: "烧失量7%", wants: "烧失量≤5%", limit: "烧失量<=8%" },
      "fail",
    ],
  ] as const)("%s: %j is %s", (_, words, verdict) => {
    expect(judged(words)?.verdict).toBe(verdict);
  });

  it("is left out where nobody says anything", () => {
    expect(judged({})).toBeNull();
    expect(judged({ has: "优质", wants: "合格" })).toBeNull();
  });

  it("names figure, demand and outcome in each language", () => {
    const facts = judged({ has: "含水率60%", wants: "含水率≤15%，SO3≥42%" })?.facts;
    if (facts === undefined) throw new Error("no facts");
    expect(gradeText(facts)).toEqual({
      zh: "含水率：供方60%，不符合要求≤15%；三氧化硫：要求≥42%，供方未写明",
      en: "Moisture: the supplier's 60% does not meet ≤15%; SO₃: ≥42% is asked for, the supplier states none",
    });
  });
});
