import type { ErrorCode } from "#graph/errors.ts";
import type { Endpoint, EndpointTable } from "#graph/schema/api/endpoint.ts";
import { problemTable } from "#graph/schema/api/problem.ts";
import { describeApi, statusOf, type OpenApiDocument } from "#server/http/openapi.ts";
import type { z } from "zod";
import { html, renderPage, type Html } from "./html.ts";
import { wordsOf } from "#graph/schema/text.ts";
import { pageWords, type Language } from "./words.ts";

type Schemas = NonNullable<NonNullable<OpenApiDocument["components"]>["schemas"]>;
/** JSON schema as it comes out of the generator; read only for display. */
interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Shape;
}

/** The browsable documentation, drawn from the OpenAPI document and so from the contract. */
export function renderDocs(table: EndpointTable, language: Language, productVersion: string): string {
  const api = describeApi(table, productVersion);
  const words = pageWords[language];
  const rows = Object.entries(table);
  return renderPage(
    language,
    `${words.product} · ${words.title}`,
    html`<header>
        <h1>${words.product} · ${words.title}</h1>
        <p class="soft">${words.lead}</p>
        <p>
          <a href="/api/openapi.json">${words.machine}</a> ·
          <a
            href="/api/docs?lang=${language === "zh" ? "en" : "zh"}"
            hreflang="${language === "zh" ? "en" : "zh-CN"}"
            >${words.other}</a
          >
          · ${productVersion}
        </p>
      </header>
      <main>
        <nav aria-label="${words.title}">
          ${rows.map(([id, { path }]) => html`<a href="#${id}"><code>${path}</code></a>`)}
        </nav>
        ${rows.map(([id, row]) => renderEndpoint(id, row, language, api))}
        <h2 id="problems">${words.allProblems}</h2>
        ${renderProblems(language)}
        <h2>${words.schemas}</h2>
        ${Object.entries(api.components?.schemas ?? {}).map(([name, schema]) => renderSchema(name, schema, language))}
      </main>`,
  );
}

function renderEndpoint(id: string, row: Endpoint, language: Language, api: OpenApiDocument): Html {
  const words = pageWords[language];
  const operation = api.paths?.[row.path]?.[row.method];
  const answer = operation?.responses?.[statusOf(row)] as
    | { content?: Record<string, { schema?: Shape }> }
    | undefined;
  const content = Object.entries(answer?.content ?? {});
  const canOpen = row.method === "get" && !row.path.includes("{");
  const open = canOpen ? html` <a href="${row.path}">${words.open}</a>` : html``;
  return html`<section class="row" id="${id}">
    <h3><span class="method">${row.method.toUpperCase()}</span><code>${row.path}</code></h3>
    <p>${row.summary[language]}${open}</p>
    ${renderParameters(row, (operation?.parameters ?? []) as readonly Parameter[], language)}
    ${renderBody(operation?.requestBody as Body | undefined, language)}
    <p>
      <strong>${words.answer}</strong>
      ${content.map(([type, { schema }]) => html`<code>${type}</code> ${renderType(schema)} `)}
    </p>
    <p class="soft">
      ${words.problems}:
      ${row.problems.map((code) => html`<a href="/problems/${code}"><code>${code}</code></a> `)}<a
        href="#problems"
        >…</a
      >
    </p>
  </section>`;
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: Shape }>>;
}

function renderBody(body: Body | undefined, language: Language): Html {
  if (body === undefined) return html``;
  const content = Object.entries(body.content ?? {});
  return html`<p>
    <strong>${pageWords[language].body}</strong>
    ${content.map(([type, { schema }]) => html`<code>${type}</code> ${renderType(schema)} `)}
  </p>`;
}

