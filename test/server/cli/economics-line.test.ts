import { expect, test } from "vitest";
import { economicsLine } from "#server/commands/economics-line.ts";
import { economicsOver, priceOf } from "#test/fixtures/priced-link.ts";

const ash = { resourceCodes: ["SW02"] };
const book = [
  priceOf("truck-freight", [0.5, 0.5, 0.5]),
  priceOf("truck-loading", [15, 15, 15]),
  priceOf("worth", [40, 40, 40], ash),
];

test("a gain by prices that were read is told in yuan, with its chance and the way that it bears", () => {
  const line = economicsLine(economicsOver({ prices: book, routeKm: 26 }), "en");
  expect(line).toMatch(/^joint gain 12 \(\d+ … \d+\) yuan\/t \(0 % on assumed prices\)/);
  expect(line).toContain("pays in 100 % of the worlds");
  expect(line).toContain("break-even 50 (50 … 50) km");
});

test("of a gain that rests on assumptions the sign is told, of one without prices what is missing", () => {
  const assumed = book.map((price) => ({ ...price, kind: "assumed" as const }));
  const line = economicsLine(economicsOver({ prices: assumed, routeKm: 26 }), "zh");
  expect(line).toMatch(/^两家合计得益为正（假定价占100 %）；/);
  expect(line).not.toContain("元/吨");
  expect(economicsLine(economicsOver({ prices: book.slice(0, 2), routeKm: 26 }), "zh")).toMatch(
    /^算不出得益，缺：供方现在每吨的处置费；/,
  );
});
