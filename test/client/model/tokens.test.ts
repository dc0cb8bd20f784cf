import { describe, expect, it } from "vitest";
import { applyTokens, classColours, colours, cssVariables, layerColours } from "#client/model/tokens.ts";
import { ciede2000, contrastRatio, simulateColourBlindness, toLab } from "#test/colour-vision.ts";

const layerList = Object.values(layerColours);
const pairs = layerList.flatMap((one, index) =>
  layerList.slice(index + 1).map((other) => [one, other] as const),
);
const grounds = [colours.land, colours.sea] as const;

describe("colour measures used here", () => {
  it("CIEDE2000 gives the published differences", () => {
    // Sharma, Wu, Dalal 2005 (doi:10.1002/col.20070), table 1, pairs 1, 7, 17 and 25.
    const lab = (lightness: number, a: number, b: number) => ({ lightness, a, b });
    expect(ciede2000(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485))).toBeCloseTo(2.0425, 4);
    expect(ciede2000(lab(50, 0, 0), lab(50, -1, 2))).toBeCloseTo(2.3669, 4);
    expect(ciede2000(lab(50, 2.5, 0), lab(73, 25, -18))).toBeCloseTo(27.1492, 4);
    expect(ciede2000(lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387))).toBeCloseTo(
      1.2644,
      4,
    );
  });

  it("contrast gives the figures of WCAG", () => {
    expect(contrastRatio("#000000", "#FFFFFF")).toBeCloseTo(21, 9);
    // WebAIM's checker on #777777 against white.
    expect(contrastRatio("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
  });

  it("greys stay grey and red and green draw together when red or green cones are missing", () => {
    for (const kind of ["protanopia", "deuteranopia", "tritanopia"] as const)
      expect(ciede2000(toLab(simulateColourBlindness("#808080", kind)), toLab("#808080"))).toBeLessThan(1);
    const gap = (kind: "protanopia" | "deuteranopia") =>
      ciede2000(
        toLab(simulateColourBlindness("#B03030", kind)),
        toLab(simulateColourBlindness("#6B6B00", kind)),
      );
    const seen = ciede2000(toLab("#B03030"), toLab("#6B6B00"));
    expect(gap("deuteranopia")).toBeLessThan(seen / 2);
    expect(gap("protanopia")).toBeLessThan(seen);
  });
});

describe("layer colours", () => {
  it.each(["normal", "deuteranopia", "protanopia", "tritanopia"] as const)(
    "stay at least 15 apart (CIEDE2000) in %s sight",
    (sight) => {
      const seen = (hex: string) => toLab(sight === "normal" ? hex : simulateColourBlindness(hex, sight));
      for (const [one, other] of pairs)
        expect(ciede2000(seen(one), seen(other)), `${one} ${other}`).toBeGreaterThan(15);
    },
  );

  it.each(layerList)("%s reaches 3:1 on land and on sea", (colour) => {
    for (const ground of grounds) expect(contrastRatio(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  it("candidates and parks reach 3:1 on land and sea, text 4.5:1 on white and on land", () => {
    for (const ground of grounds)
      for (const mark of [colours.candidate, colours.park, colours.action, colours.secondary])
        expect(contrastRatio(mark, ground)).toBeGreaterThanOrEqual(3);
    for (const text of [
      colours.ink,
      colours.secondary,
      colours.action,
      colours.pass,
      colours.unknown,
      colours.fail,
    ])
      for (const ground of [colours.surface, colours.land])
        expect(contrastRatio(text, ground), `${text} ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

describe("colours of classes", () => {
  it("grow darker with the class, far enough to be told apart in any sight", () => {
    for (const sight of ["normal", "deuteranopia", "protanopia", "tritanopia"] as const)
      for (const side of [classColours.above, classColours.below]) {
        const seen = side.map((hex) => toLab(sight === "normal" ? hex : simulateColourBlindness(hex, sight)));
        for (const [place, colour] of seen.slice(1).entries()) {
          const before = seen[place];
          expect(before === undefined ? 0 : before.lightness - colour.lightness).toBeGreaterThan(8);
        }
      }
  });

  it("have a rim, and a grey for no value, that reach 3:1 on land and sea", () => {
    for (const ground of grounds)
      for (const mark of [colours.park, colours.secondary, colours.noValue])
        expect(contrastRatio(mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe("tokens as CSS variables", () => {
  it("every colour and size is written onto the page", () => {
    const written = new Map<string, string>();
    applyTokens({ style: { setProperty: (name, value) => written.set(name, value) } });
    expect(written).toEqual(cssVariables());
    expect(written.get("--colour-action-text")).toBe("#FFFFFF");
    expect(written.get("--size-bar")).toBe("48px");
    expect(written.size).toBeGreaterThan(Object.keys(colours).length);
  });
});
