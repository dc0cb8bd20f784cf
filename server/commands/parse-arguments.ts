import { parseArgs } from "node:util";
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
  const { values, positionals, tokens } = parse({ ...options, ...helpOption }, words);
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
    const [firstSentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s/, 1);
    throw new UsageError(firstSentence, { cause: error });
  }
}

function refuseRepeats(tokens: readonly { readonly kind: string; readonly name?: string }[]) {
  const seen = new Set<string>();
  for (const { kind, name } of tokens) {
    if (kind !== "option" || name === undefined) continue;
    if (seen.has(name)) throw new UsageError(`--${name} is given twice`);
    seen.add(name);
  }
}

function checkOperands({ operands, name }: Command, given: readonly string[]) {
  if (operands === null && given.length > 0) throw new UsageError(`${name} takes no operand '${given[0]}'`);
  if (operands?.required === true && given.length === 0)
    throw new UsageError(`${name} needs ${operands.placeholder}`);
}

function withoutFalse(values: Record<string, unknown>): Record<string, string | true> {
  const kept: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(values))
    if (typeof value === "string" || value === true) kept[name] = value;
  return kept;
}
