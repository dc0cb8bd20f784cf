import type { TestProject } from "vitest/node";
import { isLongRun } from "#test/support/long-run.ts";
import { whyNoNeo4j } from "./local-neo4j.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Why no Neo4j can be had here; null where one can. */
    readonly whyNoNeo4j: string | null;
  }
}

/** A Neo4j of its own takes minutes: it belongs to the long tests, unless one is given or required. */
async function whyWithout(): Promise<string | null> {
  if (isLongRun || process.env["NEO4J_REQUIRED"] === "1") return whyNoNeo4j();
  return "they are long; LONG_TESTS=1, or the address of a running one in NEO4J_TEST_URI, runs them";
}

/** Says once a run what is left out: the long tests, and the Neo4j suites where no Neo4j can be had. Starts none. */
export async function setup(project: TestProject): Promise<void> {
  if (!isLongRun) console.log("Long tests left out; LONG_TESTS=1 npm test runs them too");
  const reason = process.env["NEO4J_TEST_URI"] ? null : await whyWithout();
  project.provide("whyNoNeo4j", reason);
  if (reason === null) return;
  console.log(`Neo4j suites skipped: ${reason}`);
}
