import { mkdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser } from "playwright-core";

/** WebGL 2 by software, no sandbox (tests may run as root in a container), nothing that calls home. */
const launchArguments = [
  "--no-sandbox",
  "--no-zygote",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--no-pings",
  "--font-render-hinting=none",
];

/** Starts a real Chromium: the one named by CHROMIUM_PATH, else the one that comes with `npm ci`. */
export async function launchChromium(extraArguments: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await bundledChromium());
  return chromium.launch({ executablePath, headless: true, args: [...launchArguments, ...extraArguments] });
}

let bundled: Promise<string> | null = null;

/** Unpacks the bundled Chromium once a machine: the package itself takes a half-written file for a whole one. */
function bundledChromium(): Promise<string> {
  bundled ??= withLock(join(tmpdir(), "gongsheng-chromium.lock"), async () => {
    // Without it the package leaves out the system libraries that a bare machine lacks.
    process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
    const { default: bundle } = await import("@sparticuz/chromium");
    return bundle.executablePath();
  });
  return bundled;
}

const staleAfterMs = 120_000;

async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await tryLock(path))) await sleep(100);
  try {
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch {
    const held = await stat(path).catch(() => null);
    if (held !== null && Date.now() - held.mtimeMs > staleAfterMs)
      await rm(path, { recursive: true, force: true });
    return false;
  }
}
