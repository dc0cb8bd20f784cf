import { SymbiosisError } from "#graph/errors.ts";

/** A Neo4j address in parts: `neo4j://user:password@host:7687/database`. */
export interface Neo4jAddress {
  /** Scheme, host, port and routing context, without user and password. */
  readonly url: string;
  readonly user: string | null;
  readonly password: string;
  readonly database: string;
  /** What messages may say: never the password. */
  readonly shown: string;
}

const example = "neo4j://user:password@host:7687/neo4j";

/** Reads an address; user and password percent-encoded. Throws `unsupported-store-url`, never naming the password. */
export function parseNeo4jAddress(text: string): Neo4jAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === "")
    throw new SymbiosisError("unsupported-store-url", `This Neo4j address names no host; give ${example}`);
  const [database = "", ...rest] = url.pathname.split("/").slice(1);
  if (rest.length > 0 || url.hash !== "")
    throw new SymbiosisError("unsupported-store-url", `A Neo4j address ends with the database: ${example}`);
  const name = decode(database) || "neo4j";
  const host = `${url.protocol}//${url.host}`;
  return {
    url: `${host}${url.search}`,
    user: url.username === "" ? null : decode(url.username),
    password: decode(url.password),
    database: name,
    shown: `${host}/${name}`,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SymbiosisError(
      "unsupported-store-url",
      `User, password and database of a Neo4j address are percent-encoded: ${example}`,
    );
  }
}
