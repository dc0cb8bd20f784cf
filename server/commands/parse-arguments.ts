import { parseArgs } from "node:util";
import type { Text } from "#graph/schema/text.ts";
import { UsageError, type Call, type Command } from "./command.ts";

/** Options every command has. */
const helpOption = { help: { type: "boolean", short: "h" } } as const;

/** Reads the words after the command's name. Throws UsageError with one sentence. */
export function parseCall(
  command: Command,
  words: readonly string[],
): Pick<Call, "options" | "operands"> & { readonly help: boolean } {
  const options = Object.fromEntries(
    command.options.map(({ name, placeholder }) => [
      name,
      { type: placeholder === null ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { values, positionals, tokens } = parse({ ...options, ...helpOption }, withValues(options, words));
  refuseRepeats(tokens);
  const { help, ...given } = values;
  if (help === true) return { options: {}, operands: [], help: true };
  checkOperands(command, positionals);
  return { options: withoutFalse(given), operands: positionals, help: false };
}

type Options = Record<string, { type: "boolean" | "string"; short?: string }>;

function parse(options: Options, words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw new UsageError(whyUnread(error), { cause: error });
  }
}

/** A number below zero is a value, not an option: `--limit -1` becomes `--limit=-1`. */
function withValues(options: Options, words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? "";
    const isValue = /^-\d/.test(word) && options[last.replace(/^--/, "")]?.type === "string";
    if (isValue && last.startsWith("--")) joined[joined.length - 1] = `${last}=${word}`;
    else joined.push(word);
  }
  return joined;
}

function whyUnread(error: unknown): Text {
  const [en = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s/, 1);
  const option = /'(-[^' ]*)/.exec(en)?.[1] ?? "";
  const isUnknown =
    error instanceof Error && "code" in error && error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  return { zh: isUnknown ? `没有选项 '${option}'` : `选项 '${option}' 的值不对或缺少值`, en };
}

function refuseRepeats(tokens: readonly { readonly kind: string; readonly name?: string }[]) {
  const seen = new Set<string>();
  for (const { kind, name } of tokens) {
    if (kind !== "option" || name === undefined) continue;
    if (seen.has(name)) throw new UsageError({ zh: `--${name} 写了两次`, en: `--${name} is given twice` });
    seen.add(name);
  }
}

function checkOperands({ operands, name }: Command, given: readonly string[]) {
  if (operands === null && given.length > 0)
    throw new UsageError({
      zh: `${name} 不需要 '${given[0]}'`,
      en: `${name} takes no operand '${given[0]}'`,
    });
  if (operands?.required === true && given.length === 0)
    throw new UsageError({
      zh: `${name} 需要 ${operands.placeholder}`,
      en: `${name} needs ${operands.placeholder}`,
    });
}

function withoutFalse(values: Record<string, unknown>): Record<string, string | true> {
  const kept: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(values))
    if (typeof value === "string" || value === true) kept[name] = value;
  return kept;
}
