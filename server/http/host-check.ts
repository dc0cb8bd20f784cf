import type { Request, RequestHandler } from "express";
import { isIP } from "node:net";
import { SymbiosisError } from "#graph/errors.ts";
import { invalidRequest } from "./parse-query.ts";

/** Under which names the service may be asked. */
export interface HostRule {
  readonly names: ReadonlySet<string>;
  /** Whether any IP address will do as a name. */
  readonly anyAddress: boolean;
  /** Names under which it is reached over TLS. */
  readonly overTls: ReadonlySet<string>;
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];
const wildcards = new Set(["0.0.0.0", "::", "[::]"]);
const yearSeconds = 31_536_000;

/**
 * This machine's own names, the address listened on and those of the public addresses. Where it listens on all
 * addresses of the machine, any address as a name will do: a page of another origin can be made to point at us by its
 * name only (DNS rebinding), never by an address.
 */
export function hostRuleOf(listenHost: string, publicUrls: readonly URL[]): HostRule {
  const bracketed = isIP(listenHost) === 6 ? `[${listenHost}]` : listenHost;
  return {
    names: new Set([...loopback, bracketed.toLowerCase(), ...publicUrls.map(({ hostname }) => hostname)]),
    anyAddress: wildcards.has(listenHost),
    overTls: new Set(
      publicUrls.filter(({ protocol }) => protocol === "https:").map(({ hostname }) => hostname),
    ),
  };
}

/**
 * Refuses requests for another host: without accounts, a page somewhere else that a user visits could otherwise read
 * everything by letting its own name point here. Says HSTS only where the name is one reached over TLS.
 */
export function checkHost(rule: HostRule): RequestHandler {
  return (request, response, next) => {
    for (const name of hostNamesOf(request))
      if (!isAllowed(rule, name))
        throw new SymbiosisError(
          "host-not-allowed",
          `The service is not known as ${name.slice(0, 100)}; whoever runs it can name its address with --public-url`,
        );
    if (rule.overTls.has(hostNamesOf(request)[0] ?? ""))
      response.setHeader("Strict-Transport-Security", `max-age=${yearSeconds}`);
    next();
  };
}

function isAllowed({ names, anyAddress }: HostRule, name: string): boolean {
  return names.has(name) || (anyAddress && isIP(name.replace(/^\[(.*)\]$/, "$1")) > 0);
}

/** Every host the request names, without ports: its Host header, and its address where that is a whole URL. */
function hostNamesOf(request: Request): string[] {
  const given = request.rawHeaders.filter((_, at, all) => at % 2 === 1 && /^host$/i.test(all[at - 1] ?? ""));
  const [host] = given;
  if (given.length > 1) throw invalidRequest([{ pointer: "Host", message: "is given more than once" }]);
  // Requests of HTTP/1.0 need none; browsers always send one.
  if (host === undefined && request.httpVersion !== "1.0")
    throw invalidRequest([{ pointer: "Host", message: "is missing" }]);
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(request.originalUrl)?.[1];
  return [host, authority].filter((name) => name !== undefined).map(nameOf);
}

function nameOf(authority: string): string {
  const name = /^(\[[\da-f:.]+\]|[^:[\]@/?#\s]+)(?::\d{1,5})?$/i.exec(authority)?.[1];
  if (name === undefined) throw invalidRequest([{ pointer: "Host", message: "is not a host name" }]);
  return name.toLowerCase();
}
