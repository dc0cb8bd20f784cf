import { expect, test } from "vitest";
import { checkPrice } from "#graph/schema/checks/check-price.ts";
import type { Fault } from "#graph/schema/checks/check-fields.ts";
import type { Price } from "#graph/schema/records/price.ts";
import { shippedPrices } from "#test/fixtures/shipped-prices.ts";

function faultsOf(over: Partial<Price>): readonly Pick<Fault, "code" | "column">[] {
  const [price] = shippedPrices;
  if (price === undefined) throw new Error("the shipped price book is empty");
  const faults: Fault[] = [];
  checkPrice(
    { ...price, ...over },
    () => false,
    (fault) => faults.push(fault),
  );
  return faults.map(({ code, column }) => ({ code, column }));
}

test("a price in its unit and in its band has no fault", () => {
  expect(faultsOf({})).toEqual([]);
});

test("a price in the unit of another item, out of its band, or of a code that is in no list is told by its column", () => {
  expect(faultsOf({ unit: "yuan/t" })).toEqual([{ code: "invalid-value", column: "unit" }]);
  expect(faultsOf({ low: 0.5 })).toEqual([{ code: "invalid-value", column: "best" }]);
  expect(faultsOf({ high: 0.44 })).toEqual([{ code: "invalid-value", column: "best" }]);
  expect(faultsOf({ resourceCodes: ["SW02"] })).toEqual([{ code: "unknown-code", column: "resource_codes" }]);
});
