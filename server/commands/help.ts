import type { Command, OptionRow } from "./command.ts";

const program = "gongsheng";

/** Help of the whole program, Chinese before English. */
export function overallHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, text }) => [name, `${text.zh} / ${text.en}`] as const);
  return [
    "共生网 Gongsheng：山东与江苏园区间产业共生网络分析 / inter-park symbiosis network analytics",
    "",
    `用法 / usage: ${program} <command> [options]`,
    "",
    ...columns(rows),
    "",
    `${program} <command> --help 显示该命令的选项 / shows the options of a command`,
    "命令行以存储所有者的身份运行，可见全部记录；服务只给出公开的记录 / commands run as the owner of the store and see every record; the service shows public ones alone",
    "退出码 / exit code: 0 完成 done, 1 失败 failed, 2 用法错误 called wrongly",
  ].join("\n");
}

/** Help of one command. */
export function commandHelp({ name, text, operands, options, details }: Command): string {
  const operand = operands === null ? "" : ` ${operands.placeholder}`;
  return [
    `用法 / usage: ${program} ${name}${operand} [options]`,
    "",
    text.zh,
    text.en,
    "",
    ...columns([...options.map(optionColumns), ["-h, --help", "显示本帮助 / this help"]]),
    ...(details?.() ?? []),
  ].join("\n");
}

function optionColumns({ name, placeholder, text }: OptionRow): readonly [string, string] {
  return [`--${name}${placeholder === null ? "" : ` ${placeholder}`}`, `${text.zh} / ${text.en}`];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
