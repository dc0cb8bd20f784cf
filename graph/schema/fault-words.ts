import type { z } from "zod";
import type { Text } from "./text.ts";

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, Text>> = {
  string: { zh: "文字", en: "a text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "是或否", en: "yes or no" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "对象", en: "an object" },
};

/** Words that zod finds by itself; a schema that says what it wants has words of its own. */
const isOwnWords = ({ message }: Issue) => !/^(?:Invalid|Too |Unrecognized)/.test(message);

/** What is wrong with a value, naming what may stand there, in both languages; `about` is what the schema says of it. */
export function faultWords(issue: Issue, about: Text | null = null): Text {
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const en = isOwnWords(issue) ? issue.message : `expected one of ${values.join(", ")}`;
    return { zh: `应为以下之一：${values.join("、")}`, en };
  }
  const [aboutZh, aboutEn] = about === null ? ["", ""] : [`（${about.zh}）`, ` (${about.en})`];
  if (isOwnWords(issue)) return { zh: `写法不对${aboutZh}`, en: issue.message };
  return plainWords(issue) ?? { zh: `写法不对${aboutZh}`, en: `not written as expected${aboutEn}` };
}

/** The first thing that is wrong. */
export function firstFault({ issues: [issue] }: z.ZodError, about: Text | null = null): Text {
  return issue === undefined ? { zh: "写法不对", en: "not valid" } : faultWords(issue, about);
}

function plainWords(issue: Issue): Text | null {
  if (issue.code === "invalid_type") {
    const { zh, en } = typeWords[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    return { zh: `应为${zh}`, en: `expected ${en}` };
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const isSmall = issue.code === "too_small";
    const limit = String(isSmall ? issue.minimum : issue.maximum);
    const [ofZh, ofEn] = sizeWords[issue.origin] ?? ["", ""];
    return isSmall
      ? { zh: `至少${limit}${ofZh}`, en: `expected at least ${limit}${ofEn}` }
      : { zh: `至多${limit}${ofZh}`, en: `expected at most ${limit}${ofEn}` };
  }
  if (issue.code === "unrecognized_keys")
    return { zh: `不认识 ${issue.keys.join("、")}`, en: `${issue.keys.join(", ")} is not known here` };
  return null;
}

const sizeWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ["个字符", " characters"],
  array: ["项", " items"],
};
