// What XML 1.0 (§2.2) forbids even as a reference: most control characters, lone surrogates, U+FFFE and U+FFFF.
// oxlint-disable-next-line no-control-regex
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Kept as references: a reader turns bare ones into spaces or line feeds.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text for element content and attribute values alike; characters that XML cannot carry are left out. */
export function escapeXml(text: string): string {
  return text.replace(illegal, "").replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? "");
}
