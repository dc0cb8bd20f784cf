import neo4j from "neo4j-driver";
import { parseNeo4jAddress } from "#graph/store/neo4j-address.ts";

/** Takes everything out of a database but its constraints and indexes. */
export async function emptyDatabase(uri: string): Promise<void> {
  const { url, user, password, database } = parseNeo4jAddress(uri);
  await using driver = neo4j.driver(url, neo4j.auth.basic(user ?? "", password));
  await using session = driver.session({ database });
  await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
}
