import type { Express, RequestHandler } from "express";
import { SymbiosisError } from "#graph/errors.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** Registers what a path answers by method, HEAD with GET; any other method is told what is possible there. */
export function answerMethods(
  app: Express,
  path: string,
  handlers: Readonly<Partial<Record<Method, RequestHandler>>>,
): void {
  const methods = Object.keys(handlers) as Method[];
  for (const method of methods) app[method](path, handlers[method] as RequestHandler);
  app.all(path, refuseMethod(methods));
}

/** Refuses the method of a request with 405 and the methods that are possible. */
export function refuseMethod(possible: readonly Method[]): RequestHandler {
  const allowed = possible.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
  return (request, response, next) => {
    response.setHeader("Allow", allowed.join(", "));
    next(
      new SymbiosisError(
        "method-not-allowed",
        `${request.method} is not possible here; use ${allowed.join(" or ")}`,
      ),
    );
  };
}

/** Lets through what only reads; all else is refused. */
export const readOnly: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") next();
  else refuseMethod(["get"])(request, response, next);
};
