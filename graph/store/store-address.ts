const neo4jScheme = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//i;

/** Whether an address leads to a Neo4j database. */
export function isNeo4jAddress(url: string): boolean {
  return neo4jScheme.test(url);
}

/** An address as messages may show it: what stands before the host, a password perhaps, is left out. */
export function shownAddress(url: string): string {
  return url.startsWith("sqlite:") ? url : url.replace(/\/\/.*@/s, "//…@");
}

/** A Neo4j address with a user but no password gets this one; every other address stays as it is. */
export function withPassword(url: string, password: string): string {
  const [, beginning, rest] = /^([a-z0-9+]+:\/\/[^:@/]+)(@.*)$/is.exec(url) ?? [];
  if (!isNeo4jAddress(url) || beginning === undefined || rest === undefined) return url;
  return `${beginning}:${encodeURIComponent(password)}${rest}`;
}
