import { SymbiosisError } from "#graph/errors.ts";

/** Where a queue lives. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  /** Set for `rediss:`. */
  readonly tls?: Record<string, never>;
}

/** The address as it may be shown: without the password. */
export function shownAddress({ host, port, db }: RedisAddress): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}/${db}`;
}

/** `redis://[user:password@]host[:port][/db]`, `rediss:` over TLS; null where it is none. */
export function parseRedisAddress(text: string): RedisAddress | null {
  const url = URL.parse(text);
  const db = /^\/?(\d{0,3})$/.exec(url?.pathname ?? "?")?.[1];
  if (url === null || db === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === "")
    return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? 6379 : Number(url.port),
    db: Number(db),
    ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
    ...(url.protocol === "rediss:" ? { tls: {} } : {}),
  };
}

/** What a caller is told while the queue is away; the cause, which names no password, is for the log. */
export function queueAway(cause: unknown): SymbiosisError {
  return new SymbiosisError("queue-unavailable", "The queue of jobs does not answer; ask again shortly", {
    cause,
    zh: "任务队列没有应答：请稍后再试",
  });
}
