import { describe, expect, test } from "vitest";
import { casesOfNetwork } from "#graph/matching/evaluation/case-library.ts";
import { codeLikeness } from "#graph/matching/evaluation/case-votes.ts";
import { evaluateCases } from "#graph/matching/evaluation/evaluate-cases.ts";
import { listParties } from "#graph/matching/ends/parties.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const network = readSeedNetwork();
const { partyById } = listParties(network);
const library = casesOfNetwork(network, (id) => partyById.get(id)?.place.header.id ?? id);

describe("a case library", () => {
  test("is ranked better than by popularity, by codes alone or by words alone, whole cases left out", () => {
    const report = evaluateCases(library, { seed: 1, scheme: "gbt4754" });
    expect(report?.n).toBe(library.length);
    expect(report?.baselines.popularity.difference.mrr.low).toBeGreaterThan(0);
    expect(report?.baselines.text.difference.mrr.value).toBeGreaterThan(0);
    expect(JSON.stringify(evaluateCases(library, { seed: 1, scheme: "gbt4754" }))).toBe(
      JSON.stringify(report),
    );
  }, 120_000);

  test("whose industries are renamed in each tested case is ranked no better than by chance", () => {
    const report = evaluateCases(library, { seed: 1, scheme: "gbt4754", control: "sectors" });
    const size = report?.candidates ?? 1;
    let harmonic = 0;
    for (let rank = 1; rank <= size; rank++) harmonic += 1 / rank;
    const chance = harmonic / size;
    expect(report?.method.mrr.low).toBeLessThan(chance);
    expect(report?.method.mrr.value).toBeLessThan(chance + 0.02);
  }, 120_000);

  test("whose labels are dealt anew is ranked no better than by popularity", () => {
    const report = evaluateCases(library, { seed: 1, scheme: "gbt4754", control: "labels" });
    expect(report?.baselines.popularity.difference.mrr.value).toBeLessThanOrEqual(0.02);
  }, 120_000);

  test("without a row gives no figure", () => {
    expect(evaluateCases([], { seed: 1, scheme: "gbt4754" })).toBeNull();
  });
});

test("codes are alike by their common start, of any length and scheme", () => {
  expect(codeLikeness(["100102"], ["100102"])).toBe(1);
  expect(codeLikeness(["100102"], ["100199"])).toBe(0.25);
  expect(codeLikeness(["100102"], ["200102"])).toBe(0);
  expect(codeLikeness(["SW02", "360012"], ["360013"])).toBe(0.5);
  expect(codeLikeness([], ["SW02"])).toBe(0);
});
