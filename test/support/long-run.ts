/**
 * Whether the long tests run too: a real Neo4j, kills at random moments, broken connections, 500 sequences of operations,
 * in a browser everything but the story. `.ci/run` runs them; `npm test` leaves them out, so that it stays a matter of
 * minutes, and says so.
 */
export const isLongRun = process.env["LONG_TESTS"] === "1";

/** Languages in which a list of screens is looked at: both in the long run; otherwise one each, by turns. */
export const languagesOf = (position: number): readonly ("zh-CN" | "en")[] =>
  isLongRun ? ["zh-CN", "en"] : [position % 2 === 0 ? "zh-CN" : "en"];

/** Sequences of operations on which stores and model are compared; each needs several transactions of the store. */
export const sequences = isLongRun ? { embedded: 500, neo4j: 500 } : { embedded: 50, neo4j: 10 };
