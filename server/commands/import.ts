import { resolve } from "node:path";
import { describeColumns } from "#graph/formats/records/template.ts";
import { recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { IssueLog } from "#graph/schema/checks/issue-log.ts";
import type { ChangeLog } from "#server/use-cases/change-log.ts";
import { readAndCheck, storeChecked, type CheckedFiles } from "#server/use-cases/import-files.ts";
import { showProgress, type Progress } from "./progress.ts";
import { inLanguage, type Terminal } from "./terminal.ts";
import { textOption, type Call, type Command, type ExitCode } from "./command.ts";
import { issueLine } from "./issue-line.ts";
import { issueReport } from "./issue-report.ts";
import { openNamedStore, openStoreAsIs, storeOption } from "./named-store.ts";
import { writeWhole } from "./whole-file.ts";

/** Faulty rows shown on the terminal; the first ten thousand are in the report. */
const shownIssues = 50;

/** Changed fields shown by a dry run. */
const shownChanges = 50;

export const importCommand: Command = {
  name: "import",
  text: {
    zh: "导入记录（CSV 文件或文件夹）；有错误的行时不写入任何内容；文件没有的列保留存储中的值，有而留空的格清除该值",
    en: "import records (CSV files or folders); nothing is written when a row is faulty; a column that a file leaves out keeps what the store holds, a blank cell clears it",
  },
  operands: { placeholder: "<file or folder…>", required: true },
  options: [
    {
      name: "dry-run",
      placeholder: null,
      text: {
        zh: "只检查并列出将有的改动，不写入",
        en: "check only and list what would change, write nothing",
      },
    },
    {
      name: "report",
      placeholder: "<path>",
      text: {
        zh: "将全部问题写入该文件（.csv 为表格，其余为 JSON）",
        en: "write all issues to this file (.csv makes a table, other names JSON)",
      },
    },
    storeOption,
  ],
  details: () => [
    "",
    "文件与列，* 为新记录必填；列名可用中文 / files and columns, a new record needs those with a *; Chinese names are understood:",
    ...describeColumns(),
    "",
    "模板 / files to fill in: gongsheng template <folder>",
  ],
  run: runImport,
};

async function runImport(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const checked = await check(call);
  const { log } = checked;
  await writeReport(call, log);
  showIssues(terminal, log);
  if (log.errorCount > 0) {
    const isOne = log.errorCount === 1;
    terminal.err(
      inLanguage(terminal, {
        zh: `未导入任何内容：${log.errorCount} 处错误`,
        en: `nothing was imported: ${log.errorCount} ${isOne ? "fault" : "faults"}`,
      }),
    );
    return 1;
  }
  if (call.options["dry-run"] === true) {
    showChanges(terminal, checked.changes);
    terminal.out(dryRunLine(terminal, checked));
    return 0;
  }
  const progress = showProgress(
    terminal,
    inLanguage(terminal, { zh: "写入", en: "storing" }),
    checked.records.length,
  );
  await using store = await openNamedStore(call);
  const result = await storeChecked(store, checked, (stored) => progress.update(stored));
  progress.end();
  terminal.out(
    inLanguage(terminal, {
      zh: `新增 ${result.inserted}，更新 ${result.updated}，未变 ${result.unchanged}；网络版本 ${result.networkVersion}`,
      en: `inserted ${result.inserted}, updated ${result.updated}, unchanged ${result.unchanged}; network version ${result.networkVersion}`,
    }),
  );
  showFieldCount(terminal, checked.changes);
  return 0;
}

/** Reads and checks the files; long ones tell how far they are, in hundredths. */
async function check(call: Call): Promise<CheckedFiles> {
  const { operands, terminal } = call;
  await using store = await openStoreAsIs(call);
  let progress: Progress | null = null;
  const label = inLanguage(terminal, { zh: "检查", en: "checking" });
  const checked = await readAndCheck({
    paths: operands,
    cwd: terminal.cwd,
    store,
    onProgress: (share) => {
      progress ??= showProgress(terminal, label, 100, 0);
      progress.update(Math.floor(share * 100));
    },
  });
  (progress as Progress | null)?.end();
  return checked;
}

async function writeReport(call: Call, log: IssueLog): Promise<void> {
  const name = textOption(call, "report");
  if (name === undefined) return;
  const path = resolve(call.terminal.cwd, name);
  await writeWhole(path, issueReport(path, log), call.terminal);
}

function showIssues(terminal: Terminal, log: IssueLog): void {
  for (const issue of log.issues().slice(0, shownIssues)) terminal.err(issueLine(issue, terminal.language));
  const total = log.errorCount + log.warningCount;
  const more = total - shownIssues;
  if (more > 0)
    terminal.err(
      inLanguage(terminal, {
        zh: `…另有 ${more} 处，共 ${total} 处；用 --report <path> 查看`,
        en: `… and ${more} more, ${total} in all; see them with --report <path>`,
      }),
    );
}

/** Every field that would get another value, old → new. */
function showChanges(terminal: Terminal, { changes, changedFields }: ChangeLog): void {
  const lines = changes.flatMap(({ kind, key, fields }) =>
    fields.map(({ column, from, to }) => `${kind} ${key} ${column}: ${quoted(from)} → ${quoted(to)}`),
  );
  for (const line of lines.slice(0, shownChanges)) terminal.out(line);
  const more = changedFields - shownChanges;
  if (more > 0)
    terminal.out(inLanguage(terminal, { zh: `…另有 ${more} 处改动`, en: `… and ${more} more changes` }));
}

const quoted = (text: string) => (text === "" ? "—" : JSON.stringify(text));

function showFieldCount(terminal: Terminal, { changedFields, clearedFields }: ChangeLog): void {
  if (changedFields === 0) return;
  terminal.out(
    inLanguage(terminal, {
      zh: `改动 ${changedFields} 个字段，其中清除 ${clearedFields} 个`,
      en: `${changedFields} fields changed, ${clearedFields} of them cleared`,
    }),
  );
}

function dryRunLine(terminal: Terminal, { records, changes }: CheckedFiles): string {
  const count = (kind: TaggedRecord["kind"]) => records.filter((tagged) => tagged.kind === kind).length;
  const counts = recordKinds.map((kind) => [kind, count(kind)] as const).filter(([, number]) => number > 0);
  const list = counts.map(([kind, number]) => `${kind} ${number}`).join(", ");
  const { inserted, updated, unchanged, clearedFields } = changes;
  return inLanguage(terminal, {
    zh: `检查通过，未写入：${list}；将新增 ${inserted}，更新 ${updated}（清除 ${clearedFields} 个字段），未变 ${unchanged}`,
    en: `all rows are sound, nothing was written: ${list}; would insert ${inserted}, update ${updated} (clearing ${clearedFields} fields), leave ${unchanged} unchanged`,
  });
}
