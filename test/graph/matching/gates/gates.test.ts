import { describe, expect, it } from "vitest";
import type { Candidate, Gate } from "#graph/schema/answers/candidate.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const before = "2026-08-14";
const after = "2026-08-15";

interface Pair {
  readonly code: string;
  readonly needed?: string;
  readonly to?: string;
  readonly industry?: string | null;
  readonly offerZh?: string;
  readonly qualityZh?: string;
  readonly needZh?: string;
  readonly hazardous?: boolean | null;
  readonly rules?: Network["rules"];
}

function candidateOf(pair: Pair, asOf = after): Candidate {
  const { code, needed = code, to = "south", industry = "3011", hazardous = code.startsWith("HW") } = pair;
  const network = networkOf({
    enterprises: [at("east", "from"), at(to, "to", { industryCode: industry })],
    rules: pair.rules ?? [],
    listings: [
      offer("from", code, { resourceZh: pair.offerZh ?? "甲", hazardous, qualityZh: pair.qualityZh ?? null }),
      need("to", needed, { resourceZh: pair.needZh ?? "乙", hazardous }),
    ],
  });
  const [candidate] = allCandidates(network, { asOf });
  if (candidate === undefined) throw new Error("the pair makes no candidate");
  return candidate;
}

function gateOf(id: Gate["id"], pair: Pair, asOf = after): Gate {
  const gate = candidateOf(pair, asOf).gates.find((each) => each.id === id);
  if (gate === undefined) throw new Error(`no gate ${id}`);
  return gate;
}

type Row = readonly [
  what: string,
  pair: Pair,
  asOf: string,
  verdict: Gate["verdict"],
  permission: string | null,
  article: string | null,
];

/** `east` is in Shandong, `south` in Jiangsu. Classes and articles: background on field systems, §3.4. */
const permissions: readonly Row[] = [
  ["ordinary waste to use, law", { code: "SW02" }, before, "unknown", "filing", "§22(2)"],
  ["ordinary waste to use, Code", { code: "SW02" }, after, "pass", "information-in-advance", "§476(2)"],
  [
    "ordinary waste to landfill, law",
    { code: "SW02", needZh: "填埋" },
    before,
    "unknown",
    "approval",
    "§22(1)",
  ],
  [
    "ordinary waste to landfill, Code",
    { code: "SW02", needZh: "填埋" },
    after,
    "unknown",
    "approval",
    "§476(1)",
  ],
  [
    "ordinary waste to a treatment firm",
    { code: "SW02", industry: "7723" },
    after,
    "unknown",
    "undetermined",
    "§476",
  ],
  [
    "ordinary waste to nobody knows whom",
    { code: "SW02", industry: null },
    before,
    "unknown",
    "undetermined",
    "§22",
  ],
  ["hazardous waste, law", { code: "HW08" }, before, "unknown", "approval-and-manifest", "§82"],
  ["hazardous waste, Code", { code: "HW08" }, after, "unknown", "approval-and-manifest", "§536"],
  [
    "waste that may be hazardous",
    { code: "SW02", hazardous: null },
    after,
    "unknown",
    "undetermined",
    "§465, 476, 536",
  ],
  ["waste of unknown class", { code: "SW59" }, after, "unknown", "undetermined", "§465, 476, 536"],
  [
    "hydrogen without proof",
    { code: "MA11", hazardous: false },
    after,
    "unknown",
    "undetermined",
    "§465, 476, 536",
  ],
  [
    "hydrogen to a standard",
    { code: "MA11", hazardous: false, qualityZh: "GB/T 3634.1" },
    after,
    "pass",
    "none",
    "§465",
  ],
  [
    "a by-product that may be waste",
    { code: "MA20", hazardous: false },
    after,
    "unknown",
    "undetermined",
    "§465, 476, 536",
  ],
  ["electric power, Code", { code: "EN20", to: "south" }, after, "pass", "none", "§486"],
  [
    "ordinary waste inside the province, law",
    { code: "SW02", to: "near" },
    before,
    "pass",
    "none",
    "§36, 37",
  ],
  [
    "ordinary waste inside the province, Code",
    { code: "SW02", to: "near" },
    after,
    "pass",
    "none",
    "§489, 490",
  ],
  ["hazardous waste inside the province", { code: "HW08", to: "near" }, after, "pass", "none", "§536"],
  ["a day before the law", { code: "HW08" }, "2020-08-31", "unknown", null, null],
];

