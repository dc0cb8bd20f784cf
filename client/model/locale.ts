/** Language of labels and numbers on the stage: zh-CN first, en second. */
export type Locale = "zh" | "en";

export const localeTag = { zh: "zh-CN", en: "en" } as const satisfies Record<Locale, string>;

/** The name in the reader's language; the Chinese one where the English is not known. */
export function nameIn(
  locale: Locale,
  named: { readonly nameZh: string; readonly nameEn: string | null },
): string {
  return locale === "en" ? (named.nameEn ?? named.nameZh) : named.nameZh;
}
