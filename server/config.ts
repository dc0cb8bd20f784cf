import { z } from "zod";
import { parseRedisAddress, type RedisAddress } from "./jobs/redis/redis-address.ts";
import { Failure } from "./failure.ts";
import { languageOfLocale, type Language } from "./commands/terminal.ts";

/** The store of a call that names none. */
export const defaultStoreUrl = "sqlite:.data/gongsheng.sqlite";

/** Settings of the environment, all optional; a flag of the command line wins over each. */
const environmentSettings = z.object({
  GONGSHENG_STORE: z
    .string()
    .regex(/^[a-z0-9+]+:.+/i, "expected a store address such as sqlite:.data/gongsheng.sqlite")
    .default(defaultStoreUrl),
  GONGSHENG_STORE_PASSWORD: z.string().optional(),
  GONGSHENG_HOST: z.string().regex(/^\S+$/, "expected a host name or address").default("127.0.0.1"),
  GONGSHENG_PORT: portText().default(8080),
  GONGSHENG_PUBLIC_URL: publicUrlText().default([]),
  GONGSHENG_QUEUE: queueText().default(null),
  GONGSHENG_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
});

/** What the command line reads from the environment, checked. */
export interface Config {
  readonly storeUrl: string;
  /** For addresses of stores that name a user and no password: kept out of lists of processes. */
  readonly storePassword: string | undefined;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Addresses under which people reach the service, as through a proxy. */
  readonly publicUrls: readonly URL[];
  /** Where jobs wait; null = in the memory of the service. */
  readonly queue: RedisAddress | null;
  /** Undefined where the environment names none. */
  readonly logLevel: string | undefined;
  /** Whether an npm script or npx started this process. */
  readonly startedByNpm: boolean;
}

/** A setting that cannot be used; the message names every faulty one. */
export class ConfigError extends Failure {}

/** A TCP port as text, 0 to 65535. */
export function portText() {
  return z
    .string()
    .regex(/^\d{1,5}$/, "expected a port from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "expected a port from 0 to 65535");
}

/** The address of a queue. What is wrong is said without the text: it may hold a password. */
function queueText() {
  return z.string().transform((text, context): RedisAddress | null => {
    const address = parseRedisAddress(text);
    if (address === null)
      context.addIssue({
        code: "custom",
        message: "expected redis://[:password@]host[:port][/db], or rediss:",
      });
    return address;
  });
}

const nameOf = (path: readonly PropertyKey[]) => path.map(String).join(".");

/** Comma separated addresses such as `https://symbiosis.example.cn`. */
export function publicUrlText() {
  return z.string().transform((text, context): URL[] =>
    text.split(",").flatMap((part) => {
      const url = URL.parse(part.trim());
      if (url !== null && /^https?:$/.test(url.protocol)) return [url];
      context.addIssue({
        code: "custom",
        message: `expected addresses such as https://name.example, got ${part}`,
      });
      return [];
    }),
  );
}

/** Reads the settings. An empty variable counts as not set. Throws ConfigError with all faults at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(environmentSettings.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSettings.safeParse(given);
  if (!parsed.success)
    throw new ConfigError({
      zh: `环境变量的值不对：${parsed.error.issues.map(({ path }) => nameOf(path)).join("、")}`,
      en: parsed.error.issues.map(({ path, message }) => `${nameOf(path)}: ${message}`).join("; "),
    });
  const settings = parsed.data;
  return {
    storeUrl: settings.GONGSHENG_STORE,
    storePassword: settings.GONGSHENG_STORE_PASSWORD,
    host: settings.GONGSHENG_HOST,
    port: settings.GONGSHENG_PORT,
    publicUrls: settings.GONGSHENG_PUBLIC_URL,
    queue: settings.GONGSHENG_QUEUE,
    logLevel: settings.GONGSHENG_LOG_LEVEL,
    startedByNpm: environment["npm_lifecycle_event"] !== undefined,
  };
}

/** The language of the caller's locale. */
export function readLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const names = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;
  return languageOfLocale(names.map((name) => environment[name] ?? "").find((text) => text !== "") ?? "");
}

/** The environment for a child process, with these values on top. */
export function childEnvironment(overrides: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...overrides };
}
