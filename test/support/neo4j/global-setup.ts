import type { TestProject } from "vitest/node";
import { whyNoNeo4j } from "./local-neo4j.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Why no Neo4j can be had here; null where one can. */
    readonly whyNoNeo4j: string | null;
  }
}

/** Finds out once a run whether a Neo4j can be had, and says so in one line where not. Starts none. */
export async function setup(project: TestProject): Promise<void> {
  const reason = process.env["NEO4J_TEST_URI"] ? null : await whyNoNeo4j();
  project.provide("whyNoNeo4j", reason);
  if (reason === null) return;
  console.log(`Neo4j suites skipped: ${reason}`);
}
