import type { Text } from "#graph/schema/text.ts";

export type Language = "zh" | "en";

/** Where a command writes. Results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly language: Language;
  /** Whether `err` is a screen that can redraw a line. */
  readonly isScreen: boolean;
  readonly cwd: string;
  out(line: string): void;
  err(line: string): void;
  /** Writes to `err` as it is, without a line end. */
  draw(text: string): void;
}

/** The text in the language of the terminal. */
export function inLanguage(terminal: Terminal, text: Text): string {
  return text[terminal.language];
}

/** The language of a POSIX locale such as `zh_CN.UTF-8`; English where it names another one or none. */
export function languageOfLocale(locale: string): Language {
  return /^zh(?:[_.@-]|$)/i.test(locale) ? "zh" : "en";
}

/** The terminal of this process. A reader that goes away (`| head`) ends the output quietly. */
export function processTerminal(language: Language): Terminal {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  return {
    language,
    isScreen: process.stderr.isTTY,
    cwd: process.cwd(),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    draw: (text) => void process.stderr.write(text),
  };
}
