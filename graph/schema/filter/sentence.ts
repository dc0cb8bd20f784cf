import type { AgeDimension, Dimension, FlagDimension, ListDimension, RangeDimension } from "./dimension.ts";
import type { Text } from "#graph/schema/text.ts";
import { dimensions } from "./dimensions.ts";
import { memberOf, type NetworkFilter } from "./filter.ts";

const languages = ["zh", "en"] as const;
type Language = (typeof languages)[number];

const yes: Text = { zh: "是", en: "yes" };
const no: Text = { zh: "否", en: "no" };
const keeps: Text = { zh: "保留", en: "kept" };
const drops: Text = { zh: "不含", en: "left out" };
const comma: Text = { zh: "、", en: ", " };
const colon: Text = { zh: "：", en: ": " };
const semicolon: Text = { zh: "；", en: "; " };

/** The filter in one line, for the head of a file, a picture or a table: every condition that is set, in the words of its control. */
export function filterSentence(filter: NetworkFilter): Text {
  return sentenceOf(dimensions, filter);
}

/** The part of it that lists of offers, needs and candidates follow. */
export function recordFilterSentence(filter: NetworkFilter): Text {
  return sentenceOf(
    dimensions.filter(({ scope }) => scope !== "exchange"),
    filter,
  );
}

function sentenceOf(rows: readonly Dimension[], filter: NetworkFilter): Text {
  const [zh, en] = languages.map((language) =>
    rows
      .map((dimension: Dimension) => conditionText(dimension, filter, language))
      .filter((part) => part !== null)
      .join(semicolon[language]),
  );
  return { zh: zh ?? "", en: en ?? "" };
}

/** One condition in words; null where it is not set. */
function conditionText(dimension: Dimension, filter: NetworkFilter, language: Language): string | null {
  const words =
    dimension.kind === "list"
      ? listText(dimension, filter, language)
      : dimension.kind === "flag"
        ? flagText(dimension, filter, language)
        : dimension.kind === "age"
          ? ageText(dimension, filter, language)
          : rangeText(dimension, filter, language);
  return words === null ? null : `${dimension.title[language]}${colon[language]}${words}`;
}

function listText(
  { options, parameters: [parameter] }: ListDimension,
  filter: NetworkFilter,
  language: Language,
) {
  const chosen = memberOf(filter, parameter);
  if (chosen.length === 0) return null;
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option[language]);
  return names.join(comma[language]);
}

function flagText({ parameters: [parameter] }: FlagDimension, filter: NetworkFilter, language: Language) {
  return (memberOf(filter, parameter) ? yes : no)[language];
}

function ageText({ older, parameters }: AgeDimension, filter: NetworkFilter, language: Language) {
  const [keep, years] = parameters;
  const kept = (memberOf(filter, keep) ? keeps : drops)[language];
  const words = older[language].replace("{{years}}", String(memberOf(filter, years)));
  return `${kept}${language === "zh" ? `（${words}）` : ` (${words})`}`;
}

function rangeText({ unknown, parameters }: RangeDimension, filter: NetworkFilter, language: Language) {
  const [first, last, keep] = parameters;
  const [from, to] = [memberOf(filter, first), memberOf(filter, last)];
  if (from === null && to === null) return null;
  const note = `${unknown[language]}${colon[language]}${(memberOf(filter, keep) ? yes : no)[language]}`;
  return `${from ?? "…"}–${to ?? "…"}${language === "zh" ? `（${note}）` : ` (${note})`}`;
}
