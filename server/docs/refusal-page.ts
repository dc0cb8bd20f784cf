import type { ErrorCode } from "#graph/errors.ts";
import type { Problem } from "#graph/schema/api/problem.ts";
import { explain } from "./docs-page.ts";
import { html, renderPage } from "./html.ts";
import { pageWords, type Language } from "./words.ts";

/** A problem as a page: what it is, what to do, and the way back. Parameters at fault are named, values are not repeated. */
export function renderRefusalPage(problem: Problem, code: ErrorCode, language: Language): string {
  const words = pageWords[language];
  const { title, help } = explain(code, language);
  const pointers = problem.errors.map(({ pointer }) => html`<code>${pointer}</code> `);
  return renderPage(
    language,
    `${title} · ${words.product}`,
    html`<main>
      <h1>${title}</h1>
      <p><code>${problem.instance}</code> ${pointers}</p>
      <p>${help}</p>
      <p class="soft">HTTP ${problem.status} · <code>${code}</code> · <code>${problem.requestId}</code></p>
      <p><a href="/">${words.home}</a> · <a href="/api/docs?lang=${language}">${words.back}</a></p>
    </main>`,
  );
}
