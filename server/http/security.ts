import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { SymbiosisError } from "#graph/errors.ts";

/**
 * Security headers of every answer. The policy allows this origin only and no inline script or style. `development`
 * opens it as far as Vite's hot reload needs: its inline preamble, its style elements and its socket.
 */
export function secureHeaders(development: boolean): RequestHandler {
  const own = ["'self'"];
  const inline = development ? [...own, "'unsafe-inline'"] : own;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: own,
        scriptSrc: inline,
        styleSrc: inline,
        imgSrc: [...own, "data:", "blob:"],
        fontSrc: own,
        connectSrc: development ? [...own, "ws:"] : own,
        workerSrc: own,
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: own,
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: "deny" },
    xPoweredBy: false,
  });
}

/** At most so many requests a minute from one address; kept in the memory of this process. */
export function limitRate(requestsPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    // Whoever connects is who counts: anybody can write a forwarded address into a header.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    skip: (request) => request.path === "/healthz" || request.path === "/readyz",
    handler: (_request, _response, next) => {
      next(
        new SymbiosisError(
          "too-many-requests",
          `More than ${requestsPerMinute} requests a minute came from this address; wait a little`,
        ),
      );
    },
  });
}
