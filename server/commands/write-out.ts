import { resolve } from "node:path";
import type { Text } from "#graph/schema/text.ts";
import { textOption, type Call, type OptionRow } from "./command.ts";
import { writeWhole } from "./whole-file.ts";

export const outOption: OptionRow = {
  name: "out",
  placeholder: "<list.json>",
  text: { zh: "将列表写入该文件", en: "write the list to this file" },
};

/** Writes an answer to the file of --out as JSON, else its lines to the screen; answers with what to say of the file. */
export async function writeOut(call: Call, answer: object, lines: () => readonly string[]): Promise<Text> {
  const { terminal } = call;
  const path = textOption(call, "out");
  if (path === undefined) {
    for (const line of lines()) terminal.out(line);
    return { zh: "", en: "" };
  }
  await writeWhole(resolve(terminal.cwd, path), [`${JSON.stringify(answer, null, 2)}\n`], terminal);
  return { zh: `，已写入 ${path}`, en: `, written to ${path}` };
}
