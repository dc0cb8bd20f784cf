import { describe, expect, it } from "vitest";
import { priceBookOf } from "#graph/matching/knowledge/price-book.ts";
import type { Price } from "#graph/schema/records/price.ts";
import { evidence } from "#test/fixtures/matching-network.ts";
import { shippedPrices } from "#test/fixtures/shipped-prices.ts";

const line = (id: string, over: Partial<Price> & { readonly year?: number } = {}): Price => {
  const { year = 2020, ...rest } = over;
  return {
    id,
    item: "disposal",
    nameZh: id,
    nameEn: null,
    resourceCodes: [],
    substances: [],
    provinceCode: null,
    low: 1,
    best: 2,
    high: 3,
    unit: "yuan/t",
    kind: "read",
    noteZh: null,
    noteEn: null,
    evidence: { ...evidence, asOfYear: year },
    ...rest,
  };
};

describe("a price book", () => {
  const book = priceBookOf([
    line("any"),
    line("family", { resourceCodes: ["HW"] }),
    line("class", { resourceCodes: ["HW34"] }),
    line("of-jiangsu", { resourceCodes: ["HW34"], provinceCode: "32" }),
    line("acid", { resourceCodes: ["HW34"], substances: ["alkylation-acid"] }),
    line("slag-2010", { resourceCodes: ["SW01"], year: 2010 }),
    line("slag-2022", { resourceCodes: ["SW01"], year: 2022 }),
  ]);
  const idOf = (...query: Parameters<typeof book.find>) => book.find(...query)?.id ?? null;

  it("answers with the substance before the code, the code before its family, and the family before everything", () => {
    expect(idOf("disposal", { code: "HW34", substances: ["alkylation-acid"] })).toBe("acid");
    expect(idOf("disposal", { code: "HW34", substances: ["titanium-acid"] })).toBe("class");
    expect(idOf("disposal", { code: "900-300-34" })).toBe("class");
    expect(idOf("disposal", { code: "HW08" })).toBe("family");
    expect(idOf("disposal", { code: "SW02" })).toBe("any");
  });

  it("takes the price of the province before that of everywhere, and never that of another province", () => {
    expect(idOf("disposal", { code: "HW34", provinceCode: "32" })).toBe("of-jiangsu");
    expect(idOf("disposal", { code: "HW34", provinceCode: "37" })).toBe("class");
  });

  it("takes the latest year of equals", () => {
    expect(idOf("disposal", { code: "SW01" })).toBe("slag-2022");
  });

  it("does not depend on the order of its lines, and has no price for what it does not hold", () => {
    const turned = priceBookOf(shippedPrices.toReversed());
    const shipped = priceBookOf(shippedPrices);
    for (const code of ["SW01", "SW02", "SW16", "HW34", "EN10"])
      expect(turned.find("worth", { code })).toEqual(shipped.find("worth", { code }));
    expect(shipped.find("worth", { code: "EN10" })).toBeNull();
    expect(shipped.find("line-cost")).toBeNull();
    expect(idOf("disposal", { code: "SW02", names: ["木片"] })).toBeNull();
  });
});

describe("the shipped price book", () => {
  it("says of every assumption that it is one", () => {
    const assumed = shippedPrices.filter(({ kind }) => kind === "assumed");
    for (const {
      noteZh,
      noteEn,
      evidence: { grade, confidence },
    } of assumed) {
      expect(noteZh).toContain("假定");
      expect(noteEn).toContain("assumed");
      expect([grade, confidence]).toEqual(["inferred", "low"]);
    }
  });

  it("has a year and a source for every figure that is none", () => {
    for (const {
      kind,
      evidence: { asOfYear, noteZh, noteEn },
    } of shippedPrices) {
      if (kind === "assumed") continue;
      expect(asOfYear).toBeGreaterThan(2000);
      expect(noteZh).not.toBeNull();
      expect(noteEn).not.toBeNull();
    }
  });
});
