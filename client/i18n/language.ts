import { changeLanguage, t, use } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#client/model/view/view-state.ts";
import { en, zh } from "./dictionary.ts";

const savedKey = "gongsheng.language";

/** The language chosen on an earlier visit; a browser that forbids storage simply has none. */
export function savedLanguage(): Language | null {
  try {
    const saved = localStorage.getItem(savedKey);
    return saved === "en" || saved === "zh-CN" ? saved : null;
  } catch {
    return null;
  }
}

/** Remembers a choice where the browser allows it. */
export function saveLanguage(language: Language): void {
  try {
    localStorage.setItem(savedKey, language);
  } catch {
    // Storage forbidden: the choice then lives in the address only.
  }
}

/** Starts the dictionaries; both are in the page, so nothing waits. */
export function startLanguage(language: Language): void {
  void use(initReactI18next).init({
    resources: { "zh-CN": { translation: zh }, en: { translation: en } },
    lng: language,
    fallbackLng: "zh-CN",
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
}

/** Changes the language of the page and of its document. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  void changeLanguage(language);
  document.title = t("product.title");
}
