import { execFile } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a program says, or null where it is not there, fails or takes too long. */
export async function ask(
  program: string,
  words: readonly string[],
  timeoutMs = 20_000,
): Promise<string | null> {
  try {
    const { stdout, stderr } = await run(program, words, { timeout: timeoutMs });
    return `${stdout}${stderr}`;
  } catch {
    return null;
  }
}

/** Runs a program to its end. Throws with the end of what it said. */
export async function runToEnd(
  program: string,
  words: readonly string[],
  timeoutMs: number,
): Promise<string> {
  try {
    return (await run(program, words, { timeout: timeoutMs, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    const said = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    throw new Error(`${program} failed: ${said.trim().split("\n").slice(-3).join(" ").slice(0, 300)}`, {
      cause: error,
    });
  }
}

/** A TCP port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
