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
    // Said by the host check, and only under a name that is reached over TLS.
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
    xPoweredBy: false,
  });
}

/** At most so many requests in a number of seconds. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * An office behind one address: a hundred people who each move the map every two seconds, six requests a move, are 300
 * requests a second. Twice that for ten seconds; a loop gone wild is told within ten seconds and let in ten later.
 */
export const officeRate: Rate = { requests: 6000, seconds: 10 };

/** At most so many requests from one address; counted in the memory of this process. */
export function limitRate({ requests, seconds }: Rate): RequestHandler {
  return rateLimit({
    windowMs: seconds * 1000,
    limit: requests,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    // Whoever connects is who counts: anybody can write a forwarded address into a header.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    skip: (request) => request.path === "/healthz" || request.path === "/readyz",
    handler: (_request, _response, next) => {
      next(
        new SymbiosisError(
          "too-many-requests",
          `More than ${requests} requests in ${seconds} s came from this address; wait a little`,
        ),
      );
    },
  });
}
