import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "./source-files.ts";

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const launcher = join(repositoryRoot, "server", "gongsheng.js");

/** A child process of the command line, in English and without settings of this machine. */
export function spawnCli(words: readonly string[], { cwd, env }: CliOptions = {}): ChildProcess {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:GONGSHENG_|LC_|LANG$|NODE_ENV$)/.test(name),
  );
  return spawn(process.execPath, [launcher, ...words], {
    cwd: cwd ?? repositoryRoot,
    env: { ...Object.fromEntries(kept), LANG: "C.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs `gongsheng` to its end. */
export async function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return await resultOf(spawnCli(words, options));
}

/** Collects what a child says until it ends. */
export async function resultOf(child: ChildProcess): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve([code, signal]));
  });
  return { code, signal, stdout, stderr };
}

/** A folder of its own, gone when disposed. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), "gongsheng-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The address printed, by number: a bare system may not know the name `localhost`. */
export function reachable(address: string): string {
  return address.replace("//localhost:", "//127.0.0.1:");
}

export interface RunningCli extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  /** What the child said, once it has ended. */
  readonly result: Promise<CliResult>;
}

/** Starts `gongsheng serve …` and waits until it prints its address. */
export async function startServe(words: readonly string[], options: CliOptions = {}): Promise<RunningCli> {
  const child = spawnCli(["serve", ...words], options);
  const result = resultOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (text: string) => {
      said += text;
      const address = /^Gongsheng is ready: (http:\S+)$/m.exec(said)?.[1];
      if (address !== undefined) resolve(reachable(address));
    });
    void result.then(({ stderr }) => reject(new Error(`serve ended before it was ready: ${stderr}`)));
  });
  return {
    url,
    child,
    result,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await result;
    },
  };
}
