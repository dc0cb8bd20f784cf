import { IncomingMessage, STATUS_CODES, ServerResponse, type Server } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Request, Response } from "express";
import { SymbiosisError } from "#graph/errors.ts";
import { problemOf } from "./problem-response.ts";
import { secureHeaders } from "./security.ts";

/** What Node's parser refuses before any route hears of it leaves as a problem too, and the connection ends. */
export function answerUnreadable(server: Server): void {
  const headers = securityHeaderLines();
  server.on("clientError", (fault: NodeJS.ErrnoException, connection: Duplex) => {
    if (fault.code === "ECONNRESET" || !connection.writable) connection.destroy();
    else connection.end(refusalOf(fault, headers));
  });
}

/** The headers that every answer of the app carries, as the same function sets them. */
function securityHeaderLines(): string[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  secureHeaders(false)(request as Request, response as Response, () => {});
  return Object.entries(response.getHeaders()).map(([name, value]) => `${name}: ${String(value)}`);
}

function refusalOf({ code }: NodeJS.ErrnoException, headers: readonly string[]): string {
  const error =
    code === "HPE_HEADER_OVERFLOW"
      ? new SymbiosisError("payload-too-large", "Address and headers may have 16 KiB together")
      : new SymbiosisError("invalid-request", "This is not a request in HTTP/1.1, or it came too slowly");
  // The address was not read.
  const problem = problemOf(error, "", "");
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ""}`,
    ...headers,
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
