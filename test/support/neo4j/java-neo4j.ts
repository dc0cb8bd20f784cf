import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "#test/support/source-files.ts";
import type { Control, LaunchOptions } from "./local-neo4j.ts";
import { ask, runToEnd } from "./programs.ts";

const folder = join(repositoryRoot, "test", "support", "neo4j");
const downloadMs = 10 * 60_000;

/** Packages of the JDK that the server looks into. */
const opened = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];

/** Why Neo4j cannot be started with Java here, or null where it can. */
export async function whyNoJava(): Promise<string | null> {
  const said = await ask("java", ["-version"]);
  const version = Number(/version "(\d+)/.exec(said ?? "")?.[1]);
  if (said === null) return "no Java";
  if (version !== 17 && version !== 21) return `Java ${version} instead of 17 or 21`;
  if (existsSync(await libraryFolder())) return null;
  return (await ask("mvn", ["-v"])) === null ? "no Maven to fetch Neo4j with" : null;
}

/** Where the server's jars lie once fetched: outside the repository's files, kept from run to run. */
async function libraryFolder(): Promise<string> {
  const pom = await readFile(join(folder, "pom.xml"), "utf8");
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1];
  return join(repositoryRoot, ".data", "neo4j", `lib-${version}`);
}

/** Fetches the server's jars from Maven Central, about 116 MB, once. */
async function fetchLibrary(): Promise<string> {
  const library = await libraryFolder();
  if (existsSync(library)) return library;
  const draft = `${library}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const words = ["-q", "-B", "-f", join(folder, "pom.xml"), "dependency:copy-dependencies"];
  await runToEnd("mvn", [...words, `-DoutputDirectory=${draft}`, "-DincludeScope=runtime"], downloadMs);
  // Another process may have been quicker; its jars are as good as ours.
  await rename(draft, library).catch(() => rm(draft, { recursive: true, force: true }));
  return library;
}

/** Starts the server in a folder of its own; answers when its process runs, not when it listens. */
export async function launchWithJava({ port, settings, heap }: LaunchOptions): Promise<Control> {
  const library = await fetchLibrary();
  const home = await mkdtemp(join(tmpdir(), "gongsheng-neo4j-"));
  await mkdir(join(home, "conf"));
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const address = `127.0.0.1:${port}`;
  await writeFile(
    join(home, "conf", "neo4j.conf"),
    [
      "server.default_listen_address=127.0.0.1",
      `server.bolt.listen_address=${address}`,
      `server.bolt.advertised_address=${address}`,
      "server.http.enabled=false",
      "server.https.enabled=false",
      "dbms.security.auth_enabled=true",
      "dbms.usage_report.enabled=false",
      "server.memory.pagecache.size=256m",
      "db.tx_log.rotation.retention_policy=keep_none",
      ...lines,
      "",
    ].join("\n"),
  );
  const start = () => spawnServer(library, home, heap);
  let child = start();
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    signal: (signal) => void child.kill(signal),
    ended: () => endOf(child),
    restart: () => void (child = start()),
    said: () => readFile(join(home, "out.log"), "utf8"),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

function spawnServer(library: string, home: string, heap: string): ChildProcess {
  const opens = opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const output = openSync(join(home, "out.log"), "a");
  return spawn(
    "java",
    [
      `-Xmx${heap}`,
      ...opens,
      "-cp",
      join(library, "*"),
      "org.neo4j.server.CommunityEntryPoint",
      `--home-dir=${home}`,
      `--config-dir=${join(home, "conf")}`,
      "--console-mode",
    ],
    { stdio: ["ignore", output, output] },
  );
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("close", resolve));
}
