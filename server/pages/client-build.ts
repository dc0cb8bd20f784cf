import { spawn } from "node:child_process";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { childEnvironment } from "#server/config.ts";
import { Failure } from "#server/failure.ts";
import { hashClientSources, readStamp } from "./client-stamp.ts";

export interface ClientBuild {
  readonly packageRoot: string;
  readonly distFolder: string;
  /** Called once before a build starts. */
  readonly onStart: () => void;
}

/** The client could not be built; the message says what to do. */
export class ClientBuildError extends Failure {}

const lockPollMs = 200;
/** A lock older than this belongs to a process that died, even where its number lives on as another one. */
const lockLifeMs = 180_000;

/**
 * Builds the client unless `distFolder` holds one made from the present sources.
 * Builds beside it and swaps, so that nobody is ever served half a client; two starts at once build once.
 * Throws ClientBuildError.
 */
export async function ensureClientBuilt(build: ClientBuild): Promise<void> {
  if (await isFresh(build)) return;
  const workFolder = join(build.packageRoot, "node_modules", ".cache", "gongsheng");
  const lock = join(workFolder, "client-build.lock");
  await mkdir(workFolder, { recursive: true });
  while (!(await takeLock(lock))) await wait(lockPollMs);
  try {
    if (await isFresh(build)) return;
    build.onStart();
    await buildAndSwap(build, workFolder);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function isFresh({ packageRoot, distFolder }: ClientBuild): Promise<boolean> {
  const stamp = await readStamp(distFolder);
  return stamp !== null && stamp === (await hashClientSources(packageRoot));
}

/** The lock is a file that holds the number of its process, so that one that was killed while it built keeps nobody waiting. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  const made = await stat(lock).catch(() => null);
  if (made === null) return false;
  if (Date.now() - made.mtimeMs > lockLifeMs) return true;
  // Empty in the moment between its making and its number.
  const owner = Number(await readFile(lock, "utf8").catch(() => ""));
  return owner > 0 && !isAlive(owner);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function buildAndSwap({ packageRoot, distFolder }: ClientBuild, workFolder: string): Promise<void> {
  const fresh = join(workFolder, `client-${process.pid}`);
  const old = join(workFolder, `client-${process.pid}-old`);
  try {
    await runVite(packageRoot, fresh);
    await rename(distFolder, old).catch(ignoreMissing);
    await rename(fresh, distFolder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== "ENOENT") throw error;
}

/** A process of its own: its memory goes back to the system, and NODE_ENV is `production` whatever the caller's is. */
async function runVite(packageRoot: string, outFolder: string): Promise<void> {
  const vite = join(packageRoot, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(
    process.execPath,
    [vite, "build", "--logLevel", "error", "--outDir", outFolder, "--emptyOutDir"],
    {
      cwd: packageRoot,
      env: childEnvironment({ NODE_ENV: "production", NO_COLOR: "1" }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0)
    throw new ClientBuildError({
      zh: `页面构建失败（请运行 \`npm ci\`，再运行 \`npm run build\` 查看原因）：${firstLine(said)}`,
      en: `the client could not be built (run \`npm ci\`, then \`npm run build\` to see why): ${firstLine(said)}`,
    });
}

/** The line that names the fault, not the banner around it. */
function firstLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return (
    lines.find((line) => line !== "" && !/^(?:✗|error during build|Build failed)/.test(line)) ?? "no output"
  );
}
