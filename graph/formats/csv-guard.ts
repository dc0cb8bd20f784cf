/** Characters that make a spreadsheet read a cell as a formula when it starts with one, full-width twins included. */
const leadCharacters = new Set(["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"]);

/**
 * Text made inert for spreadsheets: one apostrophe in front of a formula's first character (OWASP, CSV injection).
 * Text that already looks guarded gets one more, so that `unguardText` gives back exactly what went in.
 */
export function guardText(text: string): string {
  return needsGuard(text) || isGuarded(text) ? `'${text}` : text;
}

/** The text behind `guardText`; text that never was guarded comes back as it is. */
export function unguardText(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}

const needsGuard = (text: string) => leadCharacters.has(text.charAt(0));

function isGuarded(text: string): boolean {
  const bare = text.replace(/^'+/, "");
  return bare !== text && needsGuard(bare);
}

/** One cell of a CSV file (RFC 4180): null is empty, numbers stay numbers, text is guarded and quoted where needed. */
export function toCsvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = guardText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 byte order mark: without it spreadsheets in a Chinese Windows read the file as GBK. */
export const byteOrderMark = "\u{FEFF}";

/** One line with its line end. */
export function toCsvLine(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map(toCsvCell).join(",")}\r\n`;
}
