import { STATUS_CODES, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { SymbiosisError } from "#graph/errors.ts";
import { problemOf } from "./problem-response.ts";

/** What Node's parser refuses before any route hears of it leaves as a problem too, and the connection ends. */
export function answerUnreadable(server: Server): void {
  server.on("clientError", (fault: NodeJS.ErrnoException, connection: Duplex) => {
    if (fault.code === "ECONNRESET" || !connection.writable) connection.destroy();
    else connection.end(refusalOf(fault));
  });
}

function refusalOf({ code }: NodeJS.ErrnoException): string {
  const error =
    code === "HPE_HEADER_OVERFLOW"
      ? new SymbiosisError("payload-too-large", "Address and headers may have 16 KiB together")
      : new SymbiosisError("invalid-request", "This is not a request in HTTP/1.1, or it came too slowly");
  // The address was not read.
  const problem = problemOf(error, "", "");
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ""}`,
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
