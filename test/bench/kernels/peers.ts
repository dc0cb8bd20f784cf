import { execFileSync, spawn, type ChildProcessByStdio } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { sourcesOf } from "#graph/projection/graphs/csr.ts";
import type { Province } from "./provinces.ts";

const packages = ["igraph==1.0.0", "networkx==3.6.1", "numpy==2.4.6", "scipy==1.17.1"];
const venv = join("node_modules", ".cache", "gongsheng", "bench-venv");

export interface Timing {
  readonly ms: number;
  /** What the peer found, where it is one number. */
  readonly value: number | null;
}

export interface PeerTimes {
  readonly igraph?: Timing;
  readonly networkx?: Timing;
  readonly numpy?: Timing;
}

/** Libraries of Python in a process of their own; it reads one request a line. */
export interface Peers extends Disposable {
  readonly versions: Readonly<Record<string, string>>;
  ask(request: Readonly<Record<string, unknown>>): Promise<PeerTimes>;
  /** Path of the links of a province, written once. */
  pathOf(province: Province): string;
}

/** The peers, in a virtual environment that is made when it is missing; a sentence where that cannot be. */
export async function openPeers(): Promise<Peers | string> {
  const python = join(venv, "bin", "python");
  try {
    if (!existsSync(python)) {
      execFileSync("python3", ["-m", "venv", venv]);
      execFileSync(python, ["-m", "pip", "install", "--quiet", ...packages], { stdio: "inherit" });
    }
    return await start(python);
  } catch (error) {
    return `python-igraph, NetworkX and NumPy are absent: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function start(python: string): Promise<Peers> {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-bench-"));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    python,
    [join(import.meta.dirname, "peers.py")],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("Python ended");
    return JSON.parse(value);
  };
  const paths = new Map<string, string>();
  return {
    versions: await next(),
    ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    pathOf(province) {
      const known = paths.get(province.name);
      if (known !== undefined) return known;
      const path = join(folder, `${paths.size}.txt`);
      writeFileSync(path, linesOf(province));
      paths.set(province.name, path);
      return path;
    },
    [Symbol.dispose]() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function linesOf({ csr, weights }: Province): string {
  const sources = sourcesOf(csr);
  const rows = Array.from(csr.targets, (target, link) => `${sources[link]} ${target} ${weights[link]}`);
  return [`${csr.nodeCount} 0 0`, ...rows].join("\n");
}
