import { fstatSync } from "node:fs";
import { startNeo4j, whyNoNeo4j } from "./local-neo4j.ts";

/*
 * `npm run neo4j`: a Neo4j 5.26 Community server for development and tests. Prints its address, with user and password,
 * as the only line of its output, and ends it on SIGTERM, on Ctrl-C, or when a pipe on its input ends.
 */
const given = process.env["NEO4J_TEST_URI"];
if (given !== undefined && given !== "") {
  console.log(given);
} else {
  const reason = await whyNoNeo4j();
  if (reason !== null) {
    console.error(`No Neo4j can be started here (${reason}): install Docker, or Java 17 or 21 with Maven`);
    process.exit(1);
  }
  const server = await startNeo4j({ heap: process.env["NEO4J_HEAP"] ?? "512m" });
  const { promise: asked, resolve: stop } = Promise.withResolvers<void>();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => stop());
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) process.stdin.resume().once("end", () => stop());
  console.log(server.uri);
  await asked;
  await server[Symbol.asyncDispose]();
  process.exit(0);
}
