import { mkdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { templateFiles } from "#graph/formats/records/template.ts";
import { Failure } from "#server/failure.ts";
import { oneFile } from "./backup.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { inLanguage } from "./terminal.ts";
import { assertPlace, writeWhole } from "./whole-file.ts";

export const templateCommand: Command = {
  name: "template",
  text: {
    zh: "在文件夹中写入可用 Excel、WPS 填写的模板（中文列名，各有示例行）；填好后用 import 导入该文件夹",
    en: "write files to fill in with a table program into a folder, with Chinese column names and example rows; import the folder when done",
  },
  operands: { placeholder: "<folder>", required: true },
  options: [],
  run: runTemplate,
};

async function runTemplate(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const folder = resolve(terminal.cwd, oneFile(call));
  const shown = relative(terminal.cwd, folder) || ".";
  const files = templateFiles();
  await makeFolder(folder, call);
  for (const { name } of files)
    if (await isThere(join(folder, name)))
      throw new Failure({
        zh: `${shown} 中已有 ${name}：请换一个文件夹`,
        en: `${shown} holds ${name} already: name another folder`,
      });
  for (const { name, text } of files) await writeWhole(join(folder, name), [text], terminal);
  const list = files.map(({ name }) => name);
  terminal.out(
    inLanguage(terminal, {
      zh: `已在 ${shown} 写入 ${list.join("、")}；带 * 的列为新记录必填，示例行导入前请删除`,
      en: `wrote ${list.join(", ")} into ${shown}; a new record needs the columns with a *, delete the example rows before the import`,
    }),
  );
  return 0;
}

/** The folder is made, the one above it has to be there. */
async function makeFolder(folder: string, { terminal }: Call): Promise<void> {
  if (await isThere(folder)) return;
  await assertPlace(folder, terminal);
  await mkdir(folder);
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
