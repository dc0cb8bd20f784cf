import { SymbiosisError } from "#graph/errors.ts";
import type { GraphStore } from "./graph-store.ts";
import { shownAddress } from "./store-address.ts";

type Opener = (url: string) => Promise<GraphStore>;

async function openSqlite(url: string): Promise<GraphStore> {
  const path = url.slice("sqlite:".length);
  if (path === "")
    throw new SymbiosisError("unsupported-store-url", "sqlite: needs a path, such as sqlite:data.sqlite", {
      zh: "sqlite: 需要路径，如 sqlite:data.sqlite",
    });
  const { openEmbeddedStore } = await import("./embedded/store.ts");
  return openEmbeddedStore(path);
}

async function openNeo4j(url: string): Promise<GraphStore> {
  const { openNeo4jStore } = await import("./neo4j/store.ts");
  return openNeo4jStore(url);
}

/** Each adapter and its driver are loaded only when a store of its scheme is opened. */
const openerByScheme: Readonly<Record<string, Opener>> = {
  sqlite: openSqlite,
  neo4j: openNeo4j,
  "neo4j+s": openNeo4j,
  "neo4j+ssc": openNeo4j,
  bolt: openNeo4j,
  "bolt+s": openNeo4j,
  "bolt+ssc": openNeo4j,
};

/**
 * Opens the store an address names: `sqlite:<path>` for a file, relative to the working folder, `sqlite::memory:` for
 * one that ends with the process, or `neo4j://user:password@host:port/database`, also as `neo4j+s`, `neo4j+ssc` and
 * the three `bolt` schemes. A Neo4j server need not answer yet. Throws `unsupported-store-url` for any other address.
 */
export async function openStore(url: string): Promise<GraphStore> {
  const scheme = /^([a-z][a-z0-9+]*):/i.exec(url)?.[1]?.toLowerCase() ?? "";
  const open = Object.hasOwn(openerByScheme, scheme) ? openerByScheme[scheme] : undefined;
  if (open !== undefined) return open(url);
  throw new SymbiosisError(
    "unsupported-store-url",
    `"${shownAddress(url)}" is not a store address; give sqlite:<path>, sqlite::memory: or neo4j://user:password@host:port/database`,
    {
      zh: `"${shownAddress(url)}" 不是存储地址：请写 sqlite:<path>、sqlite::memory: 或 neo4j://user:password@host:port/database`,
    },
  );
}
