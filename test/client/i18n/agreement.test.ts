import { describe, expect, it } from "vitest";
import { agreementInChinese } from "#client/i18n/agreement.ts";
import { metrics } from "#graph/metrics/catalogue.ts";

/** Two or more English words in a row, or one that is never part of a function's name. */
const english =
  /(?<![\w.])[a-z]+ [a-z]+(?![\w.(])|\b(?:the|of|on|over|where|before|after|within|each|every)\b/;

describe("what a measure agrees with, in Chinese", () => {
  it.each(metrics.map(({ description: { id, agreesWith } }) => [id, agreesWith] as const))(
    "of %s is no English: %s",
    (_id, agreesWith) => {
      expect(agreementInChinese(agreesWith)).not.toMatch(english);
    },
  );
});
