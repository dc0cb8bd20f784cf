import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { temporaryFolder } from "./run-cli.ts";

export interface RedisServer extends AsyncDisposable {
  /** With its password. */
  readonly url: string;
  readonly password: string;
}

function isInstalled(): boolean {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A Redis of the suite's own, on a free port, with a password; null, and said aloud, where none is installed. */
export async function startRedis(): Promise<RedisServer | null> {
  if (!isInstalled()) {
    console.log(
      "Suites on Redis SKIPPED: there is no redis-server here (Debian: apt-get install redis-server)",
    );
    return null;
  }
  const folder = await temporaryFolder();
  const password = "p%ss w0rd/?#";
  const port = await freePort();
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder.path];
  const child = spawn("redis-server", [...words, "--requirepass", password], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const probe = new Redis({ port, host: "127.0.0.1", password, retryStrategy: () => 50 });
  probe.on("error", () => {});
  while ((await probe.ping().catch(() => "")) !== "PONG") await wait(50);
  probe.disconnect();
  return {
    url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    password,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
