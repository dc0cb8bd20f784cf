import type { Text } from "#graph/schema/text.ts";
import { SymbiosisError, type ErrorCode } from "#graph/errors.ts";

interface Verdict {
  readonly code: ErrorCode;
  readonly sentence: (path: string) => Text;
}

/** First match wins: beginnings of SQLite's result codes. */
const verdicts: readonly (readonly [beginning: string, verdict: Verdict])[] = [
  [
    "SQLITE_BUSY",
    {
      code: "store-locked",
      sentence: (path) => ({
        zh: `存储 ${path} 正被另一个进程占用：请待其结束后重试`,
        en: `The store ${path} is held by another process; try again when it has finished`,
      }),
    },
  ],
  [
    "SQLITE_LOCKED",
    {
      code: "store-locked",
      sentence: (path) => ({
        zh: `存储 ${path} 正在使用中：请稍后重试`,
        en: `The store ${path} is in use; try again in a moment`,
      }),
    },
  ],
  [
    "SQLITE_FULL",
    {
      code: "store-full",
      sentence: (path) => ({
        zh: `${path} 所在磁盘或临时文件夹已满：未作任何改动，请腾出空间后重试`,
        en: `The disk under ${path} or the folder for temporary files is full; nothing was changed, free some space and try again`,
      }),
    },
  ],
  [
    "SQLITE_CORRUPT",
    {
      code: "store-corrupt",
      sentence: (path) => ({
        zh: `存储 ${path} 已损坏：文件保持原样，请恢复备份`,
        en: `The store ${path} is damaged; it was left as it is, restore a backup`,
      }),
    },
  ],
  [
    "SQLITE_NOTADB",
    {
      code: "store-corrupt",
      sentence: (path) => ({
        zh: `${path} 不是本程序的存储：文件保持原样`,
        en: `${path} is not a store of this program; it was left as it is`,
      }),
    },
  ],
  [
    "SQLITE_READONLY",
    {
      code: "store-unavailable",
      sentence: (path) => ({
        zh: `无法写入存储 ${path}：文件或其文件夹是只读的`,
        en: `The store ${path} cannot be written: the file or its folder is read-only`,
      }),
    },
  ],
  [
    "SQLITE_CANTOPEN",
    {
      code: "store-unavailable",
      sentence: (path) => ({
        zh: `无法打开存储 ${path}：请确认其文件夹存在并可写`,
        en: `The store ${path} cannot be opened: check that its folder exists and may be written`,
      }),
    },
  ],
  [
    "SQLITE_IOERR",
    {
      code: "store-unavailable",
      sentence: (path) => ({
        zh: `无法读写存储 ${path}`,
        en: `The store ${path} cannot be read or written`,
      }),
    },
  ],
];

/** The tables of the file are not those that this program made: one was dropped or changed from outside. */
const otherShape: Verdict = {
  code: "store-corrupt",
  sentence: (path) => ({
    zh: `存储 ${path} 缺少表或列，被外部改动过：请恢复备份`,
    en: `The store ${path} lacks a table or column, it was changed from outside; restore a backup`,
  }),
};

function isForeignShape({ message }: Error): boolean {
  return /^no such (?:table|column)|has no column named|^table \S+ has \d+ columns/.test(message);
}

/** Turns what better-sqlite3 or the file system threw into the product's own error; passes others through. */
export function toStoreError(error: unknown, path: string): unknown {
  if (error instanceof SymbiosisError || !(error instanceof Error)) return error;
  const resultCode = "code" in error ? String(error.code) : "";
  if (resultCode === "ENOSPC") return verdictError("SQLITE_FULL", error, path);
  if (/^E[A-Z]+$/.test(resultCode)) return verdictError("SQLITE_CANTOPEN", error, path);
  if (error instanceof TypeError && error.message === "The database connection is not open")
    return new SymbiosisError("store-unavailable", `The store ${path} is closed`, {
      cause: error,
      zh: `存储 ${path} 已关闭`,
    });
  return resultCode.startsWith("SQLITE_") ? verdictError(resultCode, error, path) : error;
}

function verdictError(resultCode: string, cause: Error, path: string): unknown {
  const verdict = isForeignShape(cause)
    ? otherShape
    : verdicts.find(([beginning]) => resultCode.startsWith(beginning))?.[1];
  if (verdict === undefined) return cause;
  const { zh, en } = verdict.sentence(path);
  return new SymbiosisError(verdict.code, `${en} (${cause.message})`, { cause, zh });
}
