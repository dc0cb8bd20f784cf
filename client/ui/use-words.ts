import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import type { Text } from "#graph/schema/text.ts";
import { amount, count, fullAmount, measure, percent, unitOf } from "#client/model/numbers.ts";
import type { Language } from "#client/model/view/view-state.ts";

interface Named {
  readonly nameZh: string;
  readonly nameEn: string | null;
}

export interface EitherLanguage {
  readonly text: string;
  readonly language: Language;
  /** Not the language of the page. */
  readonly isOther: boolean;
}

/** Everything a screen needs to speak: dictionary, names of records, numbers with units. */
export interface Words {
  readonly t: TFunction;
  readonly language: Language;
  /** Name of a record; the Chinese one where no English one is known. */
  readonly name: (item: Named) => string;
  /** The text of the page's language; the Chinese one where no English one is known. */
  readonly pick: (zh: string, en: string | null) => string;
  /** A text that the program has in both languages. */
  readonly say: (text: Text) => string;
  /** A text that may be recorded in one language only: the page's where there is one, else the other. */
  readonly either: (zh: string | null, en: string | null) => EitherLanguage | null;
  /** `either` as one plain text; null where nothing is recorded. */
  readonly eitherText: (zh: string | null, en: string | null) => string | null;
  readonly count: (value: number) => string;
  readonly measure: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly amount: (value: number, unit: string) => string;
  readonly fullAmount: (value: number, unit: string) => string;
  readonly unit: (unit: string) => string;
}

export function wordsOf(t: TFunction, language: Language): Words {
  const pick = (zh: string, en: string | null) => (language === "en" && en !== null && en !== "" ? en : zh);
  const either = (zh: string | null, en: string | null): EitherLanguage | null => {
    const [own, other] = language === "en" ? [en, zh] : [zh, en];
    if (own !== null && own !== "") return { text: own, language, isOther: false };
    if (other === null || other === "") return null;
    return { text: other, language: language === "en" ? "zh-CN" : "en", isOther: true };
  };
  const eitherText = (zh: string | null, en: string | null) => {
    const found = either(zh, en);
    if (found === null) return null;
    return found.isOther ? `${found.text} ${t(`text.only.${found.language}`)}` : found.text;
  };
  // What is a word in a unit is one of the language.
  const worded = (unit: string) => unit.replace("month", t("unit.month"));
  return {
    t,
    language,
    pick,
    either,
    eitherText,
    name: (item) => pick(item.nameZh, item.nameEn),
    say: ({ zh, en }) => (language === "en" ? en : zh),
    count: (value) => count(value, language),
    measure: (value) => measure(value, language),
    percent: (share) => percent(share, language),
    amount: (value, unit) => amount(value, worded(unit), language),
    fullAmount: (value, unit) => fullAmount(value, worded(unit), language),
    unit: (unit) => unitOf(worded(unit)),
  };
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "zh-CN";
  return useMemo(() => wordsOf(t, language), [t, language]);
}
