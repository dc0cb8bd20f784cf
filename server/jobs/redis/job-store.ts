import { once, EventEmitter, setMaxListeners } from "node:events";
import { Redis } from "ioredis";
import { SymbiosisError } from "#graph/errors.ts";
import { isOver, JobEvent, type Job, type JobUnit } from "#graph/schema/answers/job.ts";
import type { ViewerClass } from "#graph/schema/api/viewer.ts";
import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { JobRequest, NumberedEvent } from "#server/jobs/job-queue.ts";
import { changeScript } from "./change-script.ts";
import { queueAway, type RedisAddress } from "./redis-address.ts";

/** Seconds that a job which is over is known, and at most any job. */
const keptSeconds = 3600;
const longestSeconds = 24 * 3600;
/** Jobs that are not over. */
const mostUnfinished = 256;
/** After so long without an event a stream says that it is still there, ms. */
const quietMs = 15_000;

const open = "gongsheng:open";
const changes = "gongsheng:changes";
const keysOf = (id: string) => {
  const job = `gongsheng:job:${id}`;
  return [job, `${job}:events`, `${job}:results`, open] as const;
};

export type Change =
  | { readonly what: "mark"; readonly position: number; readonly unit: JobUnit; readonly result?: string }
  | { readonly what: "advance"; readonly position: number; readonly share: number }
  | { readonly what: "end"; readonly state: Job["state"] };

/** Jobs as Redis keeps them. Every member throws `queue-unavailable` while it does not answer. */
export class JobStore {
  readonly #redis: Redis;
  readonly #subscriber: Redis;
  readonly #now: () => Date;
  /** Emits the id of a job that changed. */
  readonly changes = new EventEmitter();

  constructor(address: RedisAddress, now: () => Date, onFault: (fault: unknown) => void) {
    this.#now = now;
    this.#redis = new Redis({ ...address, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    this.#subscriber = new Redis({ ...address, maxRetriesPerRequest: null });
    for (const client of [this.#redis, this.#subscriber]) client.on("error", onFault);
    setMaxListeners(0, this.changes);
    this.#subscriber.on("message", (_channel, id) => this.changes.emit(`job ${id}`, id));
    this.#subscriber.on("message", (_channel, id) => this.changes.emit("any", id));
    this.#subscriber.subscribe(changes).catch(onFault);
  }

  async add(id: string, request: JobRequest): Promise<void> {
    const [job, events] = keysOf(id);
    const { network, ...rest } = request;
    await this.#ask(async (redis) => {
      const now = this.#now();
      await redis.zremrangebyscore(open, "-inf", now.getTime() - 1000 * longestSeconds);
      const unfinished = await redis.zcard(open);
      if (unfinished >= mostUnfinished) throw queueFull(unfinished);
      const units = request.units.map(({ metric, layer }, position): [string, string] => [
        `unit:${position}`,
        JSON.stringify({ metric, layer, state: "waiting", problem: null } satisfies JobUnit),
      ]);
      const members = {
        ...Object.fromEntries(units),
        request: JSON.stringify(rest),
        state: "waiting",
        total: request.units.length,
        done: 0,
        share: 0,
        createdAt: now.toISOString(),
      };
      const event = ["state", "waiting", "done", "0", "share", "0", "position", "", "unit", ""];
      const steps = redis
        .multi()
        .hset(job, members)
        .xadd(events, "*", ...event);
      if (network !== null) steps.set(`${job}:network`, JSON.stringify(network), "EX", longestSeconds);
      await steps
        .zadd(open, now.getTime(), id)
        .expire(job, longestSeconds)
        .expire(events, longestSeconds)
        .exec();
    });
  }

  async read(
    id: string,
  ): Promise<{ readonly job: Job; readonly request: Omit<JobRequest, "network"> } | null> {
    const members = await this.#ask((redis) => redis.hgetall(keysOf(id)[0]));
    if (members["request"] === undefined) return null;
    const request = JSON.parse(members["request"]) as Omit<JobRequest, "network">;
    const standing = standingOf(members, request.units.length);
    const units = request.units.map((_, position) => {
      const unit = JSON.parse(members[`unit:${position}`] ?? "") as JobUnit;
      const isLeft = isOver(standing.state) && (unit.state === "waiting" || unit.state === "running");
      return isLeft ? { ...unit, state: "cancelled" as const } : unit;
    });
    const { networkVersion, filter } = request;
    const [createdAt = "", finishedAt = null] = [members["createdAt"], members["finishedAt"]];
    return {
      request,
      job: { id, ...standing, problem: null, networkVersion, filter, units, createdAt, finishedAt },
    };
  }

