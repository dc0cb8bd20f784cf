import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import { pino, type DestinationStream, type Logger } from "pino";

export type { Logger } from "pino";

/** JSON lines, one an event; header values that may carry secrets never get into them. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: ["headers.authorization", "headers.cookie", "req.headers.authorization", "req.headers.cookie"],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The id under which a request is logged and answered (`X-Request-Id`). */
export function requestIdOf(response: Response): string {
  return String(response.locals["requestId"] ?? "");
}

/**
 * Gives each request an id and logs its end. Values of the query stay out of the log: what a person searches for is
 * nobody's business; the names of the parameters are enough to tell what was asked.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    response.locals["requestId"] = requestId;
    response.setHeader("X-Request-Id", requestId);
    response.once("close", () => {
      const [path = "", query = ""] = request.originalUrl.split("?", 2);
      logger.info(
        {
          requestId,
          method: request.method,
          path: path.slice(0, 200),
          parameters: query === "" ? [] : namesOf(query),
          status: response.statusCode,
          milliseconds: Math.round(performance.now() - started),
          finished: response.writableFinished,
        },
        "request",
      );
    });
    next();
  };
}

function namesOf(query: string): string[] {
  return query
    .split("&", 20)
    .map((pair) => pair.split("=", 1)[0] ?? "")
    .map((name) => name.slice(0, 40));
}
