import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Job, type JobBody, type JobResult } from "#graph/schema/answers/job.ts";
import type { z } from "zod";
import { isLongRun } from "#test/support/long-run.ts";
import { startRedis } from "#test/support/redis-server.ts";
import {
  runCli,
  resultOf,
  spawnCli,
  startServe,
  temporaryFolder,
  type RunningCli,
} from "#test/support/run-cli.ts";
import type { ChildProcess } from "node:child_process";

const redis = isLongRun ? await startRedis() : null;
afterAll(async () => redis?.[Symbol.asyncDispose]());

/** A ring with chords, on which exact betweenness takes seconds. */
function slowNetwork(nodes: number) {
  const rows = Array.from({ length: nodes }, (_, node) =>
    [1, 7, 101].map((step) => `n${node},n${(node * step + step) % nodes}`).join("\n"),
  );
  return { format: "csv", text: `source,target\n${rows.join("\n")}\n` } as const;
}

describe.skipIf(redis === null)("two services and two workers on one Redis", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const services: RunningCli[] = [];
  const workers: { readonly child: ChildProcess; readonly result: ReturnType<typeof resultOf> }[] = [];
  const options = { env: { GONGSHENG_QUEUE: redis?.url ?? "" } };
  let store: readonly string[] = [];

  async function startWorker() {
    const child = spawnCli(["work", ...store], options);
    const result = resultOf(child);
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on("data", (text: string) => text.includes("works on the jobs") && resolve());
      void result.then(({ stderr }) => reject(new Error(stderr)));
    });
    workers.push({ child, result });
  }

  beforeAll(async () => {
    folder = await temporaryFolder();
    store = ["--store", `sqlite:${folder.path}/store.sqlite`];
    await runCli(["import", "seeds/shandong-jiangsu", ...store]);
    const service = ["--port", "0", "--api-only", ...store];
    services.push(await startServe(service, options), await startServe(service, options));
    await startWorker();
    await startWorker();
  }, 300_000);
  afterAll(async () => {
    for (const service of services) await service[Symbol.asyncDispose]();
    for (const { child } of workers) child.kill("SIGKILL");
    await Promise.all(workers.map(({ result }) => result));
    await folder[Symbol.asyncDispose]();
  });

  const at = (index: number) => services[index]?.url ?? "";

  async function start(body: z.input<typeof JobBody>, index = 0): Promise<Job> {
    const answer = await fetch(`${at(index)}/api/jobs`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(202);
    return Job.parse(await answer.json());
  }

  const read = async ({ id }: Job, index: number) =>
    Job.parse(await (await fetch(`${at(index)}/api/jobs/${id}`)).json());

  /** The stream of a job, heard to its end. */
  const hear = async ({ id }: Job, index: number, headers: Record<string, string> = {}) =>
    await (await fetch(`${at(index)}/api/jobs/${id}/events`, { headers })).text();

  const resultAt = async ({ id }: Job, index: number) =>
    (await (await fetch(`${at(index)}/api/jobs/${id}/result`)).json()) as JobResult;

  test("a job started on one is seen, heard and finished on the other, with the bytes of the direct question", async () => {
    const metrics = ["network.density", "park.betweenness", "enterprise.pagerank", "network.links"];
    const job = await start({ metrics, filter: { layer: "material" } });
    const told = await hear(job, 1);
    expect(told.match(/"state":"done","progress":1,"done":4,"total":4,"unit":null/g)).toHaveLength(1);
    for (const metric of metrics)
      expect(told.split(`"unit":{"metric":"${metric}","layer":null,"state":"done"`)).toHaveLength(2);
    const [here, there] = [await resultAt(job, 0), await resultAt(job, 1)];
    expect(there).toEqual(here);
    for (const [index, metric] of metrics.entries()) {
      const alone = await fetch(`${at(1)}/api/metrics/${metric}?layer=material`);
      expect(JSON.stringify(there.reports[index])).toBe(await alone.text());
    }
    // Resumed behind its third event on the other service: nothing lost, nothing twice.
    const ids = [...told.matchAll(/^id: (\S+)$/gm)].map(([, id]) => id ?? "");
    const rest = await hear(job, 0, { "Last-Event-ID": ids[2] ?? "" });
    expect([...rest.matchAll(/^id: (\S+)$/gm)].map(([, id]) => id)).toEqual(ids.slice(3));
  }, 120_000);

  test("jobs cancelled on the other stop, whoever was at them", async () => {
    const network = slowNetwork(40_000);
    const slow = await Promise.all([0, 1, 0, 1].map(() => start({ network, metrics: ["node.betweenness"] })));
    // Each of the four processes has one thread for jobs: none is left.
    for (const job of slow) while ((await read(job, 1)).units[0]?.state !== "running") await wait(50);
    for (const job of slow) {
      const cancelled = await fetch(`${at(1)}/api/jobs/${job.id}`, { method: "DELETE" });
      expect(Job.parse(await cancelled.json())).toMatchObject({
        state: "cancelled",
        units: [{ state: "cancelled" }],
      });
      expect(await hear(job, 0)).toContain('"state":"cancelled"');
    }
    const next = await Promise.all([0, 1, 0, 1].map((index) => start({ metrics: ["park.degree"] }, index)));
    for (const each of next) expect(await hear(each, 1)).toContain('"state":"done"');
  }, 120_000);

  test("workers killed in the middle of a job: the job is finished all the same, with the same bytes", async () => {
    const network = slowNetwork(3000);
    const metrics = ["node.betweenness", "node.closeness", "network.diameter"];
    const job = await start({ network, metrics });
    while ((await read(job, 0)).state === "waiting") await wait(20);
    for (const { child } of workers) child.kill("SIGKILL");
    await services[1]?.[Symbol.asyncDispose]();
    await startWorker();
    await hear(job, 0);
    const over = await resultAt(job, 0);
    expect(over.job).toMatchObject({ state: "done", done: 3 });
    expect(over.job.units.map(({ state }) => state)).toEqual(["done", "done", "done"]);
    const direct = await fetch(`${at(0)}/api/analyses`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ network, metrics }),
    });
    expect(JSON.stringify(over.analysis)).toBe(await direct.text());
  }, 300_000);

  test("while Redis is away jobs are refused and all else is answered; nobody writes the password anywhere", async () => {
    await redis?.[Symbol.asyncDispose]();
    const [refused, meta] = await Promise.all([
      fetch(`${at(0)}/api/jobs/AAAAAAAAAAAAAAAAAAAAAA`),
      fetch(`${at(0)}/api/meta`),
    ]);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      503,
      "queue-unavailable",
    ]);
    expect(meta.status).toBe(200);
    for (const service of services) service.child.kill("SIGTERM");
    for (const { child } of workers) child.kill("SIGTERM");
    const said = await Promise.all([...services, ...workers].map(({ result }) => result));
    for (const { stdout, stderr } of said)
      for (const secret of [redis?.password ?? "", encodeURIComponent(redis?.password ?? "")])
        expect(stdout + stderr).not.toContain(secret);
    expect(said[0]?.code).toBe(0);
    expect(said[0]?.stderr + (said[0]?.stdout ?? "")).toContain("ECONNREFUSED");
    const lost = await runCli(["work", ...store]);
    expect([lost.code, lost.stderr]).toEqual([1, expect.stringContaining("GONGSHENG_QUEUE")]);
    const wrong = await runCli(["work", ...store], { env: { GONGSHENG_QUEUE: "http://user:geheim@host" } });
    expect([wrong.code, wrong.stderr.includes("geheim")]).toEqual([2, false]);
  }, 120_000);
});
