import { unitByPriceItem, type Price } from "#graph/schema/records/price.ts";
import type { Report } from "./check-fields.ts";

/** A price stands in the unit of its item, its best value lies in its band, and its codes are in the list. */
export function checkPrice(price: Price, isCode: (code: string) => boolean, report: Report): void {
  const { item, unit, low, best, high, resourceCodes } = price;
  const expected = unitByPriceItem[item];
  if (unit !== expected)
    report({
      code: "invalid-value",
      column: "unit",
      value: unit,
      reason: { zh: `${item} 的单位应为 ${expected}`, en: `the unit of ${item} is ${expected}` },
    });
  if (low > best || best > high)
    report({
      code: "invalid-value",
      column: "best",
      value: String(best),
      reason: {
        zh: `最可能值应在低值 ${low} 与高值 ${high} 之间`,
        en: `the best value lies between low ${low} and high ${high}`,
      },
    });
  for (const code of resourceCodes)
    if (!isCode(code))
      report({
        code: "unknown-code",
        column: "resource_codes",
        value: code,
        reason: { zh: "资源清单中没有该代码", en: "the code is not in the list of resources" },
      });
}
