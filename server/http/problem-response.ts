import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";
import { problemTable, type Problem } from "#graph/schema/api/problem.ts";
import type { Language } from "#server/docs/words.ts";
import { requestIdOf, type Logger } from "#server/log.ts";

/** Codes of our own making behind a status that a framework error carries. */
const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  400: "invalid-request",
  404: "unknown-id",
  405: "method-not-allowed",
  413: "payload-too-large",
  412: "changed-meanwhile",
  415: "unsupported-media-type",
  421: "host-not-allowed",
  429: "too-many-requests",
};

/** Failures whose message was written for the caller although the status is a server's. */
const speaksToCaller = new Set<ErrorCode>([
  "work-queue-full",
  "analysis-too-long",
  "analysis-too-big",
  "queue-unavailable",
]);

/** Any thrown thing → one of our errors. What we did not throw on purpose says nothing about itself. */
export function toSymbiosisError(thrown: unknown): SymbiosisError {
  if (thrown instanceof SymbiosisError) return thrown;
  const status = thrown instanceof Error && "status" in thrown ? Number(thrown.status) : 500;
  const code = codeByStatus[status] ?? (status >= 400 && status < 500 ? "invalid-request" : "internal");
  const message =
    thrown instanceof URIError ? "The path is not valid percent-encoded UTF-8" : problemTable[code].title.en;
  return new SymbiosisError(code, message, { cause: thrown });
}

/** RFC 9457 body of an error. Server faults tell their title only: paths and queries stay in the log. */
export function problemOf(error: SymbiosisError, instance: string, requestId: string): Problem {
  const {
    status,
    title: { en: title },
  } = problemTable[error.code];
  const isOpen = status < 500 || speaksToCaller.has(error.code);
  return {
    type: `/problems/${error.code}`,
    title,
    status,
    detail: isOpen ? error.message : `${title}. The log has the cause under this request id.`,
    instance,
    code: error.code,
    requestId,
    errors: isOpen ? error.details.map(({ pointer, message }) => ({ pointer, message })) : [],
  };
}

/** Everything that no route took. */
export const answerUnknownPath: RequestHandler = (request, _response, next) => {
  next(new SymbiosisError("unknown-id", `There is nothing at ${pathOf(request.originalUrl)}`));
};

/** A problem as a page for people, in the language their browser prefers. */
export type RenderProblem = (problem: Problem, code: ErrorCode, language: Language) => string;

/** The only error middleware: every failure leaves as a problem, and only here. Who asks for a page gets one. */
export function answerProblem(logger: Logger, renderPage: RenderProblem): ErrorRequestHandler {
  // While the store is away every request meets the same error: its stack is logged once, not ten thousand times.
  const logged = new WeakSet<Error>();
  const causeOf = (thrown: unknown): object => {
    if (!(thrown instanceof Error)) return { err: thrown };
    if (logged.has(thrown)) return { reason: thrown.message };
    logged.add(thrown);
    return { err: thrown };
  };
  return (thrown, request, response, next) => {
    const error = toSymbiosisError(thrown);
    const { status } = problemTable[error.code];
    const requestId = requestIdOf(response);
    if (status >= 500) logger.error({ requestId, code: error.code, ...causeOf(thrown) }, "request failed");
    if (response.headersSent) {
      // A half-sent answer must not look whole: cut the connection.
      response.destroy();
      return;
    }
    try {
      const problem = problemOf(error, pathOf(request.originalUrl), requestId);
      response.vary("Accept");
      if (request.accepts("json", "html") === "html")
        sendProblem(response, problem, "text/html", renderPage(problem, error.code, languageOf(request)));
      else sendProblem(response, problem, "application/problem+json", JSON.stringify(problem));
    } catch (cause) {
      next(cause);
    }
  };
}

/** What the browser prefers; Chinese where it prefers neither. */
function languageOf(request: Request): Language {
  return request.acceptsLanguages("zh", "en") === "en" ? "en" : "zh";
}

function sendProblem(response: Response, problem: Problem, mediaType: string, body: string): void {
  for (const name of ["ETag", "Content-Disposition", "Content-Encoding", "Server-Timing"])
    response.removeHeader(name);
  if (problem.status === 503 || problem.status === 429) response.setHeader("Retry-After", "5");
  response.setHeader("Cache-Control", "no-store");
  response.status(problem.status).type(`${mediaType}; charset=utf-8`).send(body);
}

function pathOf(url: string): string {
  return (url.split("?", 1)[0] ?? "").slice(0, 200);
}