function renderParameters(row: Endpoint, parameters: readonly Parameter[], language: Language): Html {
  const words = pageWords[language];
  if (parameters.length === 0) return html`<p class="soft">${words.none}</p>`;
  const rows = parameters.map(({ name = "", in: place, required, schema }) => {
    const own = row.params.shape[name] ?? row.query.shape[name];
    const meaning = (own === undefined ? null : wordsOf(own as z.ZodType))?.[language] ?? schema?.description;
    const where = place === "path" ? words.path : place === "header" ? words.header : words.query;
    return html`<tr>
      <td><code>${name}</code></td>
      <td>${where}${required === true ? ` · ${words.required}` : ""}</td>
      <td>${meaning ?? ""}</td>
      <td>${renderForm(schema)}</td>
    </tr>`;
  });
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>${words.name}</th>
          <th>${words.place}</th>
          <th>${words.meaning}</th>
          <th>${words.form}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function renderForm(schema: Shape | undefined): Html {
  if (schema?.enum !== undefined) return html`<code>${schema.enum.join(" | ")}</code>`;
  if (schema?.items !== undefined) return html`${renderForm(schema.items)}, …`;
  return html`<code>${schema?.pattern ?? String(schema?.type ?? "")}</code>`;
}

/** The problem table with what each code means for the caller. */
function renderProblems(language: Language): Html {
  const words = pageWords[language];
  const rows = (Object.keys(problemTable) as ErrorCode[]).map((code) => {
    const { title, help } = explain(code, language);
    return html`<tr>
      <td>
        <a href="/problems/${code}"><code>${code}</code></a>
      </td>
      <td>${problemTable[code].status}</td>
      <td>${title}</td>
      <td>${help}</td>
    </tr>`;
  });
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>${words.code}</th>
          <th>${words.status}</th>
          <th>${words.meaning}</th>
          <th>${words.help}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function renderSchema(name: string, schema: Schemas[string], language: Language): Html {
  const words = pageWords[language];
  const fields = Object.entries((schema as Shape).properties ?? {}).map(
    ([field, shape]) =>
      html`<tr>
        <td><code>${field}</code></td>
        <td>${renderType(shape)}</td>
        <td>${shape.description ?? ""}</td>
      </tr>`,
  );
  return html`<details id="schema-${name}">
    <summary><code>${name}</code></summary>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>${words.field}</th>
            <th>${words.type}</th>
            <th>${words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          ${fields}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** A type in one short line; components are links. */
function renderType(shape: Shape | undefined): Html {
  if (shape === undefined) return html``;
  if (shape.$ref !== undefined) {
    const name = shape.$ref.split("/").at(-1) ?? "";
    return html`<a href="#schema-${name}"><code>${name}</code></a>`;
  }
  const variants = shape.anyOf ?? shape.oneOf;
  if (variants !== undefined)
    return html`${variants.map((variant, index) => (index === 0 ? renderType(variant) : html` | ${renderType(variant)}`))}`;
  if (shape.items !== undefined) return html`${renderType(shape.items)}[]`;
  if (shape.enum !== undefined)
    return html`<code>${shape.enum.map((value) => JSON.stringify(value)).join(" | ")}</code>`;
  const items = shape.properties?.["items"];
  if (items !== undefined) return html`{ items: ${renderType(items)}, total, next, networkVersion }`;
  return html`<code>${[shape.type ?? "object"].flat().join(" | ")}</code>`;
}

/** The page of one problem code: where the `type` of a problem leads. */
export function renderProblemPage(code: ErrorCode, language: Language): string {
  const words = pageWords[language];
  const other = language === "zh" ? "en" : "zh";
  const { title, help } = explain(code, language);
  return renderPage(
    language,
    `${title} · ${words.product}`,
    html`<main>
      <h1>${title}</h1>
      <p><code>${code}</code> · HTTP ${problemTable[code].status}</p>
      <p>${help}</p>
      <p>
        <a href="/api/docs?lang=${language}">${words.back}</a> ·
        <a href="/problems/${code}?lang=${other}">${words.other}</a>
      </p>
    </main>`,
  );
}

/** Title and advice of a problem code in one language. */
export function explain(code: ErrorCode, language: Language): { title: string; help: string } {
  const { title, help } = problemTable[code];
  return { title: title[language], help: help[language] };
}
