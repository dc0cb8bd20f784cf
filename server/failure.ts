import type { Text } from "#graph/schema/text.ts";

/** A failure that people can do something about: the message is one sentence that says what, in both languages. */
export class Failure extends Error {
  readonly text: Text;

  constructor(text: Text, options: { readonly cause?: unknown } = {}) {
    super(text.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.text = text;
  }
}

/** Words for what operating systems refuse, by their error code. */
const systemReasons: Readonly<Record<string, Text>> = {
  ENOENT: { zh: "没有这个文件或文件夹", en: "no such file or folder" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "a part of the path is not a folder" },
  EISDIR: { zh: "这是文件夹，不是文件", en: "this is a folder, not a file" },
  EACCES: { zh: "没有权限", en: "permission denied" },
  EPERM: { zh: "没有权限", en: "permission denied" },
  EROFS: { zh: "磁盘是只读的", en: "the disk is read-only" },
  ENOSPC: { zh: "磁盘已满，请腾出空间后重试", en: "the disk is full: free some space and try again" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the disk quota is used up" },
  ENAMETOOLONG: { zh: "文件名太长", en: "the name is too long" },
  EMFILE: { zh: "打开的文件太多", en: "too many files are open" },
};

/** Why the operating system refused something. */
export function systemReason(error: unknown): Text {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = Object.hasOwn(systemReasons, code) ? systemReasons[code] : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return reason ?? { zh: code === "" ? message : code, en: message };
}