describe("cross-province permission", () => {
  it.each(permissions)("%s", (...row) => {
    const [, pair, asOf, verdict, permission, article] = row;
    const gate = gateOf("cross-province-permission", pair, asOf);
    expect(gate.verdict).toBe(verdict);
    expect(gate.legal?.permission ?? null).toBe(permission);
    expect(gate.legal?.article ?? null).toBe(article);
  });

  it("passes with a duty: the reason of information in advance names it", () => {
    const gate = gateOf("cross-province-permission", { code: "SW02" });
    expect(gate.reasonZh).toContain("必须提前向两省报送信息");
    expect(gate.legal?.noteEn).toContain("Not a decision");
  });
});

describe("hazardous licence", () => {
  it("passes what is not hazardous", () => {
    expect(gateOf("hazardous-licence", { code: "SW02" }).verdict).toBe("pass");
  });

  it("stays unknown for hazardous waste, and says where the receiver is on record for the class", () => {
    const named = gateOf("hazardous-licence", { code: "HW08" });
    expect(named.verdict).toBe("unknown");
    expect(named.reasonEn).toContain("on record as taking HW08 (need-to-HW08");
    expect(named.legal?.article).toBe("§534");
    const unnamed = gateOf("hazardous-licence", { code: "HW08", needed: "HW" });
    expect(unnamed.verdict).toBe("unknown");
    expect(unnamed.reasonEn).toContain("ask whether its licence holds HW08");
  });

  it("is unknown where it is not known whether the waste is hazardous", () => {
    expect(gateOf("hazardous-licence", { code: "SW02", hazardous: null }).verdict).toBe("unknown");
  });
});

describe("the receiver's own record", () => {
  it("is told as far as it goes: mode, capacity and what is planned", () => {
    const network = networkOf({
      enterprises: [at("east", "from"), at("near", "to", { industryCode: "7724" })],
      listings: [
        offer("from", "HW08", { resourceZh: "废矿物油" }),
        need("to", "HW08", {
          resourceZh: "废矿物油(焚烧)",
          tonnes: 30_000,
          kind: "capacity",
          status: "planned",
        }),
      ],
    });
    const gate = allCandidates(network, { asOf: after })[0]?.gates.find(
      ({ id }) => id === "hazardous-licence",
    );
    expect(gate?.reasonZh).toContain(
      "记录写明的方式：处置；记载能力3万吨/年，余量未知；项目尚未投运，目前不可能持证",
    );
    expect(gate?.reasonEn).toContain("its record speaks of disposing; a capacity of 30,000 t/a is recorded");
  });
});

describe("a match of hazardous waste by its family alone", () => {
  const blocked = (pair: Pair) => candidateOf({ to: "near", industry: "7724", ...pair }).blocked;

  it("is a question, and a candidate only where the receiver runs a treatment that takes the class", () => {
    expect(blocked({ code: "HW", needZh: "危险废物(焚烧)" })).toBe(true);
    expect(blocked({ code: "HW08", needed: "HW", needZh: "危险废物" })).toBe(true);
    expect(blocked({ code: "HW08", needed: "HW", needZh: "危险废物(焚烧)" })).toBe(false);
    expect(blocked({ code: "HW08", needed: "HW", needZh: "危险废物(焚烧、填埋)" })).toBe(false);
  });
});

describe("waste identification", () => {
  it.each([
    ["a family only", { code: "SW59", to: "near" }, "unknown"],
    ["a class against a family", { code: "HW08", needed: "HW" }, "unknown"],
    ["unknown hazard", { code: "SW02", hazardous: null }, "unknown"],
    ["a named class", { code: "SW02" }, "pass"],
    ["a named hazardous class", { code: "HW08" }, "pass"],
    ["a by-product that may be waste", { code: "MA20", hazardous: false }, "unknown"],
    ["water", { code: "WA10", to: "near" }, "pass"],
    ["a waste liquid filed under water", { code: "WA40", to: "near", offerZh: "蒸氨废液" }, "unknown"],
  ] as const)("%s", (_, pair, verdict) => {
    expect(gateOf("waste-identification", pair).verdict).toBe(verdict);
  });
});

