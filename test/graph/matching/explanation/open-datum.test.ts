import { array, assert, constantFrom, double, property, record } from "fast-check";
import { expect, it } from "vitest";
import { byValue, type OpenDatum } from "#graph/matching/explanation/open/open-datum.ts";

const text = { zh: "某项", en: "a thing" };
const datum = record({
  risk: double({ min: 0.01, max: 0.99, noNaN: true }),
  effort: constantFrom(1, 2, 4),
});

/** Expected effort until the first "no", asking in this order. */
function expectedEffort(data: readonly OpenDatum[]): number {
  let [reached, sum] = [1, 0];
  for (const { risk, effort } of data) {
    sum += reached * effort;
    reached *= 1 - risk;
  }
  return sum;
}

function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

it("puts data in the order that makes the expected effort until the first no least", () => {
  assert(
    property(array(datum, { minLength: 1, maxLength: 5 }), (guesses) => {
      const data = guesses.map((guess) => ({ ...text, how: text, ask: null, ...guess }));
      const best = Math.min(...orders(data).map(expectedEffort));
      expect(expectedEffort(byValue(data))).toBeCloseTo(best, 9);
    }),
  );
});
