import express, { type Request, type RequestHandler } from "express";
import { SymbiosisError } from "#graph/errors.ts";
import type { Endpoint } from "#graph/schema/api/endpoint.ts";
import { publicViewer, type Viewer } from "#graph/schema/api/viewer.ts";
import { namesTag } from "./etag.ts";

/** Longest JSON body where its row names none, bytes. */
const longestBody = 1_000_000;

/** Who asks. Until there are accounts everybody who asks over HTTP is the public. */
export function viewerOf(_request: Request): Viewer {
  return publicViewer;
}

/** Throws `not-permitted` where the row is not for this viewer. */
export function assertPermitted({ roles }: Endpoint, { viewerClass }: Viewer): void {
  if (!roles.includes(viewerClass))
    throw new SymbiosisError("not-permitted", `This is not for a viewer of the class ${viewerClass}`);
}

/** Reads the JSON body of rows that have one, so that it can be checked; a row without one leaves bodies alone. */
export function readBody({ body, longestBodyBytes = longestBody }: Endpoint): RequestHandler {
  if (body === null) return (_request, _response, next) => next();
  const parse = express.json({ limit: longestBodyBytes, strict: true });
  return (request, response, next) => {
    if (request.is("application/json") === false)
      throw new SymbiosisError("unsupported-media-type", "The body must be application/json");
    parse(request, response, next);
  };
}

/**
 * Throws where the request does not state what its row asks for, or where that no longer holds. `currentTags`: tags of
 * what a GET of the same address answers now, one for each content coding.
 */
export function assertPreconditions(
  { preconditions }: Endpoint,
  request: Request,
  currentTags: readonly string[],
): void {
  if (!preconditions.includes("if-match")) return;
  const stated = request.headers["if-match"];
  if (stated === undefined)
    throw new SymbiosisError("precondition-required", "If-Match must name the tag of what is changed");
  if (!currentTags.some((tag) => namesTag(stated, tag)))
    throw new SymbiosisError("changed-meanwhile", "What If-Match names is not the present state");
}
