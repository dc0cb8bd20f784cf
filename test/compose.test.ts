import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "./support/source-files.ts";

const compose = await readFile(join(repositoryRoot, "compose.yaml"), "utf8");
const matches = (pattern: RegExp) => [...compose.matchAll(pattern)].map(([, found = ""]) => found);

/** The text of a service: from its name to the next line that is indented as little. */
const serviceText = (name: string) =>
  new RegExp(`^  ${name}:\\n((?: {4}.*\\n|\\n)+)`, "m").exec(compose)?.[1] ?? "";

test("the compose file has no password of its own and asks for one wherever it uses it", () => {
  const uses = matches(/(\$\{NEO4J_PASSWORD[^}]*\})/g);
  expect(uses.length).toBe(2);
  expect(new Set(uses)).toEqual(new Set(["${NEO4J_PASSWORD:?set NEO4J_PASSWORD}"]));
  expect(compose).not.toMatch(/NEO4J_AUTH: *(?:none|neo4j\/[^$])/);
  expect(compose).not.toMatch(/:\/\/[^\s@$]*:[^\s@]*@/);
});

test("both services have a health check, restart, and keep their data in a named volume", () => {
  expect(matches(/^ {2}([\w-]+):$/gm).filter((name) => serviceText(name) !== "")).toEqual([
    "neo4j",
    "valkey",
    "gongsheng",
  ]);
  for (const name of ["neo4j", "gongsheng"]) {
    const text = serviceText(name);
    expect(text).toMatch(/^ {4}healthcheck:\n(?: {6}#.*\n)* {6}test:/m);
    expect(text).toContain("    restart: unless-stopped\n");
    const [, volume = ""] = /^ {4}volumes:\n {6}- ([\w-]+):\//m.exec(text) ?? [];
    expect(compose.slice(compose.indexOf("\nvolumes:\n"))).toContain(`\n  ${volume}:\n`);
  }
  expect(serviceText("gongsheng")).toMatch(/neo4j:\n {8}condition: service_healthy/);
});

test("the database is an exact line of Neo4j 5.26 Community, reached from inside alone, and so is the product but for this machine", () => {
  expect(serviceText("neo4j")).toContain("image: neo4j:5.26-community\n");
  expect(serviceText("neo4j")).not.toContain("ports:");
  expect(serviceText("valkey")).not.toContain("ports:");
  expect(serviceText("valkey")).toContain("    healthcheck:\n");
  expect(matches(/^ {6}- (\S+:\d+)$/gm)).toEqual(["127.0.0.1:${GONGSHENG_PORT:-8080}:8080"]);
});

test("the image copies only what is there, and runs on the Node of the package", async () => {
  const copied = matches(/^ +COPY (?!--)(.+) \S+$/gm).flatMap((paths) => paths.split(" "));
  expect(copied).toEqual(
    expect.arrayContaining(["package.json", "client", "graph", "seeds", "server", "vite.config.ts"]),
  );
  for (const path of copied) await expect(stat(join(repositoryRoot, path))).resolves.toBeDefined();
  expect(new Set(matches(/FROM (\S+)/g))).toEqual(new Set(["node:24-slim"]));
});

test("the settings it gives the product are settings of the product", async () => {
  const config = await readFile(join(repositoryRoot, "server", "config.ts"), "utf8");
  const given = matches(/^ {6}(GONGSHENG_\w+):/gm);
  expect(given).toEqual(["GONGSHENG_STORE", "GONGSHENG_STORE_PASSWORD", "GONGSHENG_QUEUE"]);
  for (const name of given) expect(config).toContain(`${name}:`);
});
