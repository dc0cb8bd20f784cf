/** Language of labels on the stage. */
export type Locale = "zh" | "en";

/** The name in the reader's language; the Chinese one where the English is not known. */
export function nameIn(
  locale: Locale,
  named: { readonly nameZh: string; readonly nameEn: string | null },
): string {
  return locale === "en" ? (named.nameEn ?? named.nameZh) : named.nameZh;
}
