import { SymbiosisError } from "#graph/errors.ts";
import { UsageError, type ExitCode } from "./commands/command.ts";
import { ConfigError, readConfig, readLanguage } from "./config.ts";
import { Failure, systemReason } from "./failure.ts";
import { inLanguage, processTerminal, type Terminal } from "./commands/terminal.ts";

const helpWords = new Set(["help", "--help", "-h"]);

/** Runs one command line (without the program's own name) and answers with its exit code. */
async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  // Loaded here, after the version check: what lies behind the commands needs the newer Node.
  const { commandNames, loadAllCommands, loadCommand } = await import("./commands/table.ts");
  const { overallHelp, commandHelp } = await import("./commands/help.ts");
  const { parseCall } = await import("./commands/parse-arguments.ts");
  const [name, ...rest] = words;
  if (name === undefined || helpWords.has(name)) {
    const help = overallHelp(await loadAllCommands());
    if (name === undefined) terminal.err(help);
    else terminal.out(help);
    return name === undefined ? 2 : 0;
  }
  const command = await loadCommand(name);
  if (command === null)
    throw new UsageError({
      zh: `没有命令 '${name}'：可用 ${commandNames.join("、")}`,
      en: `there is no command '${name}': one of ${commandNames.join(", ")}`,
    });
  const { help, ...parsed } = parseCall(command, rest);
  if (help) {
    terminal.out(commandHelp(command));
    return 0;
  }
  return await command.run({ ...parsed, config: readConfig(), terminal });
}

/** One sentence for people; the stack only for faults that are our own. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  const label = terminal.language === "zh" ? "错误" : "error";
  if (!isExpected(error)) {
    terminal.err(`${label}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
  terminal.err(`${label}: ${sentenceOf(error, terminal)}`);
  if (error instanceof SymbiosisError)
    for (const { pointer, message } of error.details.slice(0, 20)) terminal.err(`  ${pointer} ${message}`);
  if (error instanceof UsageError)
    terminal.err(terminal.language === "zh" ? "用 --help 查看用法" : "see --help for the usage");
  return isMisuse(error) ? 2 : 1;
}

function sentenceOf(error: Error, terminal: Terminal): string {
  if (error instanceof Failure) return inLanguage(terminal, error.text);
  if (error instanceof SymbiosisError)
    return terminal.language === "zh" ? (error.messageZh ?? error.message) : error.message;
  const path = "path" in error && typeof error.path === "string" ? error.path : "";
  const reason = inLanguage(terminal, systemReason(error));
  return path === "" ? reason : `${path}: ${reason}`;
}

function isExpected(error: unknown): error is Error {
  return error instanceof SymbiosisError || error instanceof Failure || isSystemError(error);
}

function isMisuse(error: Error): boolean {
  if (error instanceof SymbiosisError) return error.code === "unsupported-store-url";
  return error instanceof UsageError || error instanceof ConfigError;
}

/** An error of the operating system, such as a folder that may not be written: its message names the path. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

const terminal = processTerminal(readLanguage());
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  terminal.err(
    `需要 Node 24.12 或更新版本，当前为 ${process.versions.node}。/ Node 24.12 or newer is needed, this is ${process.versions.node}.`,
  );
  process.exitCode = 1;
} else {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal).catch((error: unknown) =>
    explain(error, terminal),
  );
}
