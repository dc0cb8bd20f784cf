import { candidatesCommand } from "./candidates.ts";
import { checkCommand } from "./check.ts";
import type { Command } from "./command.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { metricsCommand } from "./metrics.ts";
import { serveCommand } from "./serve.ts";

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  importCommand,
  exportCommand,
  checkCommand,
  metricsCommand,
  candidatesCommand,
];
