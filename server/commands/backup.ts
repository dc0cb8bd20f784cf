import { relative, resolve } from "node:path";
import { backUpStore } from "#graph/store/embedded/backup.ts";
import { showProgress, type Progress } from "./progress.ts";
import { inLanguage } from "./terminal.ts";
import { UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { storeOption } from "./named-store.ts";
import { storeFileOf } from "./store-file.ts";
import { assertPlace } from "./whole-file.ts";

export const backupCommand: Command = {
  name: "backup",
  text: {
    zh: "把嵌入式存储备份到一个文件，服务运行时也可以；读回核对之后才命名",
    en: "save the embedded store in one file, also while a service uses it; named only when read back and found sound",
  },
  operands: { placeholder: "<file>", required: true },
  options: [
    {
      name: "replace",
      placeholder: null,
      text: { zh: "替换同名的旧备份", en: "take the place of an earlier backup of that name" },
    },
    storeOption,
  ],
  run: runBackup,
};

async function runBackup(call: Call): Promise<ExitCode> {
  const { terminal, options } = call;
  const targetPath = resolve(terminal.cwd, oneFile(call));
  const storePath = storeFileOf(call);
  await assertPlace(targetPath, terminal);
  const label = inLanguage(terminal, { zh: "备份", en: "saving" });
  let progress: Progress | null = null;
  const record = await backUpStore({
    storePath,
    targetPath,
    now: new Date(),
    replace: options["replace"] === true,
    onProgress: (done, total) => (progress ??= showProgress(terminal, label, total)).update(done),
  });
  (progress as Progress | null)?.end();
  const shown = relative(terminal.cwd, targetPath);
  const hash = record.networkHash ?? "—";
  terminal.out(
    inLanguage(terminal, {
      zh: `已备份到 ${shown}：网络版本 ${record.networkVersion}，内容校验值 ${hash}`,
      en: `saved in ${shown}: network version ${record.networkVersion}, content hash ${hash}`,
    }),
  );
  return 0;
}

/** The one file a call names. */
export function oneFile({ operands }: Call): string {
  const [file, extra] = operands;
  if (file === undefined || file === "") throw new UsageError({ zh: "缺少 <file>", en: "<file> is missing" });
  if (extra !== undefined)
    throw new UsageError({
      zh: `只写一个文件，'${extra}' 多余`,
      en: `one file is enough, '${extra}' is too much`,
    });
  return file;
}