  /** The network that was sent with a job; null where none was. */
  async networkOf(id: string): Promise<PlainNetwork | null> {
    const text = await this.#ask((redis) => redis.get(`${keysOf(id)[0]}:network`));
    return text === null ? null : (JSON.parse(text) as PlainNetwork);
  }

  async results(id: string, count: number): Promise<(string | null)[]> {
    if (count === 0) return [];
    const positions = Array.from({ length: count }, (_, position) => String(position));
    return await this.#ask((redis) => redis.hmget(keysOf(id)[2], ...positions));
  }

  async change(id: string, change: Change): Promise<void> {
    const position = change.what === "end" ? "" : String(change.position);
    const isOverNow =
      change.what === "mark" && (change.unit.state === "done" || change.unit.state === "failed");
    const value =
      change.what === "mark"
        ? JSON.stringify(change.unit)
        : change.what === "advance"
          ? String(change.share)
          : change.state;
    const result = change.what === "mark" ? (change.result ?? "") : "";
    const rest = [isOverNow ? "over" : "", result, this.#now().toISOString(), String(keptSeconds)];
    await this.#ask((redis) =>
      redis.eval(changeScript, 4, ...keysOf(id), id, change.what, position, value, ...rest),
    );
  }

  async *follow(id: string, after: string | null, signal: AbortSignal): AsyncGenerator<NumberedEvent | null> {
    const [, events] = keysOf(id);
    const total = (await this.read(id))?.job.total ?? 0;
    let last = after ?? "0";
    let state: Job["state"] = "waiting";
    let isEnded = false;
    while (!signal.aborted && !isEnded) {
      // Listened for before it is looked: what happens between is not missed.
      const quiet = AbortSignal.timeout(quietMs);
      const passed = new AbortController();
      const either = AbortSignal.any([signal, quiet, passed.signal]);
      const changed = once(this.changes, `job ${id}`, { signal: either }).catch(() => {});
      const entries = await this.#ask((redis) => redis.xrange(events, `(${last}`, "+"));
      for (const [entry, fields] of entries) {
        last = entry;
        const event = eventOf(fields, total);
        state = event.state;
        yield { id: entry, event };
      }
      if (entries.length === 0) {
        isEnded = isOver(state) || isOver((await this.read(id))?.job.state ?? "done");
        if (!isEnded) await changed;
      }
      passed.abort();
      if (quiet.aborted && !isEnded) yield null;
    }
  }

  close(): void {
    this.#redis.disconnect();
    this.#subscriber.disconnect();
  }

  async #ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    try {
      return await question(this.#redis);
    } catch (error) {
      throw error instanceof SymbiosisError ? error : queueAway(error);
    }
  }
}

/** Whether a job may be shown to a class of viewers. */
export function isFor({ viewerClass }: Omit<JobRequest, "network">, asking: ViewerClass): boolean {
  return viewerClass === asking;
}

function standingOf(members: Readonly<Record<string, string>>, total: number) {
  const done = Number(members["done"]);
  const share = Number(members["share"]);
  return {
    state: (members["state"] ?? "waiting") as Job["state"],
    progress: Math.min(1, (done + share) / total),
    done,
    total,
  };
}

/** Fields of an entry of a stream: name, value, name, value. */
function eventOf(fields: readonly string[], total: number): JobEvent {
  const members: Record<string, string> = {};
  for (let index = 0; index < fields.length; index += 2)
    members[fields[index] ?? ""] = fields[index + 1] ?? "";
  const { position = "", unit = "" } = members;
  return JobEvent.parse({
    ...standingOf(members, total),
    unit: unit === "" ? null : { ...(JSON.parse(unit) as JobUnit), position: Number(position) },
  });
}

function queueFull(unfinished: number): SymbiosisError {
  return new SymbiosisError(
    "work-queue-full",
    `${unfinished} jobs are not finished yet; ask again when some of them are over`,
    { zh: `还有 ${unfinished} 个任务未结束：请待其结束后再试` },
  );
}
