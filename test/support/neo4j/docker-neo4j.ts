import type { Control, LaunchOptions } from "./local-neo4j.ts";
import { ask, runToEnd } from "./programs.ts";

const image = "neo4j:5.26.20-community";
const pullMs = 10 * 60_000;

/** Why Neo4j cannot be started with Docker here, or null where it can. */
export async function whyNoDocker(): Promise<string | null> {
  return (await ask("docker", ["version", "--format", "{{.Server.Version}}"])) === null ? "no Docker" : null;
}

const environmentName = (setting: string) => `NEO4J_${setting.replaceAll("_", "__").replaceAll(".", "_")}`;

/** Starts the server in a container; answers when it runs, not when it listens. */
export async function launchWithDocker({ port, settings, heap }: LaunchOptions): Promise<Control> {
  const address = `127.0.0.1:${port}`;
  const all = {
    ...settings,
    "server.bolt.listen_address": `0.0.0.0:${port}`,
    "server.bolt.advertised_address": address,
    "server.memory.heap.max_size": heap,
  };
  const environment = Object.entries(all).flatMap(([name, value]) => [
    "-e",
    `${environmentName(name)}=${value}`,
  ]);
  const name = `gongsheng-neo4j-${port}`;
  await runToEnd(
    "docker",
    // The first password must be changed as on a bare server; the image's own minimum length does not hold it up.
    ["run", "-d", "--name", name, "-p", `${address}:${port}`, ...environment, image],
    pullMs,
  );
  const docker = (...words: string[]) => ask("docker", [...words, name]);
  return {
    hasEnded: () => false,
    signal: (signal) => void docker("kill", "--signal", signal),
    ended: async () => void (await docker("wait")),
    restart: () => void docker("start"),
    said: async () => (await docker("logs")) ?? "",
    remove: async () => void (await docker("rm", "--force", "--volumes")),
  };
}
