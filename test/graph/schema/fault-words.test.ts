import { describe, expect, test } from "vitest";
import { z } from "zod";
import { candidateQuery } from "#graph/schema/api/metric-endpoints.ts";
import { faultWords, firstFault } from "#graph/schema/fault-words.ts";

/** What is said of a value that a schema refuses. */
function said(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value);
  if (error === undefined) throw new Error("the schema takes it");
  return firstFault(error);
}

describe("the words of a fault", () => {
  test("name the values that may stand there, in both languages", () => {
    expect(said(z.enum(["open", "blocked"]), "closed")).toEqual({
      zh: "应为以下之一：open、blocked",
      en: "expected one of open, blocked",
    });
    const told = z.enum(["nodes.csv", "edges.csv"], "a table is nodes.csv or edges.csv");
    expect(said(told, "csv")).toEqual({
      zh: "应为以下之一：nodes.csv、edges.csv",
      en: "a table is nodes.csv or edges.csv",
    });
  });

  test("name the kind and the size that is wanted", () => {
    expect(said(z.number(), "x")).toEqual({ zh: "应为数字", en: "expected a number" });
    expect(said(z.number().max(9), 10)).toEqual({ zh: "至多9", en: "expected at most 9" });
    expect(said(z.array(z.string()).min(2), [])).toEqual({ zh: "至少2项", en: "expected at least 2 items" });
    expect(said(z.strictObject({}), { odd: 1 })).toEqual({ zh: "不认识 odd", en: "odd is not known here" });
  });

  test("are the schema's own where it has some, with what it is about in Chinese", () => {
    const [issue] = z.string().regex(/^\d+$/, "expected digits").safeParse("x").error?.issues ?? [];
    if (issue === undefined) throw new Error("no fault");
    expect(faultWords(issue, { zh: "数字编号", en: "a number" })).toEqual({
      zh: "写法不对（数字编号）",
      en: "expected digits",
    });
  });

  test("hold nothing of zod's own, whichever parameter of the candidates is wrong", () => {
    const faults = Object.keys(candidateQuery.shape).flatMap((name) => {
      const { error } = candidateQuery.safeParse({ [name]: "~?" });
      return error === undefined ? [] : [firstFault(error).en];
    });
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.filter((words) => /^(?:Invalid|Too )/.test(words))).toEqual([]);
  });
});
