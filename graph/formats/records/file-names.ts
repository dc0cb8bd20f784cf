import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";
import { kindNames } from "./column-words.ts";

/** What browsers and file managers put behind a name that is taken: ` (1)`, ` - 副本`, ` copy 2`. */
const copyMark = /(?:\s*[(（]\d+[)）]|\s*-\s*副本|\s*的副本|\s*-?\s*copy(?:\s*\d+)?)+$/i;

const endings = /\.(?:csv|tsv|txt)$/i;

function baseOf(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? "";
}

/**
 * Record kind of a file name: `parks.csv`, `parks (1).csv`, `园区.csv` and, as table programs name tab-separated text,
 * `parks.txt` → parks, whatever folder it lies in; null for any other name.
 */
export function kindOfFile(name: string): RecordKind | null {
  const base = baseOf(name);
  if (!endings.test(base)) return null;
  const word = base.replace(endings, "").replace(copyMark, "").trim().toLowerCase();
  return recordKinds.find((kind) => kindNames(kind).includes(word)) ?? null;
}

/** A file that a folder holds for a table program or an operating system: a lock, a resource fork, a hidden file. */
export function isHiddenFile(name: string): boolean {
  return /^(?:\.|~\$)/.test(baseOf(name));
}

/** Whether a folder is asked for this file: its ending says CSV, or its whole name says what it holds. */
export function isRecordFile(name: string): boolean {
  return !isHiddenFile(name) && (/\.csv$/i.test(name) || kindOfFile(name) !== null);
}

/** Why a name tells no kind, and what to do. */
export function whyUnknownFile(name: string): Text {
  if (/\.(?:xlsx?|xlsm|ods|et)$/i.test(name))
    return {
      zh: "不能直接读取表格文件：请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”，文件名如 enterprises.csv 或 企业.csv",
      en: "a workbook cannot be read: save each sheet as CSV UTF-8 (comma delimited), named such as enterprises.csv",
    };
  const known = recordKinds.map((kind) => `${kind}.csv`).join(", ");
  const words = recordKinds.map((kind) => `${kindNames(kind)[1]}.csv`).join("、");
  return {
    zh: `文件名说明文件内容：请改名为 ${words} 或 ${known} 之一`,
    en: `the file name tells what a file holds: rename it to one of ${known}`,
  };
}
