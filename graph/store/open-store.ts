import { SymbiosisError } from "#graph/errors.ts";
import type { GraphStore } from "./graph-store.ts";

type Opener = (url: string) => Promise<GraphStore>;

async function openSqlite(url: string): Promise<GraphStore> {
  const path = url.slice("sqlite:".length);
  if (path === "")
    throw new SymbiosisError("unsupported-store-url", "sqlite: needs a path, such as sqlite:data.sqlite");
  const { openEmbeddedStore } = await import("./embedded-store.ts");
  return openEmbeddedStore(path);
}

/** Each adapter and its driver are loaded only when a store of its scheme is opened. */
const openerByScheme: Readonly<Record<string, Opener>> = { sqlite: openSqlite };

/** Schemes of Neo4j addresses, which this program knows but has no adapter for. */
const neo4jSchemes: readonly string[] = ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"];

/**
 * Opens the store an address names: `sqlite:<path>` for a file, relative to the working folder, or
 * `sqlite::memory:` for one that ends with the process. Throws `unsupported-store-url` for any other address.
 */
export async function openStore(url: string): Promise<GraphStore> {
  const scheme = /^([a-z][a-z0-9+]*):/i.exec(url)?.[1]?.toLowerCase() ?? "";
  const open = Object.hasOwn(openerByScheme, scheme) ? openerByScheme[scheme] : undefined;
  if (open !== undefined) return open(url);
  const known = "sqlite:<path> or sqlite::memory:";
  throw new SymbiosisError(
    "unsupported-store-url",
    neo4jSchemes.includes(scheme)
      ? `This version has no Neo4j adapter yet; give ${known}`
      : `"${withoutPassword(url)}" is not a store address; give ${known}`,
  );
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/@]*@/, "//…@");
}