describe("haul reach", () => {
  it("passes within the limit, with its basis and the mark of an assumption", () => {
    const gate = gateOf("haul-reach", { code: "SW02", to: "near" });
    expect(gate).toMatchObject({ verdict: "pass", assumption: true });
    expect(gate.reasonEn).toContain("155 km");
  });

  it("fails beyond it and blocks the candidate: fly ash over 400 km", () => {
    const candidate = candidateOf({ code: "SW02", to: "far" });
    expect(candidate.distance.roadKmEstimate).toBeGreaterThan(155);
    expect(candidate.blocked).toBe(true);
    expect(candidate.gates.find(({ id }) => id === "haul-reach")?.verdict).toBe("fail");
  });

  it("is unknown where the error of the points reaches over the limit", () => {
    const network = networkOf({
      enterprises: [at("near", "from"), makeEnterprise("to", { cityCode: "370900" })],
      listings: [offer("from", "MA40"), need("to", "MA40")],
    });
    const [candidate] = allCandidates(network, { asOf: after });
    // 33 km great circle, 43 km by road against a limit of 40 km, points uncertain by 45 km.
    expect(candidate?.distance.errorKm).toBeGreaterThan(44);
    expect(candidate?.gates.find(({ id }) => id === "haul-reach")?.verdict).toBe("unknown");
    expect(candidate?.blocked).toBe(false);
  });

  it("asks for a calculation where steam goes beyond the screen but not the limit", () => {
    // West to near: 8.9 km, 11.6 km of pipe.
    const network = networkOf({
      enterprises: [at("west", "from"), at("near", "to")],
      listings: [offer("from", "EN10"), need("to", "EN10")],
    });
    const gate = allCandidates(network, { asOf: after })[0]?.gates.find(({ id }) => id === "haul-reach");
    expect(gate?.verdict).toBe("unknown");
    expect(gate?.reasonEn).toContain("10 km must be calculated");
  });
});

describe("grade", () => {
  const heatRule = makeRule("H", {
    wasteZh: "余热",
    resourceCodes: ["EN30"],
    sourceIndustryCodes: [],
    targetIndustryCodes: ["2614"],
    useZh: "工业用热",
  });

  it("fails where steam is wanted and low-grade heat offered", () => {
    const network = networkOf({
      enterprises: [at("west", "from"), at("near", "to", { industryCode: "2614" })],
      rules: [heatRule],
      listings: [
        offer("from", "EN30", { resourceZh: "低温余热" }),
        need("to", "EN10", { resourceZh: "蒸汽" }),
      ],
    });
    const [candidate] = allCandidates(network, { asOf: after });
    expect(candidate?.gates.find(({ id }) => id === "grade")?.verdict).toBe("fail");
    expect(candidate?.blocked).toBe(true);
  });

  it("is left out where neither side nor the rule says anything of quality", () => {
    for (const code of ["EN10", "WA10", "SW02"])
      expect(candidateOf({ code, to: "near" }).gates.map(({ id }) => id)).not.toContain("grade");
  });
});

describe("every candidate", () => {
  it("has the gates in one order and is blocked exactly where one fails or the class must be asked", () => {
    for (const [, pair, asOf] of permissions) {
      const candidate = candidateOf(pair, asOf);
      expect(candidate.gates.map(({ id }) => id)).toEqual([
        "waste-identification",
        "hazardous-licence",
        "cross-province-permission",
        "haul-reach",
      ]);
      const asks = candidate.match === "class-unknown" && candidate.resourceCode.startsWith("HW");
      expect(candidate.blocked).toBe(asks || candidate.gates.some(({ verdict }) => verdict === "fail"));
    }
  });
});
