import { fileURLToPath } from "node:url";
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";
import { endpoints } from "#graph/schema/api/contract.ts";
import { problemTable } from "#graph/schema/api/problem.ts";
import { explain, renderDocs, renderProblemPage } from "#server/docs/docs-page.ts";
import { styleSheet } from "#server/docs/html.ts";
import { languages, type Language } from "#server/docs/words.ts";
import { etagOf, namesTag } from "#server/http/etag.ts";
import { describeApi } from "#server/http/openapi.ts";
import { answerMethods, readOnly } from "#server/http/methods.ts";
import { invalidRequest, parseQuery } from "#server/http/parse-query.ts";

/** Chinese glyphs for machines that have none; a browser fetches only the pieces it lacks. */
const fontFolder = fileURLToPath(
  new URL(".", import.meta.resolve("@fontsource-variable/noto-sans-sc/index.css")),
);

/** The contract for people and machines, from the product itself: nothing here comes from another host. */
export function routeDocs(app: Express, productVersion: string): void {
  const document = JSON.stringify(describeApi(endpoints, productVersion));
  const pages: Readonly<Record<Language, string>> = {
    zh: renderDocs(endpoints, "zh", productVersion),
    en: renderDocs(endpoints, "en", productVersion),
  };
  answerMethods(app, "/api/openapi.json", {
    get: (request, response) => sendText(request, response, "application/json", document),
  });
  answerMethods(app, "/api/docs", {
    get: (request, response) => sendText(request, response, "text/html", pages[languageOf(request)]),
  });
  answerMethods(app, "/api/docs/style.css", {
    get: (request, response) => sendText(request, response, "text/css", styleSheet),
  });
  app.use("/api/docs/fonts", readOnly);
  app.use("/api/docs/fonts", express.static(fontFolder, { index: false, redirect: false, maxAge: "7d" }));
  answerMethods(app, "/problems/:code", { get: answerExplanation });
}

/** What a problem code means: a page for people, JSON for programs. */
const answerExplanation: RequestHandler = (request, response) => {
  const code = knownCode(String(request.params["code"]));
  const language = languageOf(request);
  response.vary("Accept");
  if (request.accepts("json", "html") === "html")
    sendText(request, response, "text/html", renderProblemPage(code, language));
  else {
    const [zh, en] = languages.map((each) => explain(code, each));
    const { status, title } = problemTable[code];
    const page = { type: `/problems/${code}`, code, status, title: title.en, zh, en };
    sendText(request, response, "application/json", JSON.stringify(page));
  }
};

/** `?lang=` or what the browser prefers; Chinese where it prefers neither. */
function languageOf(request: Request): Language {
  const given = parseQuery(request.originalUrl);
  const unknown = [...given.keys()].find((name) => name !== "lang");
  if (unknown !== undefined)
    throw invalidRequest([{ pointer: unknown, message: "is not known here; known is lang" }]);
  const wanted = given.get("lang") ?? (request.acceptsLanguages("zh", "en") || "zh");
  const language = languages.find((each) => each === wanted);
  if (language === undefined) throw invalidRequest([{ pointer: "lang", message: "expected zh or en" }]);
  return language;
}

function knownCode(text: string): ErrorCode {
  if (Object.hasOwn(problemTable, text)) return text as ErrorCode;
  throw new SymbiosisError("unknown-id", "There is no problem of this code", {
    details: [{ pointer: "code", message: "is not a problem code" }],
  });
}

function sendText(request: Request, response: Response, mediaType: string, text: string): void {
  const etag = etagOf([mediaType, text]);
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", "no-cache");
  response.vary("Accept-Language");
  if (namesTag(request.headers["if-none-match"], etag)) response.status(304).end();
  else response.status(200).type(`${mediaType}; charset=utf-8`).send(text);
}
