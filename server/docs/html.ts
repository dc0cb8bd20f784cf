import type { Language } from "./words.ts";

/** Markup that was built here, as opposed to text that must be escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function toMarkup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map((item) => item.text).join("\n");
  return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}

/** Template whose every inserted text is escaped. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(String.raw({ raw: literals }, ...parts.map(toMarkup)));
}

/** A whole page: no script, one style sheet, both from this origin. */
export function renderPage(language: Language, title: string, body: Html): string {
  const lang = language === "zh" ? "zh-CN" : "en";
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/api/docs/fonts/index.css" />
        <link rel="stylesheet" href="/api/docs/style.css" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}

export const styleSheet = `:root { color-scheme: light; --ink: #1c2b33; --soft: #5a6b73; --line: #d5dde0; --ground: #f7f9f9; --accent: #0b6b6b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--ink);
  font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans SC Variable", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: .92em ui-monospace, SFMono-Regular, Consolas, "Noto Sans SC Variable", monospace; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 2rem; }
section.row, details { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem; margin: 1rem 0; }
summary { cursor: pointer; }
.method { color: #fff; background: var(--accent); border-radius: 4px; padding: .1rem .45rem; font-size: .8rem; margin-right: .5rem; }
.soft { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .75rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
td:first-child code { white-space: nowrap; }
td:nth-child(2) { min-width: 5.5em; }
th { color: var(--soft); font-weight: 600; }
`;
