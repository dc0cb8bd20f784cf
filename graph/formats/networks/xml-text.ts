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

/** Text for element content and attribute values alike; it must hold no character that XML cannot carry. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? "");
}
