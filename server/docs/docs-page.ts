import type { ErrorCode } from "#graph/errors.ts";
import { endpoints, type Endpoint, type EndpointId } from "#graph/schema/api/contract.ts";
import { problemTable } from "#graph/schema/api/problem.ts";
import { describeApi, type OpenApiDocument } from "#server/http/openapi.ts";
import { html, renderPage, type Html } from "./html.ts";
import { explanations, pageWords, parameterZh, summaryZh, type Language } from "./words.ts";

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
export function renderDocs(language: Language, productVersion: string): string {
  const api = describeApi(productVersion);
  const words = pageWords[language];
  const ids = Object.keys(endpoints) as EndpointId[];
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
          ${ids.map((id) => html`<a href="#${id}"><code>${endpoints[id].path}</code></a>`)}
        </nav>
        ${ids.map((id) => renderEndpoint(id, language, api))}
        <h2 id="problems">${words.allProblems}</h2>
        ${renderProblems(language)}
        <h2>${words.schemas}</h2>
        ${Object.entries(api.components?.schemas ?? {}).map(([name, schema]) => renderSchema(name, schema, language))}
      </main>`,
  );
}

function renderEndpoint(id: EndpointId, language: Language, api: OpenApiDocument): Html {
  const words = pageWords[language];
  const row: Endpoint = endpoints[id];
  const operation = api.paths?.[row.path]?.get;
  const summary = language === "zh" ? summaryZh[id] : row.summary;
  const answer = operation?.responses?.["200"] as
    | { content?: Record<string, { schema?: Shape }> }
    | undefined;
  const content = Object.entries(answer?.content ?? {});
  const open = row.path.includes("{") ? html`` : html` <a href="${row.path}">${words.open}</a>`;
  return html`<section class="row" id="${id}">
    <h3><span class="method">GET</span><code>${row.path}</code></h3>
    <p>${summary}${open}</p>
    ${renderParameters((operation?.parameters ?? []) as readonly Parameter[], language)}
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

function renderParameters(parameters: readonly Parameter[], language: Language): Html {
  const words = pageWords[language];
  if (parameters.length === 0) return html`<p class="soft">${words.none}</p>`;
  const rows = parameters.map(({ name = "", in: place, required, schema }) => {
    const meaning = language === "zh" ? parameterZh[name] : schema?.description;
    const where = place === "path" ? words.path : words.query;
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
  const { titleZh, helpZh, helpEn } = explanations[code];
  return language === "zh"
    ? { title: titleZh, help: helpZh }
    : { title: problemTable[code].title, help: helpEn };
}
