import type { TestProject } from "vitest/node";
import { isLongRun } from "#test/support/long-run.ts";
import { whyNoNeo4j } from "./local-neo4j.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Why no Neo4j can be had here; null where one can. */
    readonly whyNoNeo4j: string | null;
  }
}

/** Says once a run what is left out: the long tests, and the Neo4j suites where no Neo4j can be had. Starts none. */
export async function setup(project: TestProject): Promise<void> {
  if (!isLongRun) console.log("Long tests left out; LONG_TESTS=1 npm test runs them too");
  const reason = process.env["NEO4J_TEST_URI"] ? null : await whyNoNeo4j();
  project.provide("whyNoNeo4j", reason);
  if (reason === null) return;
  console.log(`Neo4j suites skipped: ${reason}`);
}
