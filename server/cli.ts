import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";
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
  if (error instanceof SymbiosisError) {
    // What the sentence says already is not said again.
    const further = error.details.filter(({ message }) => !error.message.includes(message));
    for (const { pointer, message } of further.slice(0, 20)) terminal.err(`  ${pointer} ${message}`);
  }
  if (error instanceof UsageError)
    terminal.err(terminal.language === "zh" ? "用 --help 查看用法" : "see --help for the usage");
  return isMisuse(error) ? 2 : 1;
}

function sentenceOf(error: Error, terminal: Terminal): string {
  if (error instanceof Failure) return inLanguage(terminal, error.text);
  if (error instanceof SymbiosisError)
    return terminal.language === "zh" ? (error.messageZh ?? chineseOf(error)) : error.message;
  const path = "path" in error && typeof error.path === "string" ? error.path : "";
  const reason = inLanguage(terminal, systemReason(error));
  return path === "" ? reason : `${path}: ${reason}`;
}

/** Chinese sentences for what the other store and the analyses throw, by code. */
const chineseByCode: Partial<Record<ErrorCode, string>> = {
  "store-unavailable": "存储没有应答：请确认地址，待其恢复后重试",
  "store-access-denied": "存储拒绝了用户名、密码或证书：请改正存储地址",
  "store-locked": "另一个进程正在使用或导入存储：请待其结束后重试",
  "store-corrupt": "存储的内容与本程序不符或已损坏：未作改动，请恢复备份",
  "store-newer-than-program": "存储由更新的程序写成：请使用新版程序",
  "store-full": "存储所在磁盘已满：未作改动，请腾出空间后重试",
  "unsupported-store-url":
    "不是可用的存储地址：请写 sqlite:<path> 或 neo4j://user:password@host:port/database",
  "import-rejected": "导入被拒绝：有记录指向不存在的记录，未导入任何内容",
  "analysis-too-long": "分析用时过长已停止：请缩小筛选范围后重试",
  "work-queue-full": "等待中的分析太多：请稍后重试",
};

function chineseOf({ code, message }: SymbiosisError): string {
  return chineseByCode[code] ?? message;
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
