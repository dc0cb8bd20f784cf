import { describe, expect, test } from "vitest";
import { inputsOf, profiles, profileSources } from "#graph/matching/knowledge/input-profiles.ts";
import { familiesOf, familyIds } from "#graph/matching/knowledge/material-families.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

describe("input profiles", () => {
  test("name families that exist, each once, and a source that is cited", () => {
    const named = profiles.map(({ families }) => families.flat());
    expect(named.flat().filter((id) => !familyIds.includes(id))).toEqual([]);
    expect(named.filter((ids) => new Set(ids).size < ids.length)).toEqual([]);
    expect(profiles.filter(({ source }) => !/\d{4}/.test(profileSources[source] ?? ""))).toEqual([]);
  });

  test("are read by the classification that is meant: 2611 is electronics in Europe, sulphuric acid in China", () => {
    expect(inputsOf("2611", "nace").get("base-metals")).toBe(3);
    expect(inputsOf("2611", "gbt4754").get("sulphur")).toBe(3);
    expect(inputsOf("2351", "nace")).toEqual(inputsOf("3011", "gbt4754"));
  });

  test("of a wider code hold what lies under it, of two codes what either takes, of none nothing", () => {
    expect(inputsOf("24", "nace").get("iron")).toBe(3);
    expect(inputsOf("24", "nace").get("electronics")).toBe(2);
    expect(inputsOf("011 / 2351", "nace").get("manure")).toBe(3);
    expect(inputsOf("011 / 2351", "nace").get("gypsum")).toBe(3);
    expect(inputsOf("9900", "nace").size).toBe(0);
  });

  test("cover the industries of the shipped enterprises that make or burn something", () => {
    const codes = new Set(readSeedNetwork().enterprises.map(({ industryCode }) => industryCode ?? ""));
    const makers = [...codes].filter((code) => /^(1[3-9]|2\d|3\d|4[0-356]|441[1-37-9]|44[23])/.test(code));
    expect(makers.filter((code) => inputsOf(code, "gbt4754").size === 0)).toEqual([]);
  });
});

test.each([
  ["Metallurgical coke dust and fines", [], ["iron", "coal"]],
  ["燃煤电厂粉煤灰", [], ["coal-ash", "coal"]],
  ["Glass waste", ["101103"], ["glass"]],
  ["副产盐酸", [], ["acid"]],
  ["Spent grain", ["020704"], ["food"]],
])("'%s' %j is told by its words and its codes", (text, codes, expected) => {
  expect(familiesOf(text, codes)).toEqual(expect.arrayContaining(expected));
});

test("words inside other words tell nothing", () => {
  expect(familiesOf("cubicle tincture", [])).toEqual([]);
  expect(familiesOf("", [])).toEqual([]);
});
