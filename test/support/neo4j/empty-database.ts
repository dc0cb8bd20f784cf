import neo4j from "neo4j-driver";
import { parseNeo4jAddress } from "#graph/store/neo4j/address.ts";

/** Takes everything out of a database but its constraints and indexes. */
export async function emptyDatabase(uri: string): Promise<void> {
  const { url, user, password, database } = parseNeo4jAddress(uri);
  await using driver = neo4j.driver(url, neo4j.auth.basic(user ?? "", password));
  await using session = driver.session({ database });
  // Relationships first and all of it in parts: a resource with a hundred thousand of them fills the server's memory.
  for (const statement of [
    "MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(*) AS done",
    "MATCH (n) WITH n LIMIT 20000 DELETE n RETURN count(*) AS done",
  ])
    for (let done = 1; done > 0;) done = Number((await session.run(statement)).records[0]?.get("done"));
}
