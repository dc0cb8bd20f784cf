import type { Config } from "#server/config.ts";
import { Failure } from "#server/failure.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Terminal } from "./terminal.ts";

/** 0 = done, 1 = failed, 2 = called wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface OptionRow {
  /** Without the two dashes. */
  readonly name: string;
  /** What stands for the value in the help; null for a switch. */
  readonly placeholder: string | null;
  readonly text: Text;
}

export interface Call {
  readonly options: Readonly<Record<string, string | true>>;
  readonly operands: readonly string[];
  readonly config: Config;
  readonly terminal: Terminal;
}

/** One command: the row of the table that parsing and help are drawn from, and what it does. */
export interface Command {
  readonly name: string;
  readonly text: Text;
  /** Null where the command takes no operands. */
  readonly operands: { readonly placeholder: string; readonly required: boolean } | null;
  readonly options: readonly OptionRow[];
  /** Lines under the options of the help. */
  readonly details?: () => readonly string[];
  run(call: Call): Promise<ExitCode>;
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Failure {}

/** The value of an option, undefined where it is not given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The value of an option that must be there. */
export function requiredOption(call: Call, name: string): string {
  const value = textOption(call, name);
  if (value === undefined) throw new UsageError({ zh: `缺少 --${name}`, en: `--${name} is missing` });
  return value;
}
