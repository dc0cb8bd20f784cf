import { relative, resolve } from "node:path";
import { restoreStore } from "#graph/store/embedded/restore.ts";
import { inLanguage } from "./terminal.ts";
import { oneFile } from "./backup.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { storeOption } from "./named-store.ts";
import { storeFileOf } from "./store-file.ts";

export const restoreCommand: Command = {
  name: "restore",
  text: {
    zh: "从备份恢复嵌入式存储；损坏或不完整的备份不会被使用；先停止服务",
    en: "bring the embedded store back from a backup; one that is damaged or cut off is refused; stop the service first",
  },
  operands: { placeholder: "<file>", required: true },
  options: [
    {
      name: "replace",
      placeholder: null,
      text: {
        zh: "存储已有记录时仍恢复，原文件改名保留",
        en: "restore in the place of a store with records; the old file is kept under another name",
      },
    },
    storeOption,
  ],
  run: runRestore,
};

async function runRestore(call: Call): Promise<ExitCode> {
  const { terminal, options } = call;
  const storePath = storeFileOf(call);
  const { backup, networkHash, keptAs } = await restoreStore({
    backupPath: resolve(terminal.cwd, oneFile(call)),
    storePath,
    now: new Date(),
    replace: options["replace"] === true,
  });
  const shown = relative(terminal.cwd, storePath);
  terminal.out(
    inLanguage(terminal, {
      zh: `已恢复 ${shown}：网络版本 ${backup.networkVersion}（备份于 ${backup.madeAt}），内容校验值 ${networkHash}`,
      en: `restored ${shown}: network version ${backup.networkVersion}, saved at ${backup.madeAt}, content hash ${networkHash}`,
    }),
  );
  if (keptAs !== null) {
    const kept = relative(terminal.cwd, keptAs);
    terminal.err(
      inLanguage(terminal, { zh: `原存储保留为 ${kept}`, en: `the old store is kept as ${kept}` }),
    );
  }
  return 0;
}
