import { describe, expect, it } from "vitest";
import {
  isRuledOut,
  noProcesses,
  processesOf,
  type PlantTexts,
} from "#graph/matching/knowledge/processes.ts";

type Documented = PlantTexts["documented"];
const none: Documented = () => new Set();
const of = (industryCode: string | null, over: Partial<PlantTexts>) =>
  processesOf(industryCode, { plant: "", register: "", area: "", listings: "", documented: none, ...over });
const gives = (industry: string, over: Partial<PlantTexts>, stream: string) =>
  !isRuledOut(of(industry, over), "gives", [stream]);
const takes = (industry: string, over: Partial<PlantTexts>, stream: string) =>
  !isRuledOut(of(industry, over), "takes", [stream]);

describe("what a plant gives and takes by what is written about it", () => {
  it.each([
    ["北郊燃机热电", "gas-turbine"],
    ["Beijiao CCGT power station", "gas-turbine"],
    ["某焦炉煤气发电", "by-product-gas"],
    ["东湖生活垃圾焚烧发电厂", "waste-incinerator"],
    ["绿野生物质发电", "biomass-boiler"],
    ["滨海核电", "reactor"],
  ])("%s: no ash, gypsum or gangue", (plant, told) => {
    expect(of("4411", { plant }).told).toContain(told);
    for (const stream of ["fly-ash", "fgd-gypsum", "boiler-slag"])
      expect([stream, gives("4411", { plant }, stream)]).toEqual([stream, false]);
    expect(takes("4411", { plant }, "gangue")).toBe(false);
  });

  it("a power plant of which nothing is told burns coal; a register by fuel tells too", () => {
    expect(gives("4412", { plant: "城东热电厂" }, "fgd-gypsum")).toBe(true);
    expect(takes("4412", { plant: "城东热电厂" }, "sewage-sludge")).toBe(true);
    const register = "Global Oil and Gas Plant Tracker";
    expect(gives("4412", { plant: "城东热电厂", register }, "fgd-gypsum")).toBe(false);
    // Two fires are two fires.
    expect(gives("4412", { plant: "煤矸石、秸秆综合利用电厂" }, "fly-ash")).toBe(true);
  });

  it("an incinerator's fly ash is HW18, never coal ash", () => {
    expect(gives("4417", { plant: "生活垃圾焚烧发电" }, "HW18")).toBe(true);
    expect(gives("4417", { plant: "生活垃圾焚烧发电" }, "fly-ash")).toBe(false);
  });

  it("limestone gives gypsum and takes other lime; ammonia gives ammonium sulphate instead", () => {
    expect(gives("4411", { plant: "燃煤电厂，氨法脱硫" }, "fgd-gypsum")).toBe(false);
    expect(gives("4411", { plant: "燃煤电厂，氨法脱硫" }, "ammonium-sulphate")).toBe(true);
    expect(gives("4411", { plant: "燃煤电厂" }, "ammonium-sulphate")).toBe(false);
    expect(takes("4411", { plant: "燃煤电厂，氨法脱硫" }, "carbide-slag")).toBe(false);
  });

  it("a gypsum-board works takes no ash, an aerated-concrete works does, one of both does, an untold one may", () => {
    expect(takes("3024", { plant: "某纸面石膏板厂" }, "fly-ash")).toBe(false);
    expect(takes("3024", { plant: "某纸面石膏板厂" }, "fgd-gypsum")).toBe(true);
    expect(takes("3024", { plant: "某加气混凝土厂" }, "fly-ash")).toBe(true);
    expect(takes("3024", { plant: "纸面石膏板、加气砌块" }, "fly-ash")).toBe(true);
    expect(takes("3024", { plant: "某新材料厂" }, "fly-ash")).toBe(true);
    expect(takes("3024", { plant: "某新材料厂", listings: "纸面石膏板线" }, "fly-ash")).toBe(false);
  });

  it("a gangue brick kiln takes gangue, not ash or slag", () => {
    for (const stream of ["fly-ash", "incinerator-slag", "sewage-sludge"])
      expect(takes("3031", { plant: "某煤矸石砖厂" }, stream)).toBe(false);
    expect(takes("3031", { plant: "某煤矸石砖厂" }, "gangue")).toBe(true);
    expect(takes("3031", { plant: "某墙材厂" }, "fly-ash")).toBe(true);
  });

  it("a steel-slag works takes no blast-furnace slag, and the reverse", () => {
    expect(takes("3039", { plant: "某钢渣处理厂" }, "granulated-slag")).toBe(false);
    expect(takes("3039", { plant: "某矿渣微粉厂" }, "steel-slag")).toBe(false);
  });

  it("an alumina refinery makes red mud, a smelter none, and neither takes ash but the one that is made for it", () => {
    expect(gives("3216", { plant: "某氧化铝厂" }, "red-mud")).toBe(true);
    expect(gives("3216", { plant: "某电解铝厂" }, "red-mud")).toBe(false);
    expect(takes("3216", { plant: "某氧化铝厂" }, "fly-ash")).toBe(false);
    expect(takes("3216", { plant: "高铝粉煤灰提取氧化铝" }, "fly-ash")).toBe(true);
  });

  it("carbon dioxide of coal-to-hydrogen comes only from a refinery that has it, which wants no hydrogen", () => {
    expect(gives("2511", { plant: "某石化" }, "MA10")).toBe(false);
    expect(gives("2511", { plant: "某石化，煤制氢" }, "MA10")).toBe(true);
    expect(takes("2511", { plant: "某石化" }, "MA11")).toBe(true);
    expect(takes("2511", { plant: "某石化，煤制氢" }, "MA11")).toBe(false);
  });

  it("an ammonia works makes its hydrogen itself unless it is told to use by-product hydrogen", () => {
    expect(takes("2621", { plant: "某氮肥厂" }, "MA11")).toBe(false);
    expect(
      takes(
        "2621",
        { plant: "某氮肥厂", documented: (side) => new Set(side === "takes" ? ["MA11"] : []) },
        "MA11",
      ),
    ).toBe(true);
    expect(takes("2621", { plant: "以副产氢气制合成氨" }, "MA11")).toBe(true);
  });

  it("hydrogen of fuel-cell grade is not for bulk hydrogenation", () => {
    for (const industry of ["2511", "2614", "2621"])
      expect(takes(industry, { plant: "某化工" }, "fuel-cell-hydrogen")).toBe(false);
  });

  it("the sludge of an industrial sewage works is not municipal, by its name or by where it stands", () => {
    expect(gives("4620", { plant: "城北污水处理厂" }, "sewage-sludge")).toBe(true);
    expect(gives("4620", { plant: "工业废水治理中心" }, "sewage-sludge")).toBe(false);
    expect(gives("4620", { plant: "东港污水处理厂", area: "石化产业基地" }, "sewage-sludge")).toBe(false);
  });
});

it("what is on record outweighs what is usual, and a stream no process names is nobody's matter", () => {
  const documented: Documented = (side) => new Set(side === "gives" ? ["fgd-gypsum"] : []);
  expect(gives("4411", { plant: "某燃机热电", documented }, "fgd-gypsum")).toBe(true);
  expect(gives("4411", { plant: "某燃机热电" }, "EN10")).toBe(true);
  expect(takes("4411", { plant: "某燃机热电" }, "WA10")).toBe(true);
});

it("a trade whose plants are alike, or that is not known, has no processes", () => {
  expect(of("2221", { plant: "某燃机热电" })).toBe(noProcesses);
  expect(of(null, { plant: "某燃机热电" })).toBe(noProcesses);
});

it("a rule of several wastes stands while one of them is taken", () => {
  const plant = of("3031", { plant: "某煤矸石砖厂" });
  expect(isRuledOut(plant, "takes", ["gangue", "fly-ash"])).toBe(false);
  expect(isRuledOut(plant, "takes", ["sewage-sludge", "fly-ash"])).toBe(true);
  expect(isRuledOut(plant, "takes", [])).toBe(false);
});
