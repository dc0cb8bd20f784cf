/*
 * The one way to write a CSV cell, for the files of the server and for those that the page makes.
 */

/** Text that a spreadsheet would run as a formula (OWASP, CSV injection), full-width twins included, guarded or not. */
const risky = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Text made inert for spreadsheets: one apostrophe before what starts like a formula. Text that already looks guarded
 * gets one more, so that `unguardText` gives back exactly what went in.
 */
export function guardText(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The text behind `guardText`; text that never was guarded comes back as it is. */
export function unguardText(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}

/** Text as a CSV cell (RFC 4180): quoted where it needs it. */
export function quoteText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 byte order mark: without it spreadsheets in a Chinese Windows read the file as GBK. */
export const byteOrderMark = "\u{FEFF}";
