import type { Command } from "./command.ts";

/** All commands, in the order of the help; what a command stands on is loaded only when it is called. */
const loaders: readonly (readonly [name: string, load: () => Promise<Command>])[] = [
  ["serve", async () => (await import("./serve.ts")).serveCommand],
  ["work", async () => (await import("./work.ts")).workCommand],
  ["import", async () => (await import("./import.ts")).importCommand],
  ["template", async () => (await import("./template.ts")).templateCommand],
  ["export", async () => (await import("./export.ts")).exportCommand],
  ["check", async () => (await import("./check.ts")).checkCommand],
  ["metrics", async () => (await import("./metrics.ts")).metricsCommand],
  ["analyse", async () => (await import("./analyse.ts")).analyseCommand],
  ["candidates", async () => (await import("./candidates.ts")).candidatesCommand],
  ["gaps", async () => (await import("./gaps.ts")).gapsCommand],
  ["estimates", async () => (await import("./estimates.ts")).estimatesCommand],
  ["potential", async () => (await import("./potential.ts")).potentialCommand],
  ["why-not", async () => (await import("./why-not.ts")).whyNotCommand],
  ["what-if", async () => (await import("./what-if.ts")).whatIfCommand],
  ["evaluate", async () => (await import("./evaluate.ts")).evaluateCommand],
  ["copy", async () => (await import("./copy.ts")).copyCommand],
  ["backup", async () => (await import("./backup.ts")).backupCommand],
  ["restore", async () => (await import("./restore.ts")).restoreCommand],
];

export const commandNames: readonly string[] = loaders.map(([name]) => name);

/** The command of that name, null where there is none. */
export async function loadCommand(name: string): Promise<Command | null> {
  const load = new Map(loaders).get(name);
  return load === undefined ? null : await load();
}

export async function loadAllCommands(): Promise<Command[]> {
  return await Promise.all(loaders.map(async ([, load]) => await load()));
}
