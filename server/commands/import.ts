import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { hasErrors, readAndCheck, storeChecked, type CheckedFiles } from "#server/use-cases/import-files.ts";
import { showProgress } from "./progress.ts";
import { inLanguage, type Terminal } from "./terminal.ts";
import { textOption, type Call, type Command, type ExitCode } from "./command.ts";
import { issueLine } from "./issue-line.ts";
import { openNamedStore, storeOption } from "./named-store.ts";

/** Faulty rows shown on the terminal; all of them are in the report. */
const shownIssues = 50;

export const importCommand: Command = {
  name: "import",
  text: {
    zh: "导入记录（CSV 文件或文件夹）；有错误的行时不写入任何内容",
    en: "import records (CSV files or folders); nothing is written when a row is faulty",
  },
  operands: { placeholder: "<file or folder…>", required: true },
  options: [
    {
      name: "dry-run",
      placeholder: null,
      text: { zh: "只检查，不写入", en: "check only, write nothing" },
    },
    {
      name: "report",
      placeholder: "<path>",
      text: { zh: "将全部问题写入该文件（JSON）", en: "write all faults to this file (JSON)" },
    },
    storeOption,
  ],
  run: runImport,
};

async function runImport(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const isDryRun = call.options["dry-run"] === true;
  await using store = await openNamedStore(call, { create: !isDryRun });
  const checked = await readAndCheck(call.operands, terminal.cwd, store);
  const { issues } = checked;
  await writeReport(call, issues);
  showIssues(terminal, issues);
  if (hasErrors(issues)) {
    terminal.err(
      inLanguage(terminal, {
        zh: `未导入任何内容：${countErrors(issues)} 处错误`,
        en: `nothing was imported: ${countErrors(issues)} faults`,
      }),
    );
    return 1;
  }
  if (isDryRun) terminal.out(dryRunLine(terminal, checked));
  else {
    const progress = showProgress(
      terminal,
      inLanguage(terminal, { zh: "写入", en: "storing" }),
      checked.records.length,
    );
    const result = await storeChecked(store, checked, (stored) => progress.update(stored));
    progress.end();
    terminal.out(
      inLanguage(terminal, {
        zh: `新增 ${result.inserted}，更新 ${result.updated}，未变 ${result.unchanged}；网络版本 ${result.networkVersion}`,
        en: `inserted ${result.inserted}, updated ${result.updated}, unchanged ${result.unchanged}; network version ${result.networkVersion}`,
      }),
    );
  }
  return 0;
}

async function writeReport(call: Call, issues: readonly Issue[]): Promise<void> {
  const path = textOption(call, "report");
  if (path === undefined) return;
  await writeFile(resolve(call.terminal.cwd, path), `${JSON.stringify({ issues }, null, 2)}\n`);
}

function showIssues(terminal: Terminal, issues: readonly Issue[]): void {
  for (const issue of issues.slice(0, shownIssues))
    terminal.err(issue.severity === "error" ? issueLine(issue) : `(warning) ${issueLine(issue)}`);
  const more = issues.length - shownIssues;
  if (more > 0)
    terminal.err(
      inLanguage(terminal, {
        zh: `…另有 ${more} 处，共 ${issues.length} 处；用 --report <path> 查看全部`,
        en: `… and ${more} more, ${issues.length} in all; see them with --report <path>`,
      }),
    );
}

function countErrors(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === "error").length;
}

function dryRunLine(terminal: Terminal, { records }: CheckedFiles): string {
  const count = (kind: TaggedRecord["kind"]) => records.filter((tagged) => tagged.kind === kind).length;
  const counts = recordKinds.map((kind) => [kind, count(kind)] as const).filter(([, number]) => number > 0);
  const list = counts.map(([kind, number]) => `${kind} ${number}`).join(", ");
  return inLanguage(terminal, {
    zh: `检查通过，未写入：${list}`,
    en: `all rows are sound, nothing was written: ${list}`,
  });
}
